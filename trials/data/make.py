"""Makes starter_studies.json from a file of facts: `python -m trials.data.make FACTS.json`.

Each fact file entry (``nctId``, ``asOf``, registry field names, no prose) becomes
``{"as_of": ..., "study": ...}`` with the facts in the registry's own v2 shape, so
that a starter study is read by the same code as a record.
"""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("starter_studies.json")
STATUS = (
    "overallStatus",
    "statusVerifiedDate",
    "startDateStruct",
    "primaryCompletionDateStruct",
    "completionDateStruct",
    "studyFirstPostDateStruct",
    "lastUpdatePostDateStruct",
)
DESIGN = ("studyType", "phases", "designInfo", "enrollmentInfo")
Facts = dict[str, Any]


def study_of(facts: Facts) -> Facts:
    """The facts in the shape of a v2 study, absent modules left out."""
    protocol = {
        "identificationModule": _picked(facts, "nctId", "briefTitle", "officialTitle", "acronym"),
        "statusModule": _picked(facts, *STATUS),
        "sponsorCollaboratorsModule": _picked(facts, "leadSponsor", "collaborators"),
        "oversightModule": facts.get("oversightModule", {}),
        "conditionsModule": _picked(facts, "conditions"),
        "designModule": _picked(facts, *DESIGN),
        "armsInterventionsModule": _picked(facts, "interventions"),
        "eligibilityModule": facts.get("eligibility", {}),
        "contactsLocationsModule": {"locations": _locations(facts)},
        "referencesModule": {"references": _references(facts)},
    }
    return {"protocolSection": {name: module for name, module in protocol.items() if module}}


def _picked(facts: Facts, *names: str) -> Facts:
    return {name: facts[name] for name in names if facts.get(name) is not None}


def _locations(facts: Facts) -> list[Facts]:
    known: list[Facts] = facts.get("locations", [])
    named = {place.get("country") for place in known}
    return known + [
        {"country": country} for country in facts.get("countries", []) if country not in named
    ]


def _references(facts: Facts) -> list[Facts]:
    return [{"pmid": pmid, "citation": f"PubMed {pmid}"} for pmid in facts.get("pmids", [])]


def main(source: str) -> None:
    """Write the starter file; sorted, so that a remake shows only what changed."""
    entries = json.loads(Path(source).read_text())
    starters = [
        {"as_of": facts["asOf"], "study": study_of(facts)}
        for facts in sorted(entries, key=lambda facts: str(facts["nctId"]))
    ]
    TARGET.write_text(json.dumps(starters, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
