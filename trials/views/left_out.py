"""Counts of the records that the site holds and doesn't list."""

from collections import Counter

from django.db.models import Count

from trials.models import Study
from trials.reading.scope import Scope, reason_left_out


def left_out_by_reason() -> dict[str, int]:
    """Reason code -> number of studies. One query."""
    rows = (
        Study.objects.still_listed()
        .filter(scope=Scope.LEFT_OUT)
        .values_list("reading__condition", "reading__role")
        .annotate(Count("pk"))
    )
    counts: Counter[str] = Counter()
    for condition, role, number in rows:
        counts[reason_left_out(condition, role)] += number
    return dict(counts)
