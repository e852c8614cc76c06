"""Is the site's port free? Asked before anything is started, so a taken one costs no time."""

import errno
import socket
import time

from trialfinder.launch.terminal import Refusal

# A site that was killed a moment ago may still be letting go of its port.
LETTING_GO = 2.0
HIGHEST = 65535


def refuse_busy_port(host: str, port: int, *, letting_go: float = LETTING_GO) -> None:
    until = time.monotonic() + letting_go
    while (error := bind_error(host, port)) is not None:
        if error.errno != errno.EADDRINUSE or time.monotonic() > until:
            raise Refusal(port_refusal(host, port, error)) from error
        time.sleep(0.1)


def bind_error(host: str, port: int) -> OSError | None:
    """Why the address can't be listened on, or None."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            asked.bind(where)
            asked.listen(1)
    except OSError as error:
        return error
    return None


def port_refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is taken by another program. Nothing was started. "
            f"Choose another port: PORT={other_port(port)} ./run"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is for root alone. Choose one above 1023: PORT=8000 ./run"
    return f"HOST is {host!r}: this machine can't listen there ({error.strerror})."


def other_port(port: int) -> int:
    return port + 1 if port < HIGHEST else 8000
