"""What changed, as we saw it, and what the registry itself notes on a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trials.models import Change
from trials.records import Annotations, PartialDate
from trials.search.words import PHASE, STATUS, word
from trials.views.presenters.dates import in_words, moment_in_words, text_in_words

DATES = ("start_date", "primary_completion_date", "completion_date")
LONG = ("eligibility_criteria",)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: when we saw it, what it is about, before and after ("" for nothing)."""

    seen: str
    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def change_lines(changes: Iterable[Change]) -> tuple[ChangeLine, ...]:
    return tuple(_line(one) for one in changes)


def _line(change: Change) -> ChangeLine:
    before, after = _texts(change.field, change.before), _texts(change.field, change.after)
    if isinstance(change.before, list) and isinstance(change.after, list):
        gone = tuple(text for text in before if text not in after)
        come = tuple(text for text in after if text not in before)
        before, after = gone, come
    if change.field in LONG:
        before, after = (), (_("The text was changed. It stands above as it is now."),)
    return ChangeLine(moment_in_words(change.seen_at), word(_fields(), change.field), before, after)


def _texts(field: str, value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(field, one) for one in values if one not in (None, ""))


def _text(field: str, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field == "overall_status":
        return word(STATUS, str(value))
    if field == "phases":
        return word(PHASE, str(value))
    if field == "listing":
        return _("listed") if value == "listed" else _("no longer listed")
    return text_in_words(str(value)) if field in DATES else str(value)


def _fields() -> dict[str, str]:
    return {
        "overall_status": _("Status"),
        "why_stopped": _("Why it stopped"),
        "start_date": _("Start date"),
        "primary_completion_date": _("Date of the last main measure"),
        "completion_date": _("End date"),
        "brief_title": _("Title"),
        "phases": _("Phase"),
        "enrollment_count": _("Number of people"),
        "lead_sponsor": _("Who runs it"),
        "interventions": _("Treatments"),
        "eligibility_criteria": _("Who can take part"),
        "minimum_age": _("Youngest age"),
        "maximum_age": _("Oldest age"),
        "sex": _("Sex"),
        "sites": _("Places"),
        "site_statuses": _("Status of places"),
        "central_contacts": _("Contacts"),
        "has_results": _("Results posted"),
        "documents": _("Documents"),
        "violations": _("Notices from the FDA"),
        "listing": _("On the registry"),
    }


def annotation_lines(annotations: Annotations) -> tuple[str, ...]:
    """What the registry notes: notices of the FDA, and results sent in but not posted."""
    return (*_violations(annotations), *_unposted(annotations))


def _violations(annotations: Annotations) -> Iterator[str]:
    words = {
        "VIOLATION_IDENTIFIED": _("FDA notice: the law on results was not followed"),
        "CORRECTION_CONFIRMED": _("FDA notice: this was put right"),
        "PENALTY_IMPOSED": _("FDA notice: a penalty was set"),
        "ISSUES_IN_LETTER_ADDRESSED_CONFIRMED": _("FDA notice: the points in a letter were met"),
    }
    for event in annotations.violation_events:
        yield _with_date(word(words, event.type), event.posted_date or event.issued_date)


def _unposted(annotations: Annotations) -> Iterator[str]:
    words = {
        "RELEASE": _("Results were sent to the registry; they are not posted yet"),
        "RESET": _("The registry sent the results back with questions"),
        "UNRELEASE": _("The results were taken back"),
    }
    for event in annotations.unposted_events:
        yield _with_date(word(words, event.type), event.date)


def _with_date(text: str, day: PartialDate | None) -> str:
    return f"{text} ({in_words(day)})." if day else f"{text}."
