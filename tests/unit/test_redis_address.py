"""Where the kept pages are when only the broker's address is given."""

import pytest

from trialfinder.redis_address import next_database


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("redis://127.0.0.1:6379/0", "redis://127.0.0.1:6379/1"),
        ("redis://:secret@cache:6379", "redis://:secret@cache:6379/1"),
        ("rediss://user:secret@cache:6380/4?ssl_cert_reqs=none", None),
        ("redis://cache/0?db=3", ""),
        ("unix:///run/redis.sock", ""),
        ("redis://cache/name", ""),
    ],
)
def test_the_database_after_the_brokers(given: str, found: str | None) -> None:
    expected = given.replace("/4?", "/5?") if found is None else found
    assert next_database(given) == expected
