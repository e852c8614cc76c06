"""Requests a second of many readers at once, beside the page written by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median

from benchmarks.journey import journey, searches
from benchmarks.outcome import Outcome, at_least
from benchmarks.rounds import Timing
from benchmarks.served import BY_HAND, SITE, Server, client_core, served

CLIENTS = (8, 64)
ROUNDS = 2
SMALLEST = 100  # studies; below, the bench itself is being tried
LONGEST_P99 = 250.0  # ms
PATIENCE = 60.0  # seconds for every address once
COLD_LEAST, WARM_LEAST = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """The site, with pages kept or not; ``least``: of the rate of the page by hand, or None."""

    name: str
    server: Server
    least: float | None


def outcomes(size: int) -> list[Outcome]:
    """Cold and warm, at few and many clients; granian and two workers for everybody."""
    is_trial = size < SMALLEST
    seconds, steps = (0.3, 12) if is_trial else (3.0, None)
    with (
        served(BY_HAND, searches()[:steps]) as by_hand,
        served(SITE, journey()[:steps], {"PAGES_CACHE_URL": ""}) as cold,
        served(SITE, journey()[:steps]) as warm,
    ):
        for server in (by_hand, cold, warm):
            _ask_everything_once(server)
        alike = Kind("cold, searches alone", replace(cold, addresses=by_hand.addresses), None)
        return [
            _line(size, alike, by_hand, CLIENTS[0], seconds),
            *_lines(size, Kind("cold", cold, COLD_LEAST), by_hand, seconds),
            *_lines(size, Kind("warm", warm, WARM_LEAST), by_hand, seconds),
        ]


def _ask_everything_once(server: Server) -> None:
    """Both workers have read their code, what may be kept is kept, and nothing is refused."""
    told = server.load(seconds=PATIENCE, clients=2, times=1)
    if told.errors:
        raise AssertionError(f"{told.errors} of {len(told.took)} addresses could not be had")


def _lines(size: int, ours: Kind, theirs: Server, seconds: float) -> list[Outcome]:
    lines = [_line(size, ours, theirs, clients, seconds) for clients in CLIENTS]
    fastest = max(1000 / line.ours_ms for line in lines)
    return [*lines, _at_half_load(size, ours, fastest / 2, seconds)]


def _line(size: int, ours: Kind, theirs: Server, clients: int, seconds: float) -> Outcome:
    timing, errors = _rates(ours.server, theirs, clients, seconds)
    note = (
        f"{1000 / timing.ours_ms:,.0f} requests/s against {1000 / timing.theirs_ms:,.0f}; "
        f"{errors} errors; {_pinned()}"
    )
    what = f"{ours.name}, {clients} clients, one request: page by hand"
    line = at_least("load", size, what, timing, least=ours.least, note=note)
    return replace(line, met=False) if errors else line


def _rates(ours: Server, theirs: Server, clients: int, seconds: float) -> tuple[Timing, int]:
    """Closed loop, each in turn; how many of our requests failed."""
    mine: list[float] = []
    others: list[float] = []
    errors = 0
    for number in range(ROUNDS):
        for server, taken in ((ours, mine), (theirs, others))[:: 1 if number % 2 == 0 else -1]:
            told = server.turned(number * 7).load(seconds=seconds, clients=clients)
            taken.append(told.seconds * 1000 / max(1, len(told.took)))
            errors += told.errors if server is ours else 0
    ratios = tuple(a / b for a, b in zip(mine, others, strict=True))
    return Timing(median(mine), median(others), ratios), errors


def _at_half_load(size: int, ours: Kind, rate: float, seconds: float) -> Outcome:
    """Open loop: requests come when they come, and wait where they have to."""
    told = ours.server.load(seconds=seconds + 1, rate=rate)
    slowest = sorted(told.took)[int(len(told.took) * 0.99)]
    timing = Timing(slowest, LONGEST_P99, (slowest / LONGEST_P99,))
    what = f"{ours.name}, half load, 99 of 100 requests: 250 ms"
    note = f"{len(told.took)} requests, {rate:,.0f} a second; {told.errors} errors"
    line = at_least("load", size, what, timing, least=1, note=note)
    return replace(line, met=line.met and not told.errors)


def _pinned() -> str:
    core = client_core()
    return "nobody pinned" if core is None else f"client on core {core}, servers on all"
