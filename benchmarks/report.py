"""The table, on the terminal and as docs/performance.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.machine import Machine
from benchmarks.outcome import Outcome

FILE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
USUAL = "The usual sizes"
SECTION = "## "
COLUMNS = ("row", "size", "ours against", "ours ms", "theirs ms", "ratio", "goal", "met")
HEAD = """# Measured speed

Written by `./run bench`; not by hand. Every line sets this site beside something that does the
same work on the same rows, in turn, in one run. Before anything is timed, both have to give the
same answers to every question, or the bench stops. Losses stand here like gains.

The studies are invented (`benchmarks/invented/`): words spread as in real text, sites where
people live. In a catalogue of more than 50,000 the others are twins of these
(`benchmarks/twins.py`): other ids and dates, the same words, filters and sites, so that whatever
is searched for is in the same share of the studies. A round asks both every question, and lasts a
second at least; who asks a question first finds it cold, so each begins with every other one.
`ratio` is the median of the rounds, each the quotient of its totals, with the lowest and the
highest behind it. The milliseconds are medians for one question; on another machine they differ,
the ratios much less. No contestant keeps an answer: nothing is cached, save where the line speaks
of a cache.

`load` is a reader's way: home, a search, a study, its questions, two studies side by side, the
map; many readers at once. *no store*: nothing is kept at all, every page is made for every reader.
*cold*: the store of kept pages is emptied before the clock starts, and until it stops no search
and no study is asked for twice, so each of these pages is made for its reader; home and the map
of everything are the same for all, so the first reader's is kept, as on the real site after new
data. *warm*: what may be kept is kept (searched words never are). The page by hand answers the
same searches, and makes each; it has no other pages. *half load*: requests come at half the rate
that many clients at once got answers at, whether or not earlier ones are answered. Why cold has
the goal and no store has none: docs/adr/0014.

"""


def table(outcomes: Sequence[Outcome]) -> str:
    """As Markdown, which reads well on a terminal too."""
    lines = [COLUMNS, *(_cells(one) for one in outcomes)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    shown = [_line(line, widths) for line in lines]
    shown.insert(1, "|".join(["", *("-" * (width + 2) for width in widths), ""]))
    return "\n".join([*shown, *_notes(outcomes)])


def head(machine: Machine, rounds: int) -> str:
    """On what and when these figures were taken."""
    noise = (
        f"**The machine was busy** (load {machine.load:.2f} at the start): read the ratios to about"
        " a third, and no milliseconds."
        if machine.is_busy
        else f"The machine was quiet (load {machine.load:.2f} at the start)."
    )
    packages = ", ".join(f"{name} {found}" for name, found in machine.packages)
    return (
        f"{noise} {machine.cores} cores; Python {machine.python}, PostgreSQL {machine.postgres},"
        f" {packages}; commit {machine.commit}; {rounds} rounds.\n"
    )


def write(
    outcomes: Sequence[Outcome],
    machine: Machine,
    seconds: float,
    *,
    rounds: int,
    title: str,
    file: Path = FILE,
) -> None:
    """The section of this title, whole and new; the file's other sections stay as they are.

    ``seconds``: what the run took, but for making its servers.
    """
    missed = [one for one in outcomes if one.met is False]
    closing = (
        f"Goals missed: {len(missed)} of {sum(one.met is not None for one in outcomes)}."
        f" The run took {seconds / 60:.1f} minutes.\n"
    )
    sections = _sections(file) | {title: f"{head(machine, rounds)}\n{table(outcomes)}\n\n{closing}"}
    ordered = sorted(sections.items(), key=lambda one: one[0] != USUAL)
    file.write_text(HEAD + "\n".join(f"{SECTION}{name}\n\n{text}" for name, text in ordered))


def on_request(sizes: Sequence[int], rows: Sequence[str]) -> str:
    """The title of a run of other sizes than the usual ones: each takes hours, so they add up."""
    return f"On request: {', '.join(f'{size:,}' for size in sizes)} studies ({', '.join(rows)})"


def _sections(file: Path) -> dict[str, str]:
    """Title -> text, as an earlier run wrote them."""
    if not file.exists():
        return {}
    parts = [part.partition("\n\n") for part in file.read_text().split(f"\n{SECTION}")[1:]]
    return {title: f"{text.rstrip()}\n" for title, _blank, text in parts}


def _cells(one: Outcome) -> tuple[str, ...]:
    return (
        one.row,
        f"{one.size:,}",
        one.what,
        _milliseconds(one.ours_ms),
        _milliseconds(one.theirs_ms),
        f"{one.ratio:.2f} ({one.low:.2f} to {one.high:.2f})",
        one.goal,
        {True: "yes", False: "**no**", None: "-"}[one.met],
    )


def _milliseconds(taken: float) -> str:
    return f"{taken:,.0f}" if taken >= 100 else f"{taken:.2f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _notes(outcomes: Sequence[Outcome]) -> list[str]:
    noted = [f"- {one.row}, {one.size:,}, {one.what}: {one.note}" for one in outcomes if one.note]
    return ["", *dict.fromkeys(noted)] if noted else []
