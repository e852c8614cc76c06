"""Which pictures there are of a page, what they are called, and their index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.addresses import PICTURED, Address

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
INDEX = FOLDER / "README.md"
# CSS px, 96 an inch, less the 10 mm that a browser leaves at each edge: what a page has to fit in.
A4_WIDTH, A4_HEIGHT = 718, 1047
LETTER_WIDTH, LETTER_HEIGHT = 740, 980
THUMBNAIL = "320-light"
OVERLAP = 40  # px: a line that a column's end cuts is whole in the next
HEAD = """# Pictures of the pages

Made by `./run screenshots` over studies that the tests invent; no picture shows a real study,
except those named 'starter'. A long page goes on in the next column, to its end; a column begins
with the last lines of the one before. Each picture is named by page, width in pixels (or paper)
and mode.

"""


@dataclass(frozen=True)
class Shot:
    """``name``: width and mode. ``column``: px of the page in one; ``scale`` makes them smaller."""

    name: str
    width: int
    column: int
    scale: float
    scheme: str = "light"
    classes: str = ""

    @property
    def is_print(self) -> bool:
        return self.name.endswith("print")


def columns_of(tall: int, column: int) -> list[tuple[int, int]]:
    """Top and height, in px, of each column of a page so ``tall``: the last may be shorter."""
    last = max(tall - OVERLAP, 1)
    return [(top, min(column, tall - top)) for top in range(0, last, column - OVERLAP)]


SHOTS = (
    *(Shot(f"320-{scheme}", 320, 2000, 0.7, scheme) for scheme in ("light", "dark")),
    *(Shot(f"768-{scheme}", 768, 1800, 0.55, scheme) for scheme in ("light", "dark")),
    *(Shot(f"1280-{scheme}", 1280, 2000, 0.5, scheme) for scheme in ("light", "dark")),
    Shot("a4-print", A4_WIDTH, A4_HEIGHT, 0.55),
)
ON_PAPER = (
    Shot("letter-print", LETTER_WIDTH, LETTER_HEIGHT, 0.55),
    Shot("a4-large-print", A4_WIDTH, A4_HEIGHT, 0.6, classes="text-large"),
)
ALSO_ON_PAPER = frozenset(("study", "questions"))


def shots_of(address: Address) -> tuple[Shot, ...]:
    return (*SHOTS, *ON_PAPER) if address.name in ALSO_ON_PAPER else SHOTS


def picture_of(address: Address, shot: Shot) -> Path:
    return FOLDER / f"{address.name}-{shot.name}.webp"


def every_picture() -> set[str]:
    """Names of all files that the command writes, the index apart."""
    return {picture_of(one, shot).name for one in PICTURED for shot in shots_of(one)}


def index() -> str:
    """The text of README.md beside the pictures."""
    return HEAD + "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "| page | small | all pictures |"
    yield "|---|---|---|"
    for one in PICTURED:
        links = (f"[{shot.name}]({picture_of(one, shot).name})" for shot in shots_of(one))
        small = f'<img src="{one.name}-{THUMBNAIL}.webp" alt="" height="200">'
        yield f"| {one.name} | {small} | {', '.join(links)} |"
