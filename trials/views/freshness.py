"""The date of the data, which every page shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max

from trials.models import Edition, Study
from trials.records import PartialDate
from trials.search.said import said as _
from trials.views.presenters.dates import in_words, moment_in_words


@dataclass(frozen=True, slots=True)
class Freshness:
    """``text`` says in words how fresh the data is; ``number`` is the edition's."""

    text: str
    is_from_registry: bool
    number: int


def freshness(edition: Edition) -> Freshness:
    """How fresh this edition is. One query where only starter facts are there, else none."""
    if edition.data_timestamp:
        text = _("Data from ClinicalTrials.gov as of %(date)s.") % {
            "date": moment_in_words(edition.data_timestamp)
        }
        return Freshness(text, is_from_registry=True, number=edition.number)
    return Freshness(_starter_text(), is_from_registry=False, number=edition.number)


def _starter_text() -> str:
    as_of = Study.objects.starters().aggregate(last=Max("as_of"))["last"]
    if not as_of:
        return _("No data yet: nothing has come from the registry.")
    return _("Facts as known on %(date)s or before; not updated from the registry yet.") % {
        "date": in_words(PartialDate.parse(as_of))
    }
