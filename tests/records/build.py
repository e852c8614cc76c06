"""`study(...)`: a complete, schema-valid v2 study record of a study that the tests invented.

Ids run from NCT90000000 up, so that no page outside tests can ever show one as real.
"""

from typing import Any

from tests.records import modules
from tests.records.draft import Draft
from tests.records.parts import Json, drop, put, without_empty

FIRST_ID = 90_000_000


def study(**facts: Any) -> Json:
    """The record of a recruiting ALS stem-cell trial, changed by the facts given.

    The facts are the fields of `Draft`; an unknown one is a TypeError. None leaves a field out.
    `also={path: value}` sets anything else by its JSON path, `without=[path]` takes things out.
    """
    return record_of(Draft(**facts))


def record_of(draft: Draft) -> Json:
    record = without_empty(
        {
            "protocolSection": protocol_section(draft),
            "resultsSection": draft.results,
            "annotationSection": draft.annotations and {"annotationModule": draft.annotations},
            "documentSection": draft.documents
            and {"largeDocumentModule": {"largeDocs": list(draft.documents)}},
            "derivedSection": modules.derived(draft),
        }
    )
    record["hasResults"] = draft.results is not None
    for path, value in draft.also.items():
        put(record, path, value)
    for path in draft.without:
        drop(record, path)
    return record


def protocol_section(draft: Draft) -> Json:
    return without_empty(
        {
            "identificationModule": modules.identification(draft),
            "statusModule": modules.status(draft),
            "sponsorCollaboratorsModule": modules.sponsors(draft),
            "oversightModule": modules.oversight(draft),
            "descriptionModule": modules.description(draft),
            "conditionsModule": modules.conditions(draft),
            "designModule": modules.design(draft),
            "armsInterventionsModule": modules.arms_interventions(draft),
            "outcomesModule": modules.outcomes(draft),
            "eligibilityModule": modules.eligibility(draft),
            "contactsLocationsModule": modules.contacts_locations(draft),
            "referencesModule": modules.references(draft),
            "ipdSharingStatementModule": draft.ipd_sharing and {"ipdSharing": draft.ipd_sharing},
        }
    )


def studies(count: int, **facts: Any) -> list[Json]:
    """Many plain studies with ids of their own, from NCT90001000 on: for paging and for load."""
    first = FIRST_ID + 1000
    return [study(nct_id=f"NCT{first + number}", **facts) for number in range(count)]
