"""How one person's answers look beside what a study asks. Never a verdict: "looks"."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trials.reading.eligibility.criterion import Criterion


class Looks(StrEnum):
    """The result for one criterion."""

    MET = "looks_met"
    NOT_MET = "looks_not_met"
    NOT_STATED = "not_stated"
    ASK = "ask_the_site"


class Reason(StrEnum):
    """Why a result is what it is."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_YET = "not_yet"  # a time that must pass has not passed
    TOO_LATE = "too_late"  # a time limit has passed
    NO_LIMIT = "no_limit"  # the record sets none
    YOU_DID_NOT_SAY = "you_did_not_say"
    UNCLEAR_IN_RECORD = "unclear_in_record"
    FOR_ONE_GROUP = "for_one_group"
    CLOCK_NOT_NAMED = "clock_not_named"
    DATE_NOT_PRECISE = "date_not_precise"
    AT_THE_LIMIT = "at_the_limit"
    OTHER_TEST = "other_test"
    NOT_ASKED_HERE = "not_asked_here"
    DEPENDS_ON_MORE = "depends_on_more"
    LEFT_TO_THE_DOCTOR = "left_to_the_doctor"
    ONE_OF_SEVERAL_WAYS = "one_of_several_ways"


@dataclass(frozen=True, slots=True)
class Window:
    """The last day on which a time limit is still kept, counted from the person's date.

    ``is_earliest``: the person gave a month or year, so this is the earliest it can be.
    ``counted_to_which_visit`` is always True: the record rarely says to which visit the
    time is counted, so the site must be asked.
    """

    closes_on: date
    is_earliest: bool
    counted_to_which_visit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionFit:
    """One row: what is asked (``sentence``, verbatim from ``field``) and how it looks.

    ``kind`` is the criterion's, or "minimum_age", "maximum_age", "sex", "age" for the
    registry's own fields; then ``criterion`` is None.
    """

    kind: str
    looks: Looks
    reason: Reason
    sentence: str
    field: str
    criterion: Criterion | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """All rows of one study for one person: the registry's own fields first."""

    nct_id: str
    rows: tuple[CriterionFit, ...]


def things_in_the_way(fit: Fit) -> int:
    """How many criteria look not met: for ordering, fewest first. No study is hidden by it."""
    return sum(row.looks is Looks.NOT_MET for row in fit.rows)
