"""One study as a column: its row, its record, and what the rules read in it."""

from __future__ import annotations

from dataclasses import dataclass

from trials.models import Study
from trials.reading.burden.kinds import Burden
from trials.reading.eligibility.criterion import Criterion
from trials.records import StudyRecord


@dataclass(frozen=True, slots=True)
class ComparedStudy:
    """``criteria`` and ``burdens`` are empty for a study of starter facts."""

    study: Study
    record: StudyRecord
    criteria: tuple[Criterion, ...]
    burdens: tuple[Burden, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One fact in a cell. ``quote`` is the record's; so is ``text`` where ``is_registrys``."""

    text: str
    quote: str = ""
    is_registrys: bool = False


Cell = tuple[Line, ...]
