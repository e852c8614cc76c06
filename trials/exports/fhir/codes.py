"""From the registry's words to FHIR's codes; a word without a code stays a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from trials.exports.cells import clean

Json = dict[str, Any]
REGISTRY = "https://clinicaltrials.gov"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
PHASE_SYSTEM = "http://terminology.hl7.org/CodeSystem/research-study-phase"
PURPOSE_SYSTEM = "http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type"
PHASES: Mapping[tuple[str, ...], str] = {
    ("NA",): "n-a",
    ("EARLY_PHASE1",): "early-phase-1",
    ("PHASE1",): "phase-1",
    ("PHASE1", "PHASE2"): "phase-1-phase-2",
    ("PHASE2",): "phase-2",
    ("PHASE2", "PHASE3"): "phase-2-phase-3",
    ("PHASE3",): "phase-3",
    ("PHASE4",): "phase-4",
}
# http://hl7.org/fhir/research-study-status. What is not here (UNKNOWN, WITHHELD,
# APPROVED_FOR_MARKETING) has no code that is true of it: the status is said to be absent.
STATUSES = {
    "RECRUITING": "active",
    "ENROLLING_BY_INVITATION": "active",
    "AVAILABLE": "active",
    "NOT_YET_RECRUITING": "approved",
    "ACTIVE_NOT_RECRUITING": "closed-to-accrual",
    "NO_LONGER_AVAILABLE": "closed-to-accrual",
    "SUSPENDED": "temporarily-closed-to-accrual",
    "TEMPORARILY_NOT_AVAILABLE": "temporarily-closed-to-accrual",
    "COMPLETED": "completed",
    "TERMINATED": "administratively-completed",
    "WITHDRAWN": "withdrawn",
}
PURPOSES = {
    "TREATMENT": "treatment",
    "PREVENTION": "prevention",
    "DIAGNOSTIC": "diagnostic",
    "SUPPORTIVE_CARE": "supportive-care",
    "SCREENING": "screening",
    "HEALTH_SERVICES_RESEARCH": "health-services-research",
    "BASIC_SCIENCE": "basic-science",
    "DEVICE_FEASIBILITY": "device-feasibility",
}


def text(value: str) -> str:
    """A FHIR string: no unseen character, no blank at its ends."""
    return clean(value).strip()


def concept(words: str, *, system: str = "", code: str = "") -> Json:
    """A CodeableConcept; the words as the registry has them."""
    coding = {"coding": [{"system": system, "code": code}]} if code else {}
    return {**coding, "text": text(words)}


def phase(phases: Sequence[str]) -> Json | None:
    """Every phase of the record in one code: Phase 1/2 stays Phase 1/2."""
    if not phases:
        return None
    return concept(", ".join(phases), system=PHASE_SYSTEM, code=PHASES.get(tuple(phases), ""))


def status(overall_status: str, *, is_starter: bool) -> Json:
    """``status`` from the overall status; said to be unknown where no code would be true.

    That a starter study recruited once says nothing about today.
    """
    code = STATUSES.get(overall_status)
    if code is None or (is_starter and code in ("active", "approved")):
        return {"_status": {"extension": [{"url": ABSENT, "valueCode": "unknown"}]}}
    return {"status": code}


def without_empty(value: Json) -> Json:
    """FHIR has no empty texts, lists or objects."""
    return {name: one for name, one in value.items() if one not in (None, "", [], {})}
