"""How an answer goes over the wire: whole, late, cut, or not at all."""

import gzip
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

from tests.stand_in.answers import JSON, Answer
from tests.stand_in.faults import Fault

WORTH_PACKING = 1024


def deliver(
    handler: BaseHTTPRequestHandler,
    answer: Answer,
    fault: Fault | None,
    wait: Callable[[], None],
) -> None:
    """Send the answer with the fault in its delivery, if there is one. `wait` is for SLOW."""
    if fault is Fault.DROPPED:
        handler.close_connection = True
        return
    body = answer.body[: len(answer.body) // 2] if fault is Fault.TRUNCATED else answer.body
    body = _send_head(handler, answer, body)
    if fault is Fault.SLOW:
        wait()
    if fault is Fault.CUT_OFF:
        handler.close_connection = True
        body = body[: len(body) // 2]
    handler.wfile.write(body)


def _send_head(handler: BaseHTTPRequestHandler, answer: Answer, body: bytes) -> bytes:
    packs = "gzip" in handler.headers.get("Accept-Encoding", "") and len(body) > WORTH_PACKING
    handler.send_response(answer.status)
    handler.send_header("Content-Type", answer.content_type)
    for name, value in answer.headers:
        handler.send_header(name, value)
    if packs and answer.content_type == JSON:
        body = gzip.compress(body, compresslevel=1)
        handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.flush()
    return body
