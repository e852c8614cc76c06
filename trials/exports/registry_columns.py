"""Columns of the registry's own fields: who, what, whom and when."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.utils.translation import gettext_lazy as _

from trials.exports.column import Column, Kind, Origin
from trials.exports.row import Row
from trials.exports.stored import listed
from trials.records import Contact, DateStruct
from trials.records.countries import country_name

REGISTRY_STUDY = "https://clinicaltrials.gov/study/"
registry = partial(Column, origin=Origin.REGISTRY)
P = "protocolSection."


def registry_address(nct_id: str) -> str:
    """The study's page at the registry."""
    return REGISTRY_STUDY + nct_id


def date_text(struct: DateStruct | None) -> str:
    return str(struct.date) if struct else ""


def _sponsor_class(row: Row) -> str:
    lead = row.record.sponsors.lead_sponsor
    return lead.agency_class if lead else ""


def _countries(row: Row) -> tuple[str, ...]:
    codes = {site.country_code for site in row.facts.sites if site.country_code}
    return tuple(sorted(country_name(code) for code in codes))


def _sites_that_recruit(row: Row) -> int:
    return sum(site.status == "RECRUITING" for site in row.facts.sites)


def _of_contact(pick: Callable[[Contact], str]) -> Callable[[Row], str]:
    def first(row: Row) -> str:
        contacts = row.record.central_contacts
        return pick(contacts[0]) if contacts else ""

    return first


IDENTITY = (
    registry(
        name="nct_id",
        heading=_("NCT number"),
        description=_("The study's number at ClinicalTrials.gov."),
        source=f"{P}identificationModule.nctId",
        value=lambda row: row.study.nct_id,
        width=14,
        stored="s.nct_id",
    ),
    registry(
        name="registry_link",
        heading=_("Link to ClinicalTrials.gov"),
        description=_("The record itself. Check it before you act on anything here."),
        source=f"{P}identificationModule.nctId",
        value=lambda row: registry_address(row.study.nct_id),
        kind=Kind.LINK,
        width=46,
        stored=f"'{REGISTRY_STUDY}' || s.nct_id",
    ),
    registry(
        name="brief_title",
        heading=_("Title"),
        description=_("The short title, as those who run the study wrote it."),
        source=f"{P}identificationModule.briefTitle",
        value=lambda row: row.study.brief_title,
        width=60,
        stored="s.brief_title",
    ),
    registry(
        name="official_title",
        heading=_("Official title"),
        description=_("The long title."),
        source=f"{P}identificationModule.officialTitle",
        value=lambda row: row.study.official_title,
        width=60,
        is_usual=False,
        stored="s.official_title",
    ),
    registry(
        name="acronym",
        heading=_("Acronym"),
        description=_("The study's short name."),
        source=f"{P}identificationModule.acronym",
        value=lambda row: row.study.acronym,
        width=14,
        stored="s.acronym",
    ),
    registry(
        name="other_ids",
        heading=_("Other numbers"),
        description=_("The sponsor's own number and numbers in other registries."),
        source=f"{P}identificationModule.orgStudyIdInfo.id, secondaryIdInfos[].id",
        value=lambda row: tuple(
            one
            for one in (
                row.record.identification.org_study_id,
                *(other.id for other in row.record.identification.secondary_ids),
            )
            if one
        ),
        kind=Kind.LIST,
        is_usual=False,
    ),
    registry(
        name="lead_sponsor",
        heading=_("Run by"),
        description=_("The lead sponsor: who is responsible for the study."),
        source=f"{P}sponsorCollaboratorsModule.leadSponsor.name",
        value=lambda row: row.study.lead_sponsor,
        width=32,
        stored="s.lead_sponsor",
    ),
    registry(
        name="lead_sponsor_class",
        heading=_("Kind of sponsor"),
        description=_("INDUSTRY, NIH, OTHER and so on, in the registry's words."),
        source=f"{P}sponsorCollaboratorsModule.leadSponsor.class",
        value=_sponsor_class,
        width=14,
        is_usual=False,
    ),
    registry(
        name="collaborators",
        heading=_("Collaborators"),
        description=_("Who helps to run or pay for it."),
        source=f"{P}sponsorCollaboratorsModule.collaborators[].name",
        value=lambda row: tuple(one.name for one in row.record.sponsors.collaborators),
        kind=Kind.LIST,
        width=32,
        is_usual=False,
    ),
)
DESIGN = (
    registry(
        name="study_type",
        heading=_("Study type"),
        description=_("INTERVENTIONAL, OBSERVATIONAL or EXPANDED_ACCESS."),
        source=f"{P}designModule.studyType",
        value=lambda row: row.study.study_type,
        width=16,
        stored="s.study_type",
    ),
    registry(
        name="phases",
        heading=_("Phase"),
        description=_("All phases that the record names. NA: the record says not applicable."),
        source=f"{P}designModule.phases[]",
        value=lambda row: tuple(row.study.phases),
        kind=Kind.LIST,
        width=16,
        stored=listed("s.phases"),
    ),
    registry(
        name="conditions",
        heading=_("Illnesses"),
        description=_("The illnesses studied, as the record names them."),
        source=f"{P}conditionsModule.conditions[]",
        value=lambda row: row.record.conditions,
        kind=Kind.LIST,
        width=32,
    ),
    registry(
        name="interventions",
        heading=_("Treatments"),
        description=_("What is tested, as the record names it, each with its type."),
        source=f"{P}armsInterventionsModule.interventions[].type, .name",
        value=lambda row: tuple(
            f"{one.type}: {one.name}" if one.type else one.name for one in row.record.interventions
        ),
        kind=Kind.LIST,
        width=44,
    ),
    registry(
        name="allocation",
        heading=_("Allocation"),
        description=_("RANDOMIZED, NON_RANDOMIZED or NA."),
        source=f"{P}designModule.designInfo.allocation",
        value=lambda row: row.record.design.allocation,
        width=16,
    ),
    registry(
        name="intervention_model",
        heading=_("Design"),
        description=_("SINGLE_GROUP, PARALLEL and so on."),
        source=f"{P}designModule.designInfo.interventionModel",
        value=lambda row: row.record.design.intervention_model,
        width=16,
        is_usual=False,
    ),
    registry(
        name="masking",
        heading=_("Masking"),
        description=_("Who does not know what is given: NONE, SINGLE, DOUBLE and so on."),
        source=f"{P}designModule.designInfo.maskingInfo.masking",
        value=lambda row: row.record.design.masking,
        width=12,
    ),
    registry(
        name="enrollment_count",
        heading=_("Number of people"),
        description=_("How many people take part, or are planned to."),
        source=f"{P}designModule.enrollmentInfo.count",
        value=lambda row: row.record.design.enrollment_count,
        kind=Kind.NUMBER,
        width=10,
    ),
    registry(
        name="enrollment_type",
        heading=_("Number of people: actual or estimated"),
        description=_("ACTUAL or ESTIMATED; empty where the record leaves it out."),
        source=f"{P}designModule.enrollmentInfo.type",
        value=lambda row: row.record.design.enrollment_type,
        width=12,
        is_usual=False,
    ),
    registry(
        name="primary_outcomes",
        heading=_("Main measures"),
        description=_("What the study is meant to measure first of all."),
        source=f"{P}outcomesModule.primaryOutcomes[].measure",
        value=lambda row: tuple(one.measure for one in row.record.primary_outcomes),
        kind=Kind.LIST,
        width=44,
        is_usual=False,
    ),
)
WHO = (
    registry(
        name="minimum_age",
        heading=_("Youngest age"),
        description=_("As the record writes it; empty means no limit stated."),
        source=f"{P}eligibilityModule.minimumAge",
        value=lambda row: str(row.record.eligibility.minimum_age or ""),
        width=12,
    ),
    registry(
        name="maximum_age",
        heading=_("Oldest age"),
        description=_("As the record writes it; empty means no limit stated."),
        source=f"{P}eligibilityModule.maximumAge",
        value=lambda row: str(row.record.eligibility.maximum_age or ""),
        width=12,
    ),
    registry(
        name="sex",
        heading=_("Sex"),
        description=_("ALL, FEMALE or MALE."),
        source=f"{P}eligibilityModule.sex",
        value=lambda row: row.record.eligibility.sex,
        width=8,
    ),
    registry(
        name="healthy_volunteers",
        heading=_("Healthy volunteers"),
        description=_("Whether people without the illness can take part."),
        source=f"{P}eligibilityModule.healthyVolunteers",
        value=lambda row: row.record.eligibility.healthy_volunteers,
        kind=Kind.YES_NO,
        width=10,
        is_usual=False,
    ),
    registry(
        name="eligibility_criteria",
        heading=_("Criteria, whole text"),
        description=_("Who can take part, in the record's own words. Long."),
        source=f"{P}eligibilityModule.eligibilityCriteria",
        value=lambda row: row.record.eligibility.eligibility_criteria,
        width=60,
        is_usual=False,
    ),
)
WHERE = (
    registry(
        name="countries",
        heading=_("Countries"),
        description=_("Countries with a site."),
        source=f"{P}contactsLocationsModule.locations[].country",
        value=_countries,
        kind=Kind.LIST,
        width=24,
    ),
    registry(
        name="site_count",
        heading=_("Sites"),
        description=_("How many sites the record lists."),
        source=f"{P}contactsLocationsModule.locations[]",
        value=lambda row: len(row.facts.sites),
        kind=Kind.NUMBER,
        width=8,
    ),
    registry(
        name="recruiting_site_count",
        heading=_("Sites that say they recruit"),
        description=_("How many sites have the status RECRUITING of their own. Many state none."),
        source=f"{P}contactsLocationsModule.locations[].status",
        value=_sites_that_recruit,
        kind=Kind.NUMBER,
        width=10,
    ),
    registry(
        name="central_contact_name",
        heading=_("Contact"),
        description=_("The first person to ask about the whole study."),
        source=f"{P}contactsLocationsModule.centralContacts[0].name",
        value=_of_contact(lambda contact: contact.name),
        width=24,
    ),
    registry(
        name="central_contact_email",
        heading=_("Contact: e-mail"),
        description=_("Empty where the record gives none."),
        source=f"{P}contactsLocationsModule.centralContacts[0].email",
        value=_of_contact(lambda contact: contact.email),
        width=28,
    ),
    registry(
        name="central_contact_phone",
        heading=_("Contact: telephone"),
        description=_("Empty where the record gives none."),
        source=f"{P}contactsLocationsModule.centralContacts[0].phone",
        value=_of_contact(lambda contact: contact.phone),
        width=18,
    ),
)
