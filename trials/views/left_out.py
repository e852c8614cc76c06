"""Counts of the records that the site holds and doesn't list."""

from collections import Counter

from django.db import connection

from trials.reading.scope import Scope, reason_left_out

# Every search asks this: as Django's own query it takes as long to be put together as to run.
_COUNTS = """
    SELECT r.condition, r.role, count(*)
    FROM trials_study s LEFT JOIN trials_reading r ON r.study_id = s.id
    WHERE s.delisted_at IS NULL AND s.scope = %s
    GROUP BY r.condition, r.role"""


def left_out_by_reason() -> dict[str, int]:
    """Reason code -> number of studies. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [Scope.LEFT_OUT])
        rows = cursor.fetchall()
    counts: Counter[str] = Counter()
    for condition, role, number in rows:
        counts[reason_left_out(condition, role)] += number
    return dict(counts)
