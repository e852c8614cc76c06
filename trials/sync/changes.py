"""What changed between two records of a study, as a reader would call it news.

Post dates moving from estimated to actual and the registry's own MeSH terms are no
news, so they are not among the fields compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trials.records import DateStruct, StudyRecord

Value = str | int | bool | list[str] | None
Fact = Callable[[StudyRecord], Value]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it had, or has, nothing."""

    field: str
    before: Value
    after: Value


def _date(struct: DateStruct | None) -> str:
    return str(struct.date) if struct else ""


def _sites(record: StudyRecord) -> Value:
    lines = {", ".join(filter(None, (s.facility, s.city, s.country))) for s in record.locations}
    return sorted(lines)


def _site_statuses(record: StudyRecord) -> Value:
    lines = {
        f"{', '.join(filter(None, (s.facility, s.city, s.country)))}: {s.status}"
        for s in record.locations
        if s.status
    }
    return sorted(lines)


def _contacts(record: StudyRecord) -> Value:
    lines = {f"{c.name} {c.email} {c.phone}".strip() for c in record.central_contacts}
    return sorted(lines)


def _interventions(record: StudyRecord) -> Value:
    return sorted({f"{one.type}: {one.name}" for one in record.interventions})


def _documents(record: StudyRecord) -> Value:
    return sorted(document.label for document in record.large_documents)


def _violations(record: StudyRecord) -> Value:
    return [event.type for event in record.annotations.violation_events]


FACTS: dict[str, Fact] = {
    "overall_status": lambda record: record.status.overall_status,
    "why_stopped": lambda record: record.status.why_stopped,
    "start_date": lambda record: _date(record.status.start_date),
    "primary_completion_date": lambda record: _date(record.status.primary_completion_date),
    "completion_date": lambda record: _date(record.status.completion_date),
    "brief_title": lambda record: record.identification.brief_title,
    "phases": lambda record: list(record.design.phases),
    "enrollment_count": lambda record: record.design.enrollment_count,
    "lead_sponsor": lambda record: (
        record.sponsors.lead_sponsor.name if record.sponsors.lead_sponsor else ""
    ),
    "interventions": _interventions,
    "eligibility_criteria": lambda record: record.eligibility.eligibility_criteria,
    "minimum_age": lambda record: str(record.eligibility.minimum_age or ""),
    "maximum_age": lambda record: str(record.eligibility.maximum_age or ""),
    "sex": lambda record: record.eligibility.sex,
    "sites": _sites,
    "site_statuses": _site_statuses,
    "central_contacts": _contacts,
    "has_results": lambda record: record.has_results,
    "documents": _documents,
    "violations": _violations,
}
LISTING = "listing"  # delisted, or listed again: from the runs, not from the records


def changes_between(before: StudyRecord, after: StudyRecord) -> tuple[FieldChange, ...]:
    """Every fact that differs, in the order of FACTS."""
    both = ((name, fact(before), fact(after)) for name, fact in FACTS.items())
    return tuple(FieldChange(name, old, new) for name, old, new in both if old != new)
