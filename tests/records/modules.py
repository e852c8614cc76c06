"""The modules of a v2 study record, each from a draft. One function for one module."""

from typing import Any

from tests.records.draft import Draft
from tests.records.parts import Json, dated, mesh, present, sponsor


def as_list(values: Any) -> list[Any] | None:
    return None if values is None else list(values)


def identification(draft: Draft) -> Json:
    return present(
        nctId=draft.nct_id,
        nctIdAliases=as_list(draft.aliases),
        orgStudyIdInfo={"id": draft.org_study_id},
        secondaryIdInfos=as_list(draft.secondary_ids),
        organization=present(fullName=draft.sponsor, class_=draft.sponsor_class),
        briefTitle=draft.brief_title,
        officialTitle=draft.official_title,
        acronym=draft.acronym,
    )


def status(draft: Draft) -> Json:
    return present(
        statusVerifiedDate=draft.status_verified,
        overallStatus=draft.overall_status,
        lastKnownStatus=draft.last_known_status,
        whyStopped=draft.why_stopped,
        expandedAccessInfo=_expanded_access(draft),
        startDateStruct=dated(draft.start, draft.start_type),
        primaryCompletionDateStruct=dated(draft.primary_completion, draft.completion_type),
        completionDateStruct=dated(draft.completion, draft.completion_type),
        studyFirstSubmitDate=draft.first_posted,
        studyFirstSubmitQcDate=draft.first_posted,
        studyFirstPostDateStruct=dated(draft.first_posted, "ACTUAL"),
        resultsWaived=draft.results_waived,
        resultsFirstSubmitDate=draft.results_first_posted,
        resultsFirstSubmitQcDate=draft.results_first_posted,
        resultsFirstPostDateStruct=dated(draft.results_first_posted, "ACTUAL"),
        lastUpdateSubmitDate=draft.last_update_posted,
        lastUpdatePostDateStruct=dated(draft.last_update_posted, "ACTUAL"),
    )


def _expanded_access(draft: Draft) -> Json | None:
    if draft.has_expanded_access is None:
        return None
    return present(hasExpandedAccess=draft.has_expanded_access, nctId=draft.expanded_access_id)


def sponsors(draft: Draft) -> Json:
    party = draft.responsible_party
    return present(
        responsibleParty=None if party is None else {"type": party},
        leadSponsor=sponsor(draft.sponsor, draft.sponsor_class),
        collaborators=as_list(draft.collaborators),
    )


def oversight(draft: Draft) -> Json:
    return present(
        oversightHasDmc=draft.has_dmc,
        isFdaRegulatedDrug=draft.is_fda_regulated_drug,
        isFdaRegulatedDevice=draft.is_fda_regulated_device,
        fdaaa801Violation=draft.fdaaa801_violation,
    )


def description(draft: Draft) -> Json:
    return present(briefSummary=draft.brief_summary, detailedDescription=draft.detailed_description)


def conditions(draft: Draft) -> Json:
    return present(conditions=list(draft.conditions), keywords=as_list(draft.keywords))


def design(draft: Draft) -> Json:
    count = draft.enrollment
    return present(
        studyType=draft.study_type,
        expandedAccessTypes=draft.expanded_access_types,
        patientRegistry=draft.patient_registry,
        targetDuration=draft.target_duration,
        phases=as_list(draft.phases),
        designInfo=draft.design,
        enrollmentInfo=None if count is None else present(count=count, type=draft.enrollment_type),
    )


def arms_interventions(draft: Draft) -> Json:
    """Arms and interventions name each other; an arm or intervention that says more keeps it."""
    arms, given = as_list(draft.arms), as_list(draft.interventions)
    labels = [each["label"] for each in arms or []]
    names = [f"{_spoken(each['type'])}: {each['name']}" for each in given or []]
    return present(
        armGroups=arms and [_linked("interventionNames", names, each) for each in arms],
        interventions=given and [_linked("armGroupLabels", labels, each) for each in given],
    )


def _linked(name: str, links: list[str], part: Json) -> Json:
    return part if name in part or not links else part | {name: links}


def _spoken(intervention_type: str) -> str:
    return intervention_type.replace("_", " ").title()


def outcomes(draft: Draft) -> Json:
    return present(
        primaryOutcomes=as_list(draft.primary_outcomes),
        secondaryOutcomes=as_list(draft.secondary_outcomes),
    )


def eligibility(draft: Draft) -> Json:
    return present(
        eligibilityCriteria=draft.eligibility_criteria,
        healthyVolunteers=draft.healthy_volunteers,
        sex=draft.sex,
        minimumAge=draft.minimum_age,
        maximumAge=draft.maximum_age,
        stdAges=as_list(draft.std_ages),
        studyPopulation=draft.study_population,
        samplingMethod=draft.sampling_method,
    )


def contacts_locations(draft: Draft) -> Json:
    return present(
        centralContacts=as_list(draft.central_contacts),
        overallOfficials=as_list(draft.overall_officials),
        locations=as_list(draft.locations),
    )


def references(draft: Draft) -> Json:
    return present(references=as_list(draft.references), seeAlsoLinks=as_list(draft.see_also))


def derived(draft: Draft) -> Json:
    return present(
        miscInfoModule={"versionHolder": draft.version_holder},
        conditionBrowseModule=_browse(draft.condition_mesh, draft.condition_ancestors),
        interventionBrowseModule=_browse(draft.intervention_mesh, None),
    )


def _browse(meshes: Any, ancestors: Any) -> Json | None:
    if meshes is None:
        return None
    return present(meshes=mesh(*meshes), ancestors=None if ancestors is None else mesh(*ancestors))
