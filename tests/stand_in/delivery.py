"""How an answer goes over the wire: whole, late, cut, or not at all."""

import gzip
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler
from io import BytesIO

from tests.stand_in.answers import JSON, Answer
from tests.stand_in.faults import Fault

WORTH_PACKING = 1024
MUCH = 80 * 1024 * 1024
PART = b" " * 1024 * 1024
DROPS = 100


def deliver(
    handler: BaseHTTPRequestHandler,
    answer: Answer,
    fault: Fault | None,
    wait: Callable[[float], None],
) -> None:
    """Send the answer with the fault in its delivery, if there is one.

    `wait` waits for a share of the time that a slow answer takes.
    """
    if fault is Fault.DROPPED:
        handler.close_connection = True
        return
    body = answer.body[: len(answer.body) // 2] if fault is Fault.TRUNCATED else answer.body
    is_packed = _is_packed(handler, answer, body)
    body = gzip.compress(body, compresslevel=1) if is_packed else body
    spaces = MUCH if fault is Fault.TOO_LONG else 0
    added = len(_packed_spaces()) if is_packed and spaces else spaces
    _send_head(handler, answer, len(body) + added, is_packed=is_packed)
    if fault is Fault.SLOW:
        wait(1)
    if fault is Fault.DRIPPING:
        body = _drip(handler, body, wait)
    if fault is Fault.CUT_OFF:
        handler.close_connection = True
        body = body[: len(body) // 2]
    handler.wfile.write(body)
    if spaces:
        _send_spaces(handler, is_packed=is_packed)


def _drip(handler: BaseHTTPRequestHandler, body: bytes, wait: Callable[[float], None]) -> bytes:
    """Send all but the rest that is given back."""
    drop = max(1, len(body) // DROPS)
    for number in range(DROPS):
        handler.wfile.write(body[number * drop : (number + 1) * drop])
        handler.wfile.flush()
        wait(1 / DROPS)
    return body[DROPS * drop :]


def _is_packed(handler: BaseHTTPRequestHandler, answer: Answer, body: bytes) -> bool:
    takes_it = "gzip" in handler.headers.get("Accept-Encoding", "")
    return takes_it and len(body) > WORTH_PACKING and answer.content_type == JSON


def _send_head(
    handler: BaseHTTPRequestHandler, answer: Answer, length: int, *, is_packed: bool
) -> None:
    handler.send_response(answer.status)
    handler.send_header("Content-Type", answer.content_type)
    for name, value in answer.headers:
        handler.send_header(name, value)
    if is_packed:
        handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    handler.wfile.flush()


def _send_spaces(handler: BaseHTTPRequestHandler, *, is_packed: bool) -> None:
    """After a JSON text they mean nothing, so it is still one."""
    if is_packed:
        handler.wfile.write(_packed_spaces())
        return
    for _ in range(MUCH // len(PART)):
        handler.wfile.write(PART)


@cache
def _packed_spaces() -> bytes:
    """A member of its own: unpacked after the one before it (RFC 1952, 2.2)."""
    packed = BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as member:
        for _ in range(MUCH // len(PART)):
            member.write(PART)
    return packed.getvalue()
