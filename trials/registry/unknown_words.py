"""Words that the registry may add one day: kept as they are, and told to the operator."""

from collections.abc import Iterator

from trials.records import OverallStatus, Phase, Problem, StudyRecord, StudyType

STATUSES = frozenset[str](OverallStatus)
STUDY_TYPES = frozenset[str](StudyType)
PHASES = frozenset[str](Phase)


def unknown_words(record: StudyRecord) -> Iterator[Problem]:
    """A problem for each status, study type or phase that OpenAPI 2.0.5 doesn't name."""
    words: list[tuple[str, frozenset[str], tuple[str, ...]]] = [
        ("statusModule.overallStatus", STATUSES, (record.status.overall_status,)),
        ("statusModule.lastKnownStatus", STATUSES, (record.status.last_known_status,)),
        ("designModule.studyType", STUDY_TYPES, (record.design.study_type,)),
        ("designModule.phases", PHASES, record.design.phases),
        ("locations.status", STATUSES, tuple(site.status for site in record.locations)),
    ]
    for field, known, found in words:
        for word in sorted({word for word in found if word and word not in known}):
            yield Problem(record.nct_id, field, "a word that is not known yet", word[:200])
