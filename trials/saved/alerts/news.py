"""What is new for an alert between two looks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from trials.models import Alert, Change, Study
from trials.saved.alerts.folding import fold
from trials.saved.alerts.looking import Mark
from trials.sync.changes import FieldChange


@dataclass(frozen=True, slots=True)
class StudyNews:
    """One study: ``is_new`` where the search did not find it before."""

    study: Study
    is_new: bool
    changes: tuple[FieldChange, ...]

    @property
    def count(self) -> int:
        """How many changes it counts for: a study that is new is one."""
        return 1 if self.is_new else len(self.changes)


@dataclass(frozen=True, slots=True)
class News:
    """All that is new, studies new to the search first; ``mark`` is the look that found it."""

    mark: Mark
    studies: tuple[StudyNews, ...]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.studies)


def news_since(alert: Alert, mark: Mark) -> News:
    """What to tell: studies that the search did not find before, and changes of those that
    it finds or found. A record that took the place of starter facts is no news.
    """
    new = _new(alert, mark)
    changes = _changes(alert, mark)
    studies = Study.objects.in_bulk({*new, *changes})
    order = [*new, *(pk for pk in changes if pk not in set(new))]
    told = (StudyNews(studies[pk], pk in new, fold(changes.get(pk, ()))) for pk in order)
    return News(mark, tuple(one for one in told if one.count))


def _new(alert: Alert, mark: Mark) -> list[int]:
    if alert.study_id:
        return []
    known = {*alert.matched, *alert.starters}
    return [pk for pk in mark.matched if pk not in known]


def _changes(alert: Alert, mark: Mark) -> dict[int, list[Change]]:
    """Study key -> its changes since the last look, oldest first."""
    found = Change.objects.filter(
        study__in={*alert.matched, *mark.matched},
        pk__gt=alert.last_change,
        pk__lte=mark.last_change,
    )
    by_study: dict[int, list[Change]] = defaultdict(list)
    for change in found.order_by("pk"):
        by_study[change.study_id].append(change)
    return by_study
