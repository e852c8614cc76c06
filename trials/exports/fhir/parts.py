"""Parts of a ResearchStudy, each from one module of the record."""

from __future__ import annotations

from collections.abc import Iterator

from trials.exports.fhir.codes import REGISTRY, Json, concept, text, without_empty
from trials.records import Contact, SiteRecord, StudyRecord


def identifiers(record: StudyRecord) -> list[Json]:
    """The NCT id, the sponsor's own id and the secondary ids."""
    names = record.identification
    found: list[Json] = [{"use": "official", "system": REGISTRY, "value": names.nct_id}]
    if text(names.org_study_id):
        found.append({"use": "secondary", "value": text(names.org_study_id)})
    for other in names.secondary_ids:
        if text(other.id):
            kind = without_empty({"text": text(other.type)})
            found.append(without_empty({"use": "secondary", "type": kind, "value": text(other.id)}))
    return found


def categories(record: StudyRecord, *, as_of: str) -> list[Json]:
    """Study type and design, and the overall status in the registry's own words."""
    design = record.design
    facts = {
        "Overall status": record.status.overall_status,
        "Overall status as known on": as_of,
        "Last known status": record.status.last_known_status,
        "Study type": design.study_type,
        "Allocation": design.allocation,
        "Intervention model": design.intervention_model,
        "Masking": design.masking,
        "Observational model": design.observational_model,
        "Time perspective": design.time_perspective,
    }
    return [concept(f"{label}: {value}") for label, value in facts.items() if text(value)]


def contacts(record: StudyRecord) -> list[Json]:
    """Central contacts and officials (HL7: Central Contact, Overall Officials)."""
    people = (*record.central_contacts, *record.overall_officials)
    return [contact for one in people if (contact := _contact(one))]


def _contact(one: Contact) -> Json:
    telecom = [
        {"system": system, "value": text(value)}
        for system, value in (("email", one.email), ("phone", _phone(one)))
        if text(value)
    ]
    return without_empty({"name": text(one.name), "telecom": telecom})


def _phone(one: Contact) -> str:
    return f"{one.phone} ext. {one.phone_ext}" if one.phone and one.phone_ext else one.phone


def related(record: StudyRecord) -> list[Json]:
    """Citations and links."""
    found = [
        without_empty({"type": "citation", "citation": text(one.citation)})
        for one in record.references
        if text(one.citation)
    ]
    found += [
        without_empty({"type": "documentation", "display": text(one.label), "url": text(one.url)})
        for one in record.see_also_links
        if text(one.url)
    ]
    return found


def arms(record: StudyRecord) -> list[Json]:
    return [
        without_empty(
            {
                "name": text(one.label) or "Arm",
                "type": concept(one.type) if text(one.type) else None,
                "description": text(one.description),
            }
        )
        for one in record.arm_groups
    ]


def objectives(record: StudyRecord) -> Iterator[Json]:
    """Measures, primary and secondary."""
    system = "http://terminology.hl7.org/CodeSystem/research-study-objective-type"
    kinds = (("primary", record.primary_outcomes), ("secondary", record.secondary_outcomes))
    for code, outcomes in kinds:
        for one in outcomes:
            if text(one.measure):
                kind = concept(code, system=system, code=code)
                yield {"name": text(one.measure), "type": kind}


def period(record: StudyRecord) -> Json:
    """Start and completion, as precise as the registry has them."""
    start, end = record.status.start_date, record.status.completion_date
    return without_empty(
        {"start": str(start.date) if start else "", "end": str(end.date) if end else ""}
    )


def location(site: SiteRecord, id: str) -> Json:
    """A site as a contained Location; its own status stays in the registry's words."""
    point = site.geo_point
    return without_empty(
        {
            "resourceType": "Location",
            "id": id,
            "name": text(site.facility),
            "description": f"Status of this site: {site.status}" if site.status else "",
            "address": without_empty(
                {
                    "city": text(site.city),
                    "state": text(site.state),
                    "postalCode": text(site.zip),
                    "country": text(site.country),
                }
            ),
            "position": {"longitude": point.lon, "latitude": point.lat} if point else None,
        }
    )
