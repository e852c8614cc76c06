"""How far the catalogue was looked at: what an alert found, so that the next look knows more."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db.models import Max
from django.http import QueryDict

from trials.models import Alert, Change, Edition, Study
from trials.search.asked import Asked, ask
from trials.search.every import every_id


@dataclass(frozen=True, slots=True)
class Mark:
    """One look; names and meaning as in Alert."""

    edition: int
    starters: list[int]
    last_change: int
    matched: list[int]


def look(alert: Alert) -> Mark:
    """Look now. In this order, a sync in between can only make the next look see more."""
    return Mark(
        edition=Edition.current().number,
        starters=list(Study.objects.starters().values_list("pk", flat=True)),
        last_change=Change.objects.aggregate(last=Max("pk"))["last"] or 0,
        matched=found(alert),
    )


def remember(alert: Alert, mark: Mark) -> None:
    """Let the alert stand at this look; nothing where it was ended meanwhile."""
    Alert.objects.filter(pk=alert.pk).update(**asdict(mark))


def mark_of(alert: Alert) -> Mark:
    """The look at which the alert stands."""
    return Mark(alert.edition, alert.starters, alert.last_change, alert.matched)


def search_of(alert: Alert) -> Asked:
    """The search that the alert follows."""
    return ask(dict(QueryDict(alert.query).lists()))


def found(alert: Alert) -> list[int]:
    """Keys of the studies that the search finds, in its order.

    A choice that is not understood any more would widen the search without a word; then
    the studies found so far are followed, and no others.
    """
    if alert.study_id:
        return [alert.study_id]
    asked = search_of(alert)
    if asked.ignored:
        return alert.matched
    batches = every_id(asked.criteria, place=asked.place)
    return [study_id for batch in batches for study_id in batch]
