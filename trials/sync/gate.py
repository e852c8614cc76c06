"""The gate: a bad answer publishes nothing; readers keep the last good one, with its date."""

from __future__ import annotations

from dataclasses import dataclass

ALWAYS_ALLOWED = 2  # studies that may leave between two runs whatever their share
MOST_UNREADABLE = 0.2
LEAST_OF_TOTAL = 0.98


class GateRefused(Exception):
    """The answer is too poor to publish; the words say why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a complete crawl brought, in numbers of studies.

    ``lost``: shown before, and now missing, unreadable or read as off-topic.
    ``shown``: shown before, starter studies apart. ``total_count``: as announced.
    ``emptied``: the field that the most studies had before and have no more, and in how
    many: a field that the registry renamed looks so.
    ``hollow``: have no overall_status or no brief_title, which every record has.
    """

    seen: int
    set_aside: int
    total_count: int | None
    shown: int
    lost: int
    emptied: tuple[str, int] = ("", 0)
    hollow: int = 0


def check(answer: Answer, *, max_lost_share: float) -> None:
    """Raise GateRefused for an answer that would cost readers what they had."""
    if answer.seen == 0:
        raise GateRefused("The registry's answer was empty. " + _KEPT)
    if answer.total_count and answer.seen < answer.total_count * LEAST_OF_TOTAL:
        raise GateRefused(
            f"The registry announced {answer.total_count} studies and sent {answer.seen}. " + _KEPT
        )
    if answer.set_aside > answer.seen * MOST_UNREADABLE:
        raise GateRefused(
            f"{answer.set_aside} of {answer.seen} records could not be read: the registry's "
            "format may have changed (see the run's problems). " + _KEPT
        )
    if answer.hollow > answer.seen * MOST_UNREADABLE:
        raise GateRefused(
            f"{answer.hollow} of {answer.seen} records have no overall_status or brief_title: "
            "the registry may have renamed the field. " + _KEPT
        )
    field, emptied = answer.emptied
    if _too_many(emptied, answer.shown, max_lost_share):
        raise GateRefused(
            f"{emptied} of {answer.shown} studies shown would lose their {field}: the registry "
            "may have renamed the field. " + _KEPT
        )
    if _too_many(answer.lost, answer.shown, max_lost_share):
        raise GateRefused(
            f"{answer.lost} of {answer.shown} studies shown would be lost, more than "
            f"SYNC_MAX_LOST_SHARE={max_lost_share} allows. " + _KEPT
        )


_KEPT = "Nothing was published; the last good data stays."


def _too_many(count: int, shown: int, max_share: float) -> bool:
    if count and count == shown:
        return True
    return count > max(ALWAYS_ALLOWED, shown * max_share)
