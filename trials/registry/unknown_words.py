"""Words that the registry may add one day: kept as they are, and told to the operator."""

from collections.abc import Iterator
from enum import StrEnum

from trials.records import OverallStatus, Phase, Problem, StudyRecord, StudyType


def unknown_words(record: StudyRecord) -> Iterator[Problem]:
    """A problem for each status, study type or phase that OpenAPI 2.0.5 doesn't name."""
    words: list[tuple[str, type[StrEnum], tuple[str, ...]]] = [
        ("statusModule.overallStatus", OverallStatus, (record.status.overall_status,)),
        ("statusModule.lastKnownStatus", OverallStatus, (record.status.last_known_status,)),
        ("designModule.studyType", StudyType, (record.design.study_type,)),
        ("designModule.phases", Phase, record.design.phases),
        ("locations.status", OverallStatus, tuple(site.status for site in record.locations)),
    ]
    for field, known, found in words:
        for word in sorted({word for word in found if word and word not in set(known)}):
            yield Problem(record.nct_id, field, "a word that is not known yet", word)
