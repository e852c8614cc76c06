"""A study to be written down as a registry record: every fact by keyword, with ALS defaults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.records.parts import Json, arm, contact, intervention, official, outcome
from tests.records.sites import boston

ALS_MESH = (("D000690", "Amyotrophic Lateral Sclerosis"), ("D016472", "Motor Neuron Disease"))
ALS_ANCESTORS = (
    ("D019636", "Neurodegenerative Diseases"),
    ("D009422", "Nervous System Diseases"),
    ("D009468", "Neuromuscular Diseases"),
)
CRITERIA = """Inclusion Criteria:

* Age 18 to 75 years
* ALS by the Gold Coast criteria
* First weakness within the last 24 months
* Slow vital capacity of 60% of predicted or more
* On a stable dose of riluzole for 30 days, or not taking it

Exclusion Criteria:

* Tracheostomy or permanent ventilation
* Any earlier cell therapy
* Pregnant or breastfeeding"""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """None leaves a field out of the record. Dates are texts: '2026', '2026-05', '2026-05-04'."""

    nct_id: str = "NCT90000000"
    aliases: Sequence[str] | None = None
    org_study_id: str = "TEST-ALS-01"
    secondary_ids: Sequence[Json] | None = None
    brief_title: str = "Stem Cells From Bone Marrow for People With ALS"
    official_title: str | None = (
        "An Open-Label Study of Autologous Bone Marrow Mesenchymal Stem Cells, Given by Lumbar "
        "Puncture, in People With Amyotrophic Lateral Sclerosis"
    )
    acronym: str | None = None

    overall_status: str = "RECRUITING"
    last_known_status: str | None = None
    why_stopped: str | None = None
    status_verified: str | None = "2026-10"
    has_expanded_access: bool | None = False
    expanded_access_id: str | None = None
    start: str | None = "2025-03-01"
    start_type: str | None = "ACTUAL"
    primary_completion: str | None = "2027-06"
    completion: str | None = "2027-12"
    completion_type: str | None = "ESTIMATED"
    first_posted: str = "2025-02-10"
    last_update_posted: str = "2026-10-05"
    results_first_posted: str | None = None
    results_waived: bool | None = None

    sponsor: str = "Example University"
    sponsor_class: str = "OTHER"
    collaborators: Sequence[Json] | None = None
    responsible_party: str | None = "SPONSOR"
    has_dmc: bool | None = True
    is_fda_regulated_drug: bool | None = True
    is_fda_regulated_device: bool | None = False
    fdaaa801_violation: bool | None = None

    brief_summary: str | None = (
        "This study tests whether cells grown from a person's own bone marrow are safe when they "
        "are put into the fluid around the spinal cord. All who take part have ALS."
    )
    detailed_description: str | None = None
    conditions: Sequence[str] = ("Amyotrophic Lateral Sclerosis",)
    keywords: Sequence[str] | None = ("ALS", "stem cells")

    study_type: str = "INTERVENTIONAL"
    phases: Sequence[str] | None = ("PHASE1", "PHASE2")
    design: Mapping[str, Any] | None = field(
        default_factory=lambda: {
            "allocation": "NA",
            "interventionModel": "SINGLE_GROUP",
            "primaryPurpose": "TREATMENT",
            "maskingInfo": {"masking": "NONE"},
        }
    )
    enrollment: int | None = 24
    enrollment_type: str | None = "ESTIMATED"
    expanded_access_types: Mapping[str, bool] | None = None
    target_duration: str | None = None
    patient_registry: bool | None = None
    arms: Sequence[Json] | None = field(default_factory=lambda: (arm("Cells"),))
    interventions: Sequence[Json] | None = field(
        default_factory=lambda: (
            intervention(
                "Autologous bone marrow mesenchymal stem cells",
                description="One dose of the person's own cells, given by lumbar puncture.",
            ),
        )
    )
    primary_outcomes: Sequence[Json] | None = field(
        default_factory=lambda: (outcome("Number of people with a serious side effect"),)
    )
    secondary_outcomes: Sequence[Json] | None = field(
        default_factory=lambda: (outcome("Change in the ALSFRS-R score", time_frame="6 months"),)
    )

    eligibility_criteria: str | None = CRITERIA
    sex: str | None = "ALL"
    minimum_age: str | None = "18 Years"
    maximum_age: str | None = "75 Years"
    std_ages: Sequence[str] | None = ("ADULT", "OLDER_ADULT")
    healthy_volunteers: bool | None = False
    study_population: str | None = None
    sampling_method: str | None = None

    central_contacts: Sequence[Json] | None = field(default_factory=lambda: (contact(),))
    overall_officials: Sequence[Json] | None = field(default_factory=lambda: (official(),))
    locations: Sequence[Json] | None = field(default_factory=lambda: (boston(),))
    references: Sequence[Json] | None = None
    see_also: Sequence[Json] | None = None
    ipd_sharing: str | None = None

    condition_mesh: Sequence[tuple[str, str]] | None = ALS_MESH
    condition_ancestors: Sequence[tuple[str, str]] | None = ALS_ANCESTORS
    intervention_mesh: Sequence[tuple[str, str]] | None = None
    version_holder: str = "2026-11-20"
    results: Mapping[str, Any] | None = None
    documents: Sequence[Json] | None = None
    annotations: Mapping[str, Any] | None = None

    also: Mapping[str, Any] = field(default_factory=dict)
    without: Sequence[str] = ()
