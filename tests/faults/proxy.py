"""A TCP proxy on the way to a server: it passes on, waits, swallows, or refuses."""

import contextlib
import socket
from collections.abc import Iterator
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

HOST = "127.0.0.1"
CHUNK = 65_536


class Proxy:
    """Stands before `target` (host, port) on a port of its own.

    ``delay``: seconds that every chunk of bytes waits on its way to the server.
    ``swallow()``: connections open and stay silent; ``refuse()``: they are cut and none opens.
    """

    def __init__(self, host: str, port: int) -> None:
        self.target = (host, port)
        self.delay = 0.0
        self._passing = Event()
        self._passing.set()
        self._stopped = Event()
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        self._listener: socket.socket | None = None
        self.port = 0
        self.pass_on()

    def pass_on(self) -> None:
        """As if it were not there. What was swallowed before stays lost."""
        if not self._passing.is_set():
            self._cut()
            self._passing.set()
        if self._listener is None:
            self._listener = socket.create_server((HOST, self.port), reuse_port=False)
            self.port = int(self._listener.getsockname()[1])
            Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def swallow(self) -> None:
        self._passing.clear()

    def refuse(self) -> None:
        if self._listener is not None:
            _close(self._listener)
            self._listener = None
        self._cut()

    def stop(self) -> None:
        self._stopped.set()
        self._passing.set()
        self.refuse()

    def _cut(self) -> None:
        with self._lock:
            for each in self._open:
                _close(each)
            self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                self._join(near)

    def _join(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(self.target, timeout=5)
        except OSError:
            _close(near)
            return
        far.settimeout(None)
        with self._lock:
            self._open |= {near, far}
        for source, sink in ((near, far), (far, near)):
            Thread(target=self._pump, args=(source, sink, source is near), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, is_upwards: bool) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(CHUNK):
                if is_upwards and self.delay:
                    self._stopped.wait(self.delay)
                if self._passing.is_set():
                    sink.sendall(chunk)
        if self._passing.is_set():
            _close(source)
            _close(sink)


def _close(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextlib.contextmanager
def proxied(url: str) -> Iterator[tuple[str, Proxy]]:
    """The URL with the proxy's port in it, and the proxy."""
    parts = urlsplit(url)
    proxy = Proxy(str(parts.hostname), int(parts.port or 0))
    by_way = parts._replace(netloc=parts.netloc.replace(f":{parts.port}", f":{proxy.port}"))
    try:
        yield by_way.geturl(), proxy
    finally:
        proxy.stop()
