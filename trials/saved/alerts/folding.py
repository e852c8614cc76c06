"""Many changes of one study as what they come to."""

from __future__ import annotations

from collections.abc import Iterable

from trials.models import Change
from trials.sync.changes import FieldChange


def fold(changes: Iterable[Change]) -> tuple[FieldChange, ...]:
    """Each field once, from its first 'before' to its last 'after'; oldest change first.

    What was changed back is no news.
    """
    folded: dict[str, FieldChange] = {}
    for change in changes:
        first = folded.get(change.field)
        before = first.before if first else change.before
        folded[change.field] = FieldChange(change.field, before, change.after)
    return tuple(one for one in folded.values() if one.before != one.after)
