"""Rows on who can take part: our reading of each study's criteria, with the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trials.reading.eligibility.criterion import Criterion, Kind
from trials.search.said import said as _
from trials.views.presenters.compare.study import Cell, ComparedStudy, Line
from trials.views.presenters.study.criteria import criterion_in_words

Rule = Callable[[ComparedStudy], Cell]


def asks_rows() -> Iterator[tuple[str, Rule]]:
    """Title and rule of each row, most decisive first."""
    yield _("Time limit since ALS began"), _of(Kind.ONSET_TIME, Kind.DIAGNOSIS_TIME)
    yield _("Breathing test (vital capacity)"), _of(Kind.VITAL_CAPACITY)
    yield _("ALSFRS-R score"), _of(Kind.ALSFRS_TOTAL, Kind.ALSFRS_ITEM, Kind.PROGRESSION_RATE)
    yield _("Help to breathe"), _of(Kind.VENTILATION)
    yield _("Feeding tube"), _of(Kind.FEEDING_TUBE)
    yield _("ALS drugs"), _of(Kind.RILUZOLE, Kind.EDARAVONE, Kind.TOFERSEN)
    yield _("Earlier treatment with cells"), _of(Kind.PRIOR_CELL_THERAPY)
    yield _("Genes"), _of(Kind.GENE)
    yield _("Blood thinners"), _of(Kind.ANTICOAGULANTS)


def _of(*kinds: Kind) -> Rule:
    def cell(one: ComparedStudy) -> Cell:
        found = tuple(_line(each) for each in one.criteria if each.kind in kinds)
        return found or (Line(_nothing(one)),)

    return cell


def _line(one: Criterion) -> Line:
    text = criterion_in_words(one)
    if one.group:
        text = _("%(text)s (one group only: %(group)s)") % {"text": text, "group": one.group}
    return Line(text, one.quote)


def _nothing(one: ComparedStudy) -> str:
    if one.study.is_starter:
        return not_known_yet()
    return _("We found nothing on this in the record: ask")


def not_known_yet() -> str:
    return _("Not known here yet: see the registry")
