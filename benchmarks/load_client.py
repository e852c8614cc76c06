"""Readers who ask a server on this machine, all at once: a process of its own.

    python -m benchmarks.load_client < asked.json

The JSON is an ``Asked``; the answer, a ``Told`` as JSON, goes to standard output.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import chain, cycle, repeat
from time import perf_counter

HOST = "127.0.0.1"
CONNECTIONS = 64  # of the open loop
PATIENCE = 30.0  # seconds for one answer


@dataclass(frozen=True, slots=True)
class Asked:
    """``clients`` ask one after the other, each on its own connection (closed loop); or, with
    ``rate`` requests a second, nobody waits for an answer before the next is due (open loop).
    ``times``: how often every address is asked for at most; 0: as often as there is time.
    """

    port: int
    addresses: list[str]
    seconds: float
    clients: int = 1
    rate: float = 0.0
    times: int = 0
    core: int | None = None


@dataclass(slots=True)
class Told:
    """``took``: milliseconds of each answer, in the open loop since it was due."""

    seconds: float = 0.0
    errors: int = 0
    took: list[float] = field(default_factory=list)


class Reader:
    """One connection that is kept open, as a browser keeps it."""

    def __init__(self, asked: Asked) -> None:
        self._port = asked.port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def status(self, address: str) -> int:
        """That of the answer, once it is there as a whole; 0 where there is none."""
        try:
            return await asyncio.wait_for(self._status(address), PATIENCE)
        except (TimeoutError, OSError, ValueError, asyncio.IncompleteReadError):
            self.close()
            return 0

    def close(self) -> None:
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def _status(self, address: str) -> int:
        if self._streams is None:
            self._streams = await asyncio.open_connection(HOST, self._port)
        source, sink = self._streams
        sink.write(f"GET {address} HTTP/1.1\r\nHost: {HOST}:{self._port}\r\n\r\n".encode())
        head = (await source.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        _before, _name, length = head.partition("\r\ncontent-length:")
        await source.readexactly(int(length.split("\r\n", 1)[0]))
        return int(head.split(" ", 2)[1])


async def closed_loop(asked: Asked, told: Told) -> None:
    """As many requests as these clients get answered."""
    times = repeat(asked.addresses, asked.times) if asked.times else repeat(asked.addresses)
    addresses = chain.from_iterable(times)
    until = perf_counter() + asked.seconds
    await asyncio.gather(*(_read_on(asked, addresses, until, told) for _ in range(asked.clients)))


async def _read_on(asked: Asked, addresses: Iterator[str], until: float, told: Told) -> None:
    reader = Reader(asked)
    for address in addresses:
        if (began := perf_counter()) > until:
            break
        _note(told, await reader.status(address), began)
    reader.close()


async def open_loop(asked: Asked, told: Told) -> None:
    """Requests at their times, whether or not earlier ones are answered."""
    due: asyncio.Queue[tuple[float, str] | None] = asyncio.Queue()
    readers = [asyncio.create_task(_read_due(asked, due, told)) for _ in range(CONNECTIONS)]
    addresses, began = cycle(asked.addresses), perf_counter()
    most = len(asked.addresses) * asked.times or sys.maxsize
    for number in range(min(most, int(asked.rate * asked.seconds))):
        at = began + number / asked.rate
        if (early := at - perf_counter()) > 0:
            await asyncio.sleep(early)
        due.put_nowait((at, next(addresses)))
    for _ in readers:
        due.put_nowait(None)
    await asyncio.gather(*readers)


async def _read_due(asked: Asked, due: asyncio.Queue[tuple[float, str] | None], told: Told) -> None:
    reader = Reader(asked)
    while (next_one := await due.get()) is not None:
        at, address = next_one
        _note(told, await reader.status(address), at)
    reader.close()


def _note(told: Told, status: int, since: float) -> None:
    told.took.append((perf_counter() - since) * 1000)
    told.errors += status != 200


def run(asked: Asked) -> Told:
    if asked.core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {asked.core})
    told, began = Told(), perf_counter()
    asyncio.run(open_loop(asked, told) if asked.rate else closed_loop(asked, told))
    told.seconds = perf_counter() - began
    return told


if __name__ == "__main__":
    print(json.dumps(asdict(run(Asked(**json.load(sys.stdin))))))
