"""Where the kept pages are, if nobody says: on the broker's server, in the database after its."""

from urllib.parse import urlsplit, urlunsplit

SCHEMES = ("redis", "rediss")


def next_database(url: str) -> str:
    """'redis://host:6379/0' -> 'redis://host:6379/1'; "" where the database is not in the path."""
    parts = urlsplit(url)
    number = parts.path.strip("/") or "0"
    if parts.scheme not in SCHEMES or not number.isdecimal() or "db=" in parts.query:
        return ""
    return urlunsplit(parts._replace(path=f"/{int(number) + 1}"))
