"""Requests a second of many readers at once, beside the page written by hand.

Cold: no page is kept when the clock starts, and no search and no study is asked for twice
before it stops. So each is made for its reader, as on the morning after new data. Home and the
map without a search are the same for everybody: the first reader's is kept, as on the real site.
Warm: what may be kept is kept; searched words never are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median

from django.conf import settings
from redis import Redis

from benchmarks import site
from benchmarks.journey import journey, new_journey, new_searches, searches
from benchmarks.outcome import Outcome, at_least
from benchmarks.peers.by_hand.app import search_page
from benchmarks.rounds import Timing
from benchmarks.rows.page import assert_same
from benchmarks.served import BY_HAND, SITE, Server, client_core, served
from trialfinder.redis_address import next_database

CLIENTS = (8, 64)
ROUNDS = 2
SMALLEST = 100  # studies; below, the bench itself is being tried
LONGEST_P99 = 250.0  # ms
FEWEST = 300  # requests that tell which is the slowest of a hundred
PATIENCE = 120.0  # seconds for every address once
COLD_LEAST, WARM_LEAST = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """The site, with pages kept or not, and what the page by hand is asked in its place.

    ``least``: of the rate of the page by hand, None to report it; ``empty`` comes before each
    turn of the clock; ``times``: how often one address is asked for until then, 0 for no limit.
    """

    name: str
    server: Server
    searches: list[str]
    least: float | None = None
    empty: Callable[[], object] = lambda: None
    times: int = 0


def outcomes(size: int) -> list[Outcome]:
    """Cold and warm, at few and many clients; granian and two workers for everybody."""
    is_trial = size < SMALLEST
    seconds, steps = (0.3, 12) if is_trial else (3.0, None)
    asked, new = searches()[:steps], new_searches()[:steps]
    _assert_equal(new)
    way, shelf = (
        journey()[:steps],
        next_database(settings.PAGES_CACHE_URL),
    )  # of the cold site's own
    with _warmed(BY_HAND, asked) as by_hand:
        with _warmed(SITE, way, {"PAGES_CACHE_URL": ""}) as never:
            alone = Kind("no store, searches alone", replace(never, addresses=asked), asked)
            together = Kind("no store", never, asked)
            lines = [
                _line(size, one, by_hand, clients, seconds)
                for one in (alone, together)
                for clients in CLIENTS
            ]
        with _warmed(SITE, new_journey()[:steps], {"PAGES_CACHE_URL": shelf}) as cold:
            kind = Kind("cold", cold, new, COLD_LEAST, Redis.from_url(shelf).flushdb, 1)
            lines += _lines(size, kind, by_hand, seconds)
        with _warmed(SITE, way) as warm:
            lines += _lines(size, Kind("warm", warm, asked, WARM_LEAST), by_hand, seconds)
    return lines


@contextmanager
def _warmed(
    application: str, addresses: Sequence[str], environ: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """One that has answered everything once.

    Each takes as many connections to PostgreSQL as it has threads, so no more than two run at once.
    """
    with served(application, addresses, environ) as server:
        _ask_everything_once(server)
        yield server


def _assert_equal(addresses: Sequence[str]) -> None:
    """The row 'page' has compared the others."""
    with site.nothing_kept():
        for address in addresses:
            query = address.partition("?")[2]
            assert_same(site.search_page(query), search_page(query), query)


def _ask_everything_once(server: Server) -> None:
    """Every thread has read its code and has its connections, what may be kept is kept."""
    told = server.load(seconds=PATIENCE, clients=max(CLIENTS), times=1)
    if told.errors or len(told.took) < len(server.addresses):
        raise AssertionError(f"{told.errors} of {len(told.took)} addresses could not be had")


def _lines(size: int, ours: Kind, theirs: Server, seconds: float) -> list[Outcome]:
    lines = [_line(size, ours, theirs, clients, seconds) for clients in CLIENTS]
    fastest = max(1000 / line.ours_ms for line in lines)
    return [*lines, _at_half_load(size, ours, fastest / 2, seconds)]


def _line(size: int, ours: Kind, theirs: Server, clients: int, seconds: float) -> Outcome:
    timing, errors = _rates(ours, theirs, clients, seconds)
    note = (
        f"{1000 / timing.ours_ms:,.0f} requests/s against {1000 / timing.theirs_ms:,.0f}; "
        f"{errors} errors; {_pinned()}"
    )
    what = f"{ours.name}, {clients} clients, one request: page by hand"
    line = at_least("load", size, what, timing, least=ours.least, note=note)
    return replace(line, met=False) if errors else line


def _rates(ours: Kind, theirs: Server, clients: int, seconds: float) -> tuple[Timing, int]:
    """Closed loop, each in turn; how many of our requests failed."""
    by_hand = Kind("page by hand", replace(theirs, addresses=ours.searches), ours.searches)
    mine: list[float] = []
    others: list[float] = []
    errors = 0
    for number in range(ROUNDS):
        turns = ((ours, mine), (by_hand, others))
        for kind, taken in turns[:: 1 if number % 2 == 0 else -1]:
            kind.empty()
            server = kind.server.turned(number * 7)
            told = server.load(seconds=seconds, clients=clients, times=kind.times)
            taken.append(told.seconds * 1000 / max(1, len(told.took)))
            errors += told.errors if kind is ours else 0
    ratios = tuple(a / b for a, b in zip(mine, others, strict=True))
    return Timing(median(mine), median(others), ratios), errors


def _at_half_load(size: int, ours: Kind, rate: float, seconds: float) -> Outcome:
    """Open loop: requests come when they come, and wait where they have to."""
    ours.empty()
    lasting = seconds if size < SMALLEST else max(seconds, FEWEST / rate)
    told = ours.server.load(seconds=lasting, rate=rate, times=ours.times)
    slowest = sorted(told.took)[int(len(told.took) * 0.99)]
    timing = Timing(slowest, LONGEST_P99, (slowest / LONGEST_P99,))
    what = f"{ours.name}, half load, 99 of 100 requests: 250 ms"
    note = f"{len(told.took)} requests, {rate:,.0f} a second; {told.errors} errors"
    line = at_least("load", size, what, timing, least=1, note=note)
    return replace(line, met=line.met and not told.errors)


def _pinned() -> str:
    core = client_core()
    return "nobody pinned" if core is None else f"client on core {core}, servers on all"
