"""The parts of a study record, module by module, under the registry's own names.

A missing text is "", a missing list is (), a missing yes/no or number is None.
Texts are unescaped Markdown. Words such as statuses stay strings (see words.py).
"""

from dataclasses import dataclass

from trials.records.ages import Age
from trials.records.dates import DateStruct, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondaryId:
    """``identificationModule.secondaryIdInfos[]``"""

    id: str
    type: str = ""
    domain: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """``identificationModule``"""

    nct_id: str
    nct_id_aliases: tuple[str, ...] = ()
    brief_title: str = ""
    official_title: str = ""
    acronym: str = ""
    organization_full_name: str = ""
    org_study_id: str = ""
    secondary_ids: tuple[SecondaryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpandedAccess:
    """``statusModule.expandedAccessInfo``: a programme outside the trial, if there is one."""

    has_expanded_access: bool
    nct_id: str = ""
    status_for_nct_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """``statusModule``"""

    overall_status: str = ""
    last_known_status: str = ""
    status_verified_date: PartialDate | None = None
    why_stopped: str = ""
    delayed_posting: bool | None = None
    expanded_access: ExpandedAccess | None = None
    start_date: DateStruct | None = None
    primary_completion_date: DateStruct | None = None
    completion_date: DateStruct | None = None
    study_first_submit_date: PartialDate | None = None
    study_first_post_date: DateStruct | None = None
    last_update_submit_date: PartialDate | None = None
    last_update_post_date: DateStruct | None = None
    results_first_post_date: DateStruct | None = None
    disp_first_post_date: DateStruct | None = None
    results_waived: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A sponsor or collaborator: ``leadSponsor``, ``collaborators[]``."""

    name: str
    agency_class: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsors:
    """``sponsorCollaboratorsModule``"""

    lead_sponsor: Agency | None = None
    collaborators: tuple[Agency, ...] = ()
    responsible_party_type: str = ""
    investigator_full_name: str = ""
    investigator_title: str = ""
    investigator_affiliation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight:
    """``oversightModule``; None means the record does not say."""

    oversight_has_dmc: bool | None = None
    is_fda_regulated_drug: bool | None = None
    is_fda_regulated_device: bool | None = None
    is_unapproved_device: bool | None = None
    is_us_export: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """``designModule``; ``phases`` is () where the record has none, ("NA",) where it says N/A."""

    study_type: str = ""
    phases: tuple[str, ...] = ()
    allocation: str = ""
    intervention_model: str = ""
    intervention_model_description: str = ""
    primary_purpose: str = ""
    observational_model: str = ""
    time_perspective: str = ""
    masking: str = ""
    masking_description: str = ""
    who_masked: tuple[str, ...] = ()
    enrollment_count: int | None = None
    enrollment_type: str = ""
    patient_registry: bool | None = None
    target_duration: str = ""
    expanded_access_types: tuple[str, ...] = ()
    bio_spec_retention: str = ""
    bio_spec_description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmGroup:
    """``armsInterventionsModule.armGroups[]``"""

    label: str
    type: str = ""
    description: str = ""
    intervention_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """``armsInterventionsModule.interventions[]``"""

    name: str
    type: str = ""
    description: str = ""
    other_names: tuple[str, ...] = ()
    arm_group_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``outcomesModule``: one outcome that the study plans to measure."""

    measure: str
    description: str = ""
    time_frame: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """``eligibilityModule``; an age of None means no limit."""

    eligibility_criteria: str = ""
    healthy_volunteers: bool | None = None
    sex: str = ""
    gender_based: bool | None = None
    gender_description: str = ""
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    std_ages: tuple[str, ...] = ()
    study_population: str = ""
    sampling_method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeshTerm:
    """``derivedSection.*BrowseModule.meshes[]`` or ``ancestors[]``"""

    id: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesh:
    """``derivedSection``: what the registry itself derives from the record."""

    conditions: tuple[MeshTerm, ...] = ()
    condition_ancestors: tuple[MeshTerm, ...] = ()
    interventions: tuple[MeshTerm, ...] = ()
    intervention_ancestors: tuple[MeshTerm, ...] = ()
