"""The JSON's shape (OpenAPI 2.0.5), as far as the site reads it.

Every module may be missing; unknown fields are ignored, unknown words kept. Leaves
are the values of ``trials.records`` themselves: pydantic fills them by the
registry's camelCase names. Shapes that a record splits or joins stand here.
"""

from pydantic import Field

from trials.records import (
    NCT_ID,
    ArmGroup,
    Contact,
    GeoPoint,
    Intervention,
    MeshTerm,
    Outcome,
    SecondaryId,
    SeeAlsoLink,
)
from trials.registry.wire_object import Wire
from trials.registry.wire_results import ResultsSection


class WireDate(Wire):
    date: str
    type: str = ""


class OrgStudyIdInfo(Wire):
    id: str = ""


class Organization(Wire):
    full_name: str = ""


class IdentificationModule(Wire):
    nct_id: str = Field(pattern=f"^{NCT_ID.pattern}$")
    nct_id_aliases: tuple[str, ...] = ()
    brief_title: str = ""
    official_title: str = ""
    acronym: str = ""
    organization: Organization = Organization()
    org_study_id_info: OrgStudyIdInfo = OrgStudyIdInfo()
    secondary_id_infos: tuple[SecondaryId, ...] = ()


class ExpandedAccessInfo(Wire):
    has_expanded_access: bool = False
    nct_id: str = ""
    status_for_nct_id: str = ""


class StatusModule(Wire):
    overall_status: str = ""
    last_known_status: str = ""
    status_verified_date: str = ""
    why_stopped: str = ""
    delayed_posting: bool | None = None
    results_waived: bool | None = None
    expanded_access_info: ExpandedAccessInfo | None = None
    start_date_struct: WireDate | None = None
    primary_completion_date_struct: WireDate | None = None
    completion_date_struct: WireDate | None = None
    study_first_submit_date: str = ""
    study_first_post_date_struct: WireDate | None = None
    last_update_submit_date: str = ""
    last_update_post_date_struct: WireDate | None = None
    results_first_post_date_struct: WireDate | None = None
    disp_first_post_date_struct: WireDate | None = None


class WireAgency(Wire):
    name: str
    agency_class: str = Field(default="", alias="class")


class ResponsibleParty(Wire):
    type: str = ""
    investigator_full_name: str = ""
    investigator_title: str = ""
    investigator_affiliation: str = ""


class SponsorCollaboratorsModule(Wire):
    responsible_party: ResponsibleParty = ResponsibleParty()
    lead_sponsor: WireAgency | None = None
    collaborators: tuple[WireAgency, ...] = ()


class OversightModule(Wire):
    oversight_has_dmc: bool | None = None
    is_fda_regulated_drug: bool | None = None
    is_fda_regulated_device: bool | None = None
    is_unapproved_device: bool | None = None
    is_us_export: bool | None = None


class DescriptionModule(Wire):
    brief_summary: str = ""
    detailed_description: str = ""


class ConditionsModule(Wire):
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class MaskingInfo(Wire):
    masking: str = ""
    masking_description: str = ""
    who_masked: tuple[str, ...] = ()


class DesignInfo(Wire):
    allocation: str = ""
    intervention_model: str = ""
    intervention_model_description: str = ""
    primary_purpose: str = ""
    observational_model: str = ""
    time_perspective: str = ""
    masking_info: MaskingInfo = MaskingInfo()


class EnrollmentInfo(Wire):
    count: int | None = None
    type: str = ""


class ExpandedAccessTypes(Wire):
    individual: bool = False
    intermediate: bool = False
    treatment: bool = False


class BioSpec(Wire):
    retention: str = ""
    description: str = ""


class DesignModule(Wire):
    study_type: str = ""
    phases: tuple[str, ...] = ()
    design_info: DesignInfo = DesignInfo()
    enrollment_info: EnrollmentInfo = EnrollmentInfo()
    patient_registry: bool | None = None
    target_duration: str = ""
    expanded_access_types: ExpandedAccessTypes = ExpandedAccessTypes()
    bio_spec: BioSpec = BioSpec()


class ArmsInterventionsModule(Wire):
    arm_groups: tuple[ArmGroup, ...] = ()
    interventions: tuple[Intervention, ...] = ()


class OutcomesModule(Wire):
    primary_outcomes: tuple[Outcome, ...] = ()
    secondary_outcomes: tuple[Outcome, ...] = ()
    other_outcomes: tuple[Outcome, ...] = ()


class EligibilityModule(Wire):
    eligibility_criteria: str = ""
    healthy_volunteers: bool | None = None
    sex: str = ""
    gender_based: bool | None = None
    gender_description: str = ""
    minimum_age: str = ""
    maximum_age: str = ""
    std_ages: tuple[str, ...] = ()
    study_population: str = ""
    sampling_method: str = ""


class Location(Wire):
    facility: str = ""
    status: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""
    geo_point: GeoPoint | None = None
    contacts: tuple[Contact, ...] = ()


class ContactsLocationsModule(Wire):
    central_contacts: tuple[Contact, ...] = ()
    overall_officials: tuple[Contact, ...] = ()
    locations: tuple[Location, ...] = ()


class Retraction(Wire):
    pmid: str = ""
    source: str = ""


class WireReference(Wire):
    citation: str = ""
    type: str = ""
    pmid: str = ""
    retractions: tuple[Retraction, ...] = ()


class ReferencesModule(Wire):
    references: tuple[WireReference, ...] = ()
    see_also_links: tuple[SeeAlsoLink, ...] = ()


class ProtocolSection(Wire):
    identification_module: IdentificationModule
    status_module: StatusModule = StatusModule()
    sponsor_collaborators_module: SponsorCollaboratorsModule = SponsorCollaboratorsModule()
    oversight_module: OversightModule = OversightModule()
    description_module: DescriptionModule = DescriptionModule()
    conditions_module: ConditionsModule = ConditionsModule()
    design_module: DesignModule = DesignModule()
    arms_interventions_module: ArmsInterventionsModule = ArmsInterventionsModule()
    outcomes_module: OutcomesModule = OutcomesModule()
    eligibility_module: EligibilityModule = EligibilityModule()
    contacts_locations_module: ContactsLocationsModule = ContactsLocationsModule()
    references_module: ReferencesModule = ReferencesModule()


class BrowseModule(Wire):
    meshes: tuple[MeshTerm, ...] = ()
    ancestors: tuple[MeshTerm, ...] = ()


class DerivedSection(Wire):
    condition_browse_module: BrowseModule = BrowseModule()
    intervention_browse_module: BrowseModule = BrowseModule()


class LargeDoc(Wire):
    label: str = ""
    filename: str = ""
    has_protocol: bool = False
    has_sap: bool = False
    has_icf: bool = False
    date: str = ""
    size: int | None = None


class LargeDocumentModule(Wire):
    large_docs: tuple[LargeDoc, ...] = ()


class DocumentSection(Wire):
    large_document_module: LargeDocumentModule = LargeDocumentModule()


class WireUnpostedEvent(Wire):
    type: str = ""
    date: str = ""


class UnpostedAnnotation(Wire):
    unposted_responsible_party: str = ""
    unposted_events: tuple[WireUnpostedEvent, ...] = ()


class WireViolationEvent(Wire):
    type: str = ""
    description: str = ""
    creation_date: str = ""
    issued_date: str = ""
    release_date: str = ""
    posted_date: str = ""


class ViolationAnnotation(Wire):
    violation_events: tuple[WireViolationEvent, ...] = ()


class AnnotationModule(Wire):
    unposted_annotation: UnpostedAnnotation = UnpostedAnnotation()
    violation_annotation: ViolationAnnotation = ViolationAnnotation()


class AnnotationSection(Wire):
    annotation_module: AnnotationModule = AnnotationModule()


class WireStudy(Wire):
    """One study, whole."""

    protocol_section: ProtocolSection
    derived_section: DerivedSection = DerivedSection()
    results_section: ResultsSection | None = None
    document_section: DocumentSection = DocumentSection()
    annotation_section: AnnotationSection = AnnotationSection()
    has_results: bool = False
