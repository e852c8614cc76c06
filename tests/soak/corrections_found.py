"""Corrections as the database has them at the end, and how an undisturbed site gets the same."""

from collections.abc import Mapping

from psycopg2.extras import Json  # type: ignore[import-untyped]

from tests.faults.running import Rows, rows, session
from tests.soak.curator import Correction
from tests.soak.followed import Said

CORRECTIONS = "SELECT nct_id, question, value, reason FROM trials_correction ORDER BY 1, 2"
ENTER = """
    INSERT INTO trials_correction (nct_id, question, value, reason, corrected_at)
    VALUES (%s, %s, %s, %s, now())"""


def wrong_corrections(
    found: Rows,
    said: Mapping[Correction, Said],
    values: Mapping[Correction, str | list[str]],
) -> list[str]:
    """Corrections that are not as they were answered, or that nobody entered."""
    held = {(nct_id, question): value for nct_id, question, value, _ in found}
    lost = [one for one, how in said.items() if how is Said.DONE and one not in held]
    other = [one for one in held if one not in said or held[one] != values[one]]
    return [f"correction of {one} is gone" for one in lost] + [
        f"correction of {one} is {held[one]}" for one in other
    ]


def enter_the_same(source: str, target: str) -> None:
    """Copy the corrections of one database to another."""
    with session(target) as cursor:
        for nct_id, question, value, reason in rows(source, CORRECTIONS):
            cursor.execute(ENTER, [nct_id, question, Json(value), reason])
