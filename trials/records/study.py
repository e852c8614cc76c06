"""A study, as the registry states it."""

from dataclasses import dataclass, field

from trials.records.documents import Annotations, LargeDocument, Reference, SeeAlsoLink
from trials.records.parts import (
    ArmGroup,
    Design,
    Eligibility,
    Identification,
    Intervention,
    Mesh,
    Outcome,
    Oversight,
    Sponsors,
    Status,
)
from trials.records.places import Contact, SiteRecord
from trials.records.results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRecord:
    """One record of the registry, whole and in its own words; no judgement of ours.

    Parts carry the names of the registry's modules, so every field can be traced
    to its JSON path (``status.why_stopped`` is
    ``protocolSection.statusModule.whyStopped``).
    """

    identification: Identification
    status: Status = field(default_factory=Status)
    sponsors: Sponsors = field(default_factory=Sponsors)
    oversight: Oversight = field(default_factory=Oversight)
    brief_summary: str = ""
    detailed_description: str = ""
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    design: Design = field(default_factory=Design)
    arm_groups: tuple[ArmGroup, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    primary_outcomes: tuple[Outcome, ...] = ()
    secondary_outcomes: tuple[Outcome, ...] = ()
    other_outcomes: tuple[Outcome, ...] = ()
    eligibility: Eligibility = field(default_factory=Eligibility)
    central_contacts: tuple[Contact, ...] = ()
    overall_officials: tuple[Contact, ...] = ()
    locations: tuple[SiteRecord, ...] = ()
    references: tuple[Reference, ...] = ()
    see_also_links: tuple[SeeAlsoLink, ...] = ()
    large_documents: tuple[LargeDocument, ...] = ()
    annotations: Annotations = field(default_factory=Annotations)
    results: Results | None = None
    has_results: bool = False
    mesh: Mesh = field(default_factory=Mesh)

    @property
    def nct_id(self) -> str:
        return self.identification.nct_id

    @property
    def titles(self) -> tuple[str, ...]:
        """Brief and official title, those that there are."""
        both = (self.identification.brief_title, self.identification.official_title)
        return tuple(title for title in both if title)
