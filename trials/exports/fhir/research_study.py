"""One study as a ResearchStudy, with sponsor, lead, group and sites contained in it."""

from __future__ import annotations

from trials.exports.fhir import parts
from trials.exports.fhir.codes import (
    PURPOSE_SYSTEM,
    PURPOSES,
    Json,
    concept,
    phase,
    status,
    text,
    without_empty,
)
from trials.exports.registry_columns import registry_address
from trials.exports.row import StudyFacts
from trials.records import StudyRecord


def research_study(facts: StudyFacts) -> Json:
    """The resource as JSON values. R4 has one description: the summary stands before the rest."""
    record, study = facts.record, facts.study
    contained = list(_contained(record))
    here = {one["id"] for one in contained}
    purpose = record.design.primary_purpose
    return without_empty(
        {
            "resourceType": "ResearchStudy",
            "id": study.nct_id,
            "meta": {"source": registry_address(study.nct_id)},
            "contained": contained,
            "identifier": parts.identifiers(record),
            "title": text(record.identification.brief_title),
            **status(study.overall_status, is_starter=study.is_starter),
            "primaryPurposeType": concept(
                purpose, system=PURPOSE_SYSTEM, code=PURPOSES.get(purpose, "")
            )
            if purpose
            else None,
            "phase": phase(record.design.phases),
            "category": parts.categories(record, as_of=study.as_of if study.is_starter else ""),
            "focus": [concept(one.name) for one in record.interventions if text(one.name)],
            "condition": [concept(one) for one in record.conditions if text(one)],
            "contact": parts.contacts(record),
            "relatedArtifact": parts.related(record),
            "keyword": [concept(one) for one in record.keywords if text(one)],
            "location": _countries(record),
            "description": _description(record),
            "enrollment": _references(here, "people"),
            "period": parts.period(record),
            "sponsor": _reference(here, "sponsor"),
            "principalInvestigator": _reference(here, "lead"),
            "site": [{"reference": f"#{one}"} for one in sorted(here) if one.startswith("site-")],
            "reasonStopped": concept(record.status.why_stopped)
            if text(record.status.why_stopped)
            else None,
            "arm": parts.arms(record),
            "objective": list(parts.objectives(record)),
        }
    )


def _description(record: StudyRecord) -> str:
    both = (text(record.brief_summary), text(record.detailed_description))
    return "\n\n".join(one for one in both if one)


def _countries(record: StudyRecord) -> list[Json]:
    codes = dict.fromkeys((site.country_code, site.country) for site in record.locations)
    return [
        concept(name, system="urn:iso:std:iso:3166", code=code)
        for code, name in codes
        if text(name)
    ]


def _references(here: set[str], id: str) -> list[Json]:
    return [{"reference": f"#{id}"}] if id in here else []


def _reference(here: set[str], id: str) -> Json | None:
    return {"reference": f"#{id}"} if id in here else None


def _contained(record: StudyRecord) -> list[Json]:
    lead = record.sponsors.lead_sponsor
    found: list[Json] = []
    if lead and text(lead.name):
        found.append({"resourceType": "Organization", "id": "sponsor", "name": text(lead.name)})
    official = next((o for o in record.overall_officials if text(o.name)), None)
    if official:
        name = [{"text": text(official.name)}]
        found.append({"resourceType": "Practitioner", "id": "lead", "name": name})
    if record.design.enrollment_count:
        found.append(_people(record))
    found += [
        parts.location(site, f"site-{number:04d}")
        for number, site in enumerate(record.locations, start=1)
    ]
    return found


def _people(record: StudyRecord) -> Json:
    """Who takes part, as a Group that stands for no list of persons."""
    kind = f" ({record.design.enrollment_type})" if record.design.enrollment_type else ""
    return {
        "resourceType": "Group",
        "id": "people",
        "type": "person",
        "actual": False,
        "name": f"Enrollment{kind}",
        "quantity": record.design.enrollment_count,
    }
