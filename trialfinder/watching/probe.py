"""Ask this container's own web server how it is: `python -m trialfinder.watching.probe PATH`."""

import http.client
import os
import sys

PATIENCE = 10.0


def port() -> int:
    return int(os.environ.get("PORT", "8000"))


def main(path: str = "/health/live") -> int:
    """0 where it answers 200; prints what it said."""
    line = http.client.HTTPConnection("127.0.0.1", port(), timeout=PATIENCE)
    try:
        line.request("GET", path)
        answer = line.getresponse()
        print(answer.read().decode().strip())  # noqa: T201 docker keeps it as the check's words
    except OSError as error:
        print(f"no answer: {error}")  # noqa: T201
        return 1
    return 0 if answer.status == http.HTTPStatus.OK else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
