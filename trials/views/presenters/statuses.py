"""A status as word, shape and tone. The word says it all; shape and tone only repeat it."""

from __future__ import annotations

from dataclasses import dataclass

from trials.models import Study
from trials.search.words import RECRUITING_LAST_KNOWN, STATUS, word

# status -> tone (a colour of the style sheet), shape (a symbol of components/status.jinja)
LOOKS = {
    "RECRUITING": ("open", "disc"),
    "AVAILABLE": ("open", "disc"),
    "NOT_YET_RECRUITING": ("soon", "ring"),
    "ENROLLING_BY_INVITATION": ("soon", "half"),
    RECRUITING_LAST_KNOWN: ("closed", "question"),
    "UNKNOWN": ("closed", "question"),
    "ACTIVE_NOT_RECRUITING": ("closed", "square"),
    "COMPLETED": ("closed", "square"),
    "APPROVED_FOR_MARKETING": ("closed", "square"),
    "NO_LONGER_AVAILABLE": ("closed", "square"),
    "SUSPENDED": ("stopped", "bars"),
    "TEMPORARILY_NOT_AVAILABLE": ("stopped", "bars"),
    "TERMINATED": ("stopped", "cross"),
    "WITHDRAWN": ("stopped", "cross"),
}


@dataclass(frozen=True, slots=True)
class StatusMark:
    """``text`` in plain words; ``tone`` and ``shape`` go with it."""

    text: str
    tone: str
    shape: str


def status_mark(status: str) -> StatusMark:
    """The mark of a status of the registry; an unknown one is shown as it came."""
    return StatusMark(word(STATUS, status), *LOOKS.get(status, ("closed", "question")))


def mark_of(study: Study) -> StatusMark:
    """The study's mark: a starter status is only what was last known."""
    if study.is_starter and study.overall_status == "RECRUITING":
        return status_mark(RECRUITING_LAST_KNOWN)
    return status_mark(study.overall_status)
