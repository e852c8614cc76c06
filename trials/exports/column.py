"""One column of an export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from trials.exports.row import Row

Value = str | int | float | bool | tuple[str, ...] | None
Text = str | Promise


class Kind(StrEnum):
    """What stands in a column's cells. An empty cell: the source says nothing."""

    TEXT = "text"
    LIST = "list"  # several texts; in one cell joined by "; "
    NUMBER = "number"
    YES_NO = "yes or no"
    DATE = "date"  # as precise as the registry has it: 2024, 2024-05 or 2024-05-17
    LINK = "link"


class Origin(StrEnum):
    """Who says it."""

    REGISTRY = "registry"
    READING = "reading"  # our own reading of the record, or a curator's above it
    SITE = "this site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``source``: the registry's JSON path, or the question of the codebook.

    ``of_site``: only on rows that stand for one site. ``is_usual``: there where nobody chose
    columns. ``width`` is in characters, for a spreadsheet. ``stored``: SQL for the same value as
    text, where the study (s), its reading (r) or the site (t) has it in a column; "" elsewhere.
    """

    name: str
    heading: Text
    description: Text
    origin: Origin
    source: str
    value: Callable[[Row], Value]
    kind: Kind = Kind.TEXT
    width: int = 20
    of_site: bool = False
    is_usual: bool = True
    stored: str = ""
