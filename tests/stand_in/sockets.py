"""The HTTP server under the stand-in: threads, and a close that leaves none behind."""

import socket
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

HOST = "127.0.0.1"
POLL_SECONDS = 0.02
IDLE_SECONDS = 60

Respond = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Calls `respond` for every GET, each connection in a thread of its own."""

    daemon_threads = False
    request_queue_size = 50

    def __init__(self, port: int, respond: Respond) -> None:
        super().__init__((HOST, port), _Handler)
        self.respond = respond
        self.stopping = Event()
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        self._thread = Thread(target=self.serve_forever, args=(POLL_SECONDS,))

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End every connection, also the idle and the slow ones, and wait for their threads."""
        self.stopping.set()
        self.shutdown()
        with self._lock:
            for connection in self._open:
                _hang_up(connection)
        self._thread.join()
        self.server_close()

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)
            if self.stopping.is_set():
                _hang_up(connection)

    def closed(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.closed(self.connection)
        super().finish()

    def do_GET(self) -> None:
        self.server.respond(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: the requests are in StandIn.requests."""


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the client was quicker
