"""What changed, as we saw it, and what the registry itself notes on a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trials.models import Change
from trials.records import Annotations, PartialDate
from trials.search.change_words import LONG, before_and_after, field_in_words
from trials.search.said import said as _
from trials.search.words import word
from trials.views.presenters.dates import in_words, moment_in_words

__all__ = ["LONG", "ChangeLine", "annotation_lines", "change_lines"]


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
    before, after = before_and_after(change.field, change.before, change.after)
    return ChangeLine(moment_in_words(change.seen_at), field_in_words(change.field), before, after)


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
