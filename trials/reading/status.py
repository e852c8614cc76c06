"""Which statuses are open, and when a status is too old to rely on."""

from datetime import date, timedelta

from trials.records import OverallStatus, StudyRecord

OPEN = frozenset(
    {
        OverallStatus.RECRUITING,
        OverallStatus.NOT_YET_RECRUITING,
        OverallStatus.ENROLLING_BY_INVITATION,
        OverallStatus.AVAILABLE,
    }
)
"""People can join, or will be able to."""

GOING_ON = OPEN | {
    OverallStatus.ACTIVE_NOT_RECRUITING,
    OverallStatus.SUSPENDED,
    OverallStatus.TEMPORARILY_NOT_AVAILABLE,
}
"""The study has not ended, as far as its record says."""

UNCONFIRMED = timedelta(days=730)
"""The registry's own span: a study not confirmed for two years becomes "Unknown"."""


def is_long_unconfirmed(record: StudyRecord, today: date) -> bool:
    """Whether the record was last verified more than two years ago."""
    verified = record.status.status_verified_date
    return verified is not None and verified.latest + UNCONFIRMED < today
