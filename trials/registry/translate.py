"""From one study's JSON to a StudyRecord and what could not be read in it."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from trials.records import (
    NCT_ID,
    Age,
    Agency,
    DateStruct,
    Design,
    Eligibility,
    ExpandedAccess,
    Identification,
    Intervention,
    Mesh,
    Oversight,
    PartialDate,
    Problem,
    Reference,
    SiteRecord,
    Sponsors,
    Status,
    StudyRecord,
)
from trials.records.countries import country_code
from trials.registry import wire
from trials.registry.huge_numbers import leave_out
from trials.registry.json_types import JsonObject
from trials.registry.reader import MOST_PROBLEMS, MOST_SITES, FieldReader
from trials.registry.text import halves, is_plain, plain, seen
from trials.registry.translate_annexes import annotations_of, documents_of, results_of
from trials.registry.unknown_words import unknown_words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

UNKNOWN_ENROLLMENT = 99999999
DATE_STRUCTS = (
    "start",
    "primary_completion",
    "completion",
    "study_first_post",
    "last_update_post",
    "results_first_post",
    "disp_first_post",
)
LONGEST_PATH = 500
ID_FIELD = "protocolSection.identificationModule.nctId"
PLACE_NAMES = ("facility", "city", "state", "zip", "country", "status")
TITLES = ("brief_title", "official_title", "acronym")
STATUSES = ("overall_status", "last_known_status")
PLAIN_DATES = ("status_verified_date", "study_first_submit_date", "last_update_submit_date")
T = TypeVar("T", bound="DataclassInstance")


def translate(payload: JsonObject) -> tuple[StudyRecord | None, tuple[Problem, ...]]:
    """Read one study; never raises on what the registry may send.

    Returns the record, or None when the study's shape can't be read at all (then
    one of the problems is fatal), and every problem met.
    """
    cut: list[str] = []
    huge: list[Problem] = []
    try:
        study = _validated(payload, cut, huge)
    except ValidationError as error:
        return None, _fatal(nct_id_of(payload), error)
    record, problems = _translated(study)
    problems += tuple(huge[:MOST_PROBLEMS])
    return record, (*problems, *_half_characters(record.nct_id, payload)) if cut else problems


def translate_body(body: str) -> tuple[StudyRecord | None, tuple[Problem, ...]]:
    """``translate`` of a JSON text, in half the time where its texts are plain already.

    ValueError where it is no JSON.
    """
    if is_plain(body):
        with suppress(ValidationError):
            return _translated(wire.WireStudy.model_validate_json(body))
    return translate(json.loads(body))


def _translated(study: wire.WireStudy) -> tuple[StudyRecord, tuple[Problem, ...]]:
    reader = FieldReader(study.protocol_section.identification_module.nct_id)
    record = _record(study, reader)
    return record, (*reader.problems, *unknown_words(record))


def _half_characters(nct_id: str, payload: JsonObject) -> Iterator[Problem]:
    for path, text in islice(halves(payload), MOST_PROBLEMS):
        reason = "a character cut in two, as in the midst of an emoji; told by a sign for it"
        yield Problem(nct_id, seen(path)[:LONGEST_PATH], reason, seen(text)[:200])


def unreadable(payload: JsonObject) -> Problem | None:
    """Why no study comes of it: ``translate`` would give no record, or one under another id.

    None where nothing is in the way. A third of the work of ``translate``.
    """
    try:
        wire.WireStudy.model_validate(payload)  # what fits as it is fits when its texts are plain
    except ValidationError:
        return _why_unreadable(payload)
    return None


def _why_unreadable(payload: JsonObject) -> Problem | None:
    try:
        _validated(payload)
    except ValidationError as error:
        return _fatal(nct_id_of(payload), error)[0]
    nct_id = nct_id_of(payload)
    if NCT_ID.fullmatch(nct_id):
        return None
    reason = "an id only to the eye: characters in it that nobody sees"
    return Problem(seen(nct_id)[:40], ID_FIELD, reason, repr(nct_id)[:200], is_fatal=True)


def _validated(
    payload: JsonObject, cut: list[str] | None = None, huge: list[Problem] | None = None
) -> wire.WireStudy:
    """``cut`` and ``huge`` get what had to be mended or left out for it."""
    study = plain(payload, cut=cut)
    try:
        return wire.WireStudy.model_validate(study)
    except ValidationError as error:
        problems = leave_out(nct_id_of(payload), study, error)
        if not problems:
            raise
    if huge is not None:
        huge += problems
    return wire.WireStudy.model_validate(study)


def nct_id_of(payload: JsonObject) -> str:
    """The study's id, or "" where the payload doesn't hold one in its place."""
    node: object = payload
    for name in ("protocolSection", "identificationModule", "nctId"):
        node = node.get(name) if isinstance(node, dict) else None
    return node if isinstance(node, str) else ""


def _fatal(nct_id: str, error: ValidationError) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            nct_id=nct_id[:40],
            field=".".join(str(part) for part in fault["loc"]),
            reason=fault["msg"],
            value=repr(fault["input"])[:200],
            is_fatal=True,
        )
        for fault in error.errors()[:5]
    )


def same_names(cls: type[T], source: BaseModel, **others: object) -> T:
    """A value of ``cls`` whose fields are those of ``source`` with the same names."""
    names = _shared_names(cls, type(source), *others)
    return cls(**{name: getattr(source, name) for name in names}, **others)


@cache
def _shared_names(
    cls: "type[DataclassInstance]", source: type[BaseModel], *others: str
) -> tuple[str, ...]:
    there = source.model_fields.keys() - set(others)
    return tuple(name for name in cls.__dataclass_fields__ if name in there)


def _record(study: wire.WireStudy, reader: FieldReader) -> StudyRecord:
    protocol = study.protocol_section
    return StudyRecord(
        identification=_identification(protocol.identification_module, reader),
        status=_status(protocol.status_module, reader),
        sponsors=_sponsors(protocol.sponsor_collaborators_module, reader),
        oversight=same_names(Oversight, protocol.oversight_module),
        brief_summary=protocol.description_module.brief_summary,
        detailed_description=protocol.description_module.detailed_description,
        conditions=reader.names(
            "conditionsModule.conditions", protocol.conditions_module.conditions
        ),
        keywords=reader.names("conditionsModule.keywords", protocol.conditions_module.keywords),
        design=_design(protocol.design_module, reader),
        arm_groups=protocol.arms_interventions_module.arm_groups,
        interventions=tuple(
            _intervention(one, reader) for one in protocol.arms_interventions_module.interventions
        ),
        primary_outcomes=protocol.outcomes_module.primary_outcomes,
        secondary_outcomes=protocol.outcomes_module.secondary_outcomes,
        other_outcomes=protocol.outcomes_module.other_outcomes,
        eligibility=_eligibility(protocol.eligibility_module, reader),
        central_contacts=protocol.contacts_locations_module.central_contacts,
        overall_officials=protocol.contacts_locations_module.overall_officials,
        locations=_locations(protocol.contacts_locations_module, reader),
        references=tuple(_reference(one) for one in protocol.references_module.references),
        see_also_links=protocol.references_module.see_also_links,
        large_documents=documents_of(study, reader),
        annotations=annotations_of(study, reader),
        results=results_of(study.results_section),
        has_results=study.has_results,
        mesh=_mesh(study.derived_section),
    )


def _identification(module: wire.IdentificationModule, reader: FieldReader) -> Identification:
    path = "identificationModule"
    return same_names(
        Identification,
        reader.named(path, module, TITLES),
        nct_id_aliases=reader.nct_ids(f"{path}.nct_id_aliases", module.nct_id_aliases),
        organization_full_name=reader.name(f"{path}.organization", module.organization.full_name),
        org_study_id=reader.name(f"{path}.org_study_id_info.id", module.org_study_id_info.id),
        secondary_ids=module.secondary_id_infos,
    )


def _status(module: wire.StatusModule, reader: FieldReader) -> Status:
    dates: dict[str, DateStruct | PartialDate | None] = {
        f"{name}_date": reader.date_struct(f"statusModule.{name}_date", module, name)
        for name in DATE_STRUCTS
    }
    for name in PLAIN_DATES:
        dates[name] = reader.date(f"statusModule.{name}", getattr(module, name))
    access = module.expanded_access_info
    return same_names(
        Status,
        reader.named("statusModule", module, STATUSES),
        expanded_access=access and same_names(ExpandedAccess, access),
        **dates,
    )


def _sponsors(module: wire.SponsorCollaboratorsModule, reader: FieldReader) -> Sponsors:
    lead, path = module.lead_sponsor, "sponsorCollaboratorsModule"
    return Sponsors(
        lead_sponsor=_agency(lead, f"{path}.leadSponsor", reader) if lead else None,
        collaborators=tuple(
            _agency(one, f"{path}.collaborators", reader) for one in module.collaborators
        ),
        responsible_party_type=module.responsible_party.type,
        investigator_full_name=module.responsible_party.investigator_full_name,
        investigator_title=module.responsible_party.investigator_title,
        investigator_affiliation=module.responsible_party.investigator_affiliation,
    )


def _agency(agency: wire.WireAgency, path: str, reader: FieldReader) -> Agency:
    return same_names(Agency, reader.named(path, agency, ("name",)))


def _design(module: wire.DesignModule, reader: FieldReader) -> Design:
    info, masking = module.design_info, module.design_info.masking_info
    people, kinds = module.enrollment_info, module.expanded_access_types
    count = reader.count("designModule.enrollmentInfo.count", people.count)
    return Design(
        study_type=reader.name("designModule.studyType", module.study_type),
        phases=reader.names("designModule.phases", module.phases),
        allocation=info.allocation,
        intervention_model=info.intervention_model,
        intervention_model_description=info.intervention_model_description,
        primary_purpose=info.primary_purpose,
        observational_model=info.observational_model,
        time_perspective=info.time_perspective,
        masking=masking.masking,
        masking_description=masking.masking_description,
        who_masked=masking.who_masked,
        enrollment_count=None if count == UNKNOWN_ENROLLMENT else count,
        enrollment_type=people.type,
        patient_registry=module.patient_registry,
        target_duration=module.target_duration,
        expanded_access_types=tuple(name for name, is_so in kinds if is_so),
        bio_spec_retention=module.bio_spec.retention,
        bio_spec_description=module.bio_spec.description,
    )


def _eligibility(module: wire.EligibilityModule, reader: FieldReader) -> Eligibility:
    ages: dict[str, Age | None] = {
        name: reader.age(f"eligibilityModule.{name}", getattr(module, name))
        for name in ("minimum_age", "maximum_age")
    }
    return same_names(Eligibility, module, **ages)


def _intervention(one: Intervention, reader: FieldReader) -> Intervention:
    path = "armsInterventionsModule.interventions"
    name, others = (
        reader.name(f"{path}.name", one.name),
        reader.names(f"{path}.otherNames", one.other_names),
    )
    if (name, others) == (one.name, one.other_names):
        return one
    return replace(one, name=name, other_names=others)


def _locations(module: wire.ContactsLocationsModule, reader: FieldReader) -> tuple[SiteRecord, ...]:
    if len(module.locations) > MOST_SITES:
        reader.note("locations", str(len(module.locations)), f"only the first {MOST_SITES:,} kept")
    return tuple(_site(location, reader) for location in module.locations[:MOST_SITES])


def _site(location: wire.Location, reader: FieldReader) -> SiteRecord:
    location = reader.on_earth(
        "locations.geoPoint", reader.named("locations", location, PLACE_NAMES)
    )
    return same_names(SiteRecord, location, country_code=country_code(location.country) or "")


def _reference(reference: wire.WireReference) -> Reference:
    return same_names(
        Reference, reference, retractions=tuple(one.pmid for one in reference.retractions)
    )


def _mesh(derived: wire.DerivedSection) -> Mesh:
    return Mesh(
        conditions=derived.condition_browse_module.meshes,
        condition_ancestors=derived.condition_browse_module.ancestors,
        interventions=derived.intervention_browse_module.meshes,
        intervention_ancestors=derived.intervention_browse_module.ancestors,
    )
