"""`./run bench [--size N] [--rows page,peer,...]`: on throw-away servers, one table."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from benchmarks.outcome import Outcome

SIZES = (100, 10_000)
SMALLEST = 30
SEARCHED = 100  # below, some questions of the rows that search have no answer to compare
NOT_SEARCHED = {"again", "store", "export", "load"}
ROWS = ("page", "peer", "facets", "near", "again", "store", "export", "load")
ON_REQUEST = ("index",)  # for catalogues larger than the usual sizes
ROUNDS = 3
BUSY = """Others use this machine (load above 0.5 for three minutes), so the figures would be noise.
Nothing was measured. Try later, or with --busy: then the table says that it was so."""


def main(arguments: Sequence[str]) -> int:
    asked = read(arguments)
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    django.setup()
    from benchmarks.machine import machine  # noqa: PLC0415 needs Django set up
    from benchmarks.quiet import is_quiet  # noqa: PLC0415
    from benchmarks.report import USUAL, head, on_request, table, write  # noqa: PLC0415
    from trials.sync.prepare import make_ready_if_bare  # noqa: PLC0415

    _collect_static()
    make_ready_if_bare()
    if not (asked.busy or is_quiet()):
        print(BUSY, file=sys.stderr)
        return 2
    this, began = machine(), perf_counter()
    print(head(this, ROUNDS), file=sys.stderr)
    title = on_request(asked.size, asked.rows) if asked.size else USUAL
    outcomes: list[Outcome] = []
    for found in _measured(asked.size or SIZES, asked.rows):
        outcomes += found
        if asked.write or asked.rows == ROWS:  # the next row may take an hour; this one is kept
            write(outcomes, this, perf_counter() - began, rounds=ROUNDS, title=title)
    print(table(outcomes))
    return 1 if any(one.met is False for one in outcomes) else 0


def _measured(sizes: Sequence[int], rows: Sequence[str]) -> Iterator[list[Outcome]]:
    return chain.from_iterable(measured(size, rows) for size in sizes)


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; ends with a word where it can't be measured."""
    asked = _parser().parse_args(arguments)
    searched = [name for name in asked.rows if name not in NOT_SEARCHED]
    if searched and min(asked.size or SIZES) < SEARCHED:
        _parser().error(f"these rows need {SEARCHED} studies or more: {', '.join(searched)}")
    return asked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument(
        "--size",
        type=_size,
        action="append",
        help="number of studies; may be given several times (default: 100 and 10000)",
    )
    parser.add_argument(
        "--rows",
        type=_rows,
        default=ROWS,
        help=f"some of {','.join(ROWS + ON_REQUEST)}; docs/performance.md is written after all "
        "of the first eight",
    )
    parser.add_argument(
        "--write", action="store_true", help="write docs/performance.md after some rows too"
    )
    parser.add_argument(
        "--busy", action="store_true", help="measure on a busy machine too; the table says so"
    )
    return parser


def _size(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < SMALLEST:
        raise argparse.ArgumentTypeError(
            f"must be a whole number of studies from {SMALLEST} on, not {text!r}"
        )
    return int(text)


def _rows(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := set(names) - {*ROWS, *ON_REQUEST}:
        raise argparse.ArgumentTypeError(f"no such row: {', '.join(sorted(unknown))}")
    return names


def measured(size: int, rows: Sequence[str]) -> Iterator[list[Outcome]]:
    """Every line of each of these rows, over a catalogue of ``size`` studies."""
    from benchmarks.catalogue import fill  # noqa: PLC0415 needs Django set up

    began = perf_counter()
    fill(size)
    _tell(f"catalogue of {size:,}", began)
    for name in rows:
        began = perf_counter()
        found = import_module(f"benchmarks.rows.{name}").outcomes(size)
        _tell(f"{name} at {size:,}", began)
        yield found


def _tell(what: str, began: float) -> None:
    print(f"  {what}: {perf_counter() - began:.1f} s", file=sys.stderr)


def _collect_static() -> None:
    from django.core.management import call_command  # noqa: PLC0415 needs Django set up

    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
