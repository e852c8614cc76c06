"""One stated fact that is worth a question."""

from dataclasses import dataclass
from enum import StrEnum

from trials.reading.evidence import Evidence
from trials.reading.wording import Sentence


class SignalCode(StrEnum):
    """What a signal is about, in the order of the registry's modules. No order of danger."""

    STATUS_UNKNOWN = "status_unknown"
    NOT_VERIFIED_FOR_TWO_YEARS = "not_verified_for_two_years"
    PLANNED_END_HAS_PASSED = "planned_end_has_passed"
    REGISTERED_AFTER_START = "registered_after_start"
    NO_RESULTS_FOUND = "no_results_found"
    US_SITE_NOT_FDA_REGULATED = "us_site_not_fda_regulated"
    PEOPLE_PAY = "people_pay"
    CLAIM_IN_TEXT = "claim_in_text"
    LINK_IN_TEXT = "link_in_text"
    SEVERAL_CONDITIONS = "several_conditions"
    OBSERVATIONAL_WITH_CELLS = "observational_with_cells"
    NO_PHASE_AND_A_PROCEDURE = "no_phase_and_a_procedure"
    NO_COMPARISON = "no_comparison"
    OUTCOME_CHOSEN_BY_PATIENT = "outcome_chosen_by_patient"
    PAPER_RETRACTED = "paper_retracted"


@dataclass(frozen=True, slots=True)
class Signal:
    """``fact`` says only what the record states; ``question`` is for the study team."""

    code: SignalCode
    fact: Sentence
    question: Sentence
    evidence: Evidence


class Stated(StrEnum):
    """How the record answers a question about oversight."""

    YES = "stated_yes"
    NO = "stated_no"
    NOT_STATED = "not_stated"


class OversightCode(StrEnum):
    """The rows of the panel "What this record says about oversight", in their order."""

    SAFETY_BOARD = "safety_board"
    FDA_REGULATED = "fda_regulated"
    REGULATOR_NAMED = "regulator_named"
    ETHICS_APPROVAL = "ethics_approval"
    COST = "cost"
    CELL_MAKER = "cell_maker"
    CONTROLLED = "controlled"
    MASKED = "masked"
    SITES = "sites"
    SPONSOR = "sponsor"
    RESULTS = "results"
    PUBLICATIONS = "publications"
    LAST_VERIFIED = "last_verified"
    REGISTERED_BEFORE_START = "registered_before_start"
    FDA_NOTICE = "fda_notice"


@dataclass(frozen=True, slots=True)
class OversightRow:
    """One row; ``evidence`` is None where the record is silent, ``field`` names the place."""

    code: OversightCode
    answer: Stated
    fact: Sentence
    question: Sentence
    field: str
    evidence: Evidence | None = None
