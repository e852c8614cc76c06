"""What can go wrong with the registry, each by name, and the queue of what shall go wrong next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

STUDIES = "/studies"


class Fault(StrEnum):
    """The value is the name on the command line."""

    # The answer is another one.
    BLOCKED = "blocked"  # 403 with an HTML body
    TOO_MANY = "too-many"  # 429 with Retry-After (StandIn.retry_after)
    SERVER_ERROR = "server-error"  # 500, text/plain
    UNAVAILABLE = "unavailable"  # 503 with an HTML body, no Retry-After
    HTML = "html"  # 200, but an HTML page
    TOKEN_DIES = "token-dies"  # 400 for a request with a pageToken

    # The answer is right, its delivery is not.
    TRUNCATED = "truncated"  # half of the JSON, under a length that fits
    CUT_OFF = "cut-off"  # the connection ends in the middle of the body
    DROPPED = "dropped"  # the connection ends without any answer
    SLOW = "slow"  # the body comes after StandIn.slow_seconds
    DRIPPING = "dripping"  # the body comes in drops, the last after StandIn.slow_seconds
    TOO_LONG = "too-long"  # the JSON, then 80 MB of spaces, packed where the client takes that

    # The data is not what it was.
    DATA_MOVES = "data-moves"  # dataTimestamp moves on once this page is answered
    FEW = "few"  # only 3 % of the studies, one at least
    EMPTY = "empty"  # no study
    TOTAL_LIES = "total-lies"  # totalCount is 25 too high
    RENAMED_FIELD = "renamed-field"  # overallStatus is called recruitmentStatus in every study

    # One study of the page is broken: the one with the smallest id.
    BROKEN_NO_IDENTIFICATION = "broken-no-identification"
    BROKEN_ID = "broken-id"  # nctId is 'NOT-AN-ID'
    BROKEN_LIST = "broken-list"  # a list where statusModule's object is expected
    BROKEN_TEXT = "broken-text"  # a text where the study's object is expected
    BROKEN_DATE = "broken-date"  # startDateStruct.date is 'soon'
    BROKEN_WORD = "broken-word"  # overallStatus and a phase are words that no enum knows


DATA_FAULTS = frozenset(list(Fault)[list(Fault).index(Fault.DATA_MOVES) :])


@dataclass
class Planned:
    """One fault in the queue; `remaining` None means for all requests to come."""

    fault: Fault
    remaining: int | None
    after: int
    at: str | None

    def fits(self, route: str, params: Mapping[str, str]) -> bool:
        if self.fault is Fault.TOKEN_DIES:
            return route == STUDIES and "pageToken" in params
        if self.fault is Fault.TOTAL_LIES and ("countTotal" not in params or "pageToken" in params):
            return False
        if self.fault in DATA_FAULTS:
            return route == (self.at or STUDIES)
        return self.at in (None, route)

    def is_due(self) -> bool:
        """Count one fitting request; whether it gets the fault."""
        if self.after > 0:
            self.after -= 1
            return False
        if self.remaining is not None:
            self.remaining -= 1
        return True


class Faults:
    """The queue. A request gets every data fault that is due and at most one of the others."""

    def __init__(self) -> None:
        self._planned: list[Planned] = []
        self._lock = Lock()

    def add(
        self, fault: Fault, *, times: int | None = 1, after: int = 0, at: str | None = None
    ) -> None:
        """Plan a fault for the next `times` requests (None: for all), after letting `after` pass.

        `at` narrows it to '/studies', '/studies/{nctId}' or '/version'; faults of the data come
        on '/studies' unless told.
        """
        with self._lock:
            self._planned.append(Planned(fault, times, after, at))

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()

    @property
    def are_spent(self) -> bool:
        """Whether every fault planned for a number of requests has been played."""
        with self._lock:
            return not any(each.remaining for each in self._planned)

    def take(self, route: str, params: Mapping[str, str]) -> frozenset[Fault]:
        """The faults that this request gets."""
        with self._lock:
            taken: set[Fault] = set()
            for each in self._planned:
                is_second = each.fault not in DATA_FAULTS and taken - DATA_FAULTS
                if not is_second and each.fits(route, params) and each.is_due():
                    taken.add(each.fault)
            self._planned = [each for each in self._planned if each.remaining != 0]
            return frozenset(taken)
