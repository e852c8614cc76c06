"""What a person may tell about their own situation. Every answer may be missing.

Lives on the person's own device only; nothing here is stored, logged or sent.
"""

from dataclasses import dataclass
from enum import StrEnum

from trials.records import PartialDate


class Sex(StrEnum):
    """The sex as the registry asks for it (``eligibilityModule.sex``)."""

    FEMALE = "FEMALE"
    MALE = "MALE"


class CapacityTest(StrEnum):
    """How the vital capacity was measured: slowly or forced."""

    SLOW = "svc"
    FORCED = "fvc"


class Position(StrEnum):
    """How the person sat or lay during the test."""

    UPRIGHT = "upright"
    SUPINE = "supine"


class Ventilation(StrEnum):
    """A kind of help with breathing, as criteria name it."""

    NONINVASIVE = "noninvasive"
    INVASIVE = "invasive"
    DIAPHRAGM_PACING = "diaphragm_pacing"


class Gene(StrEnum):
    """A change that a gene test found; ``NONE_FOUND``: tested, and nothing was found."""

    SOD1 = "SOD1"
    C9ORF72 = "C9orf72"
    FUS = "FUS"
    OTHER = "other"
    NONE_FOUND = "none_found"


class ElEscorial(StrEnum):
    """How sure the diagnosis is, by the El Escorial criteria."""

    SUSPECTED = "suspected"
    POSSIBLE = "possible"
    LAB_SUPPORTED_PROBABLE = "lab_supported_probable"
    PROBABLE = "probable"
    DEFINITE = "definite"


@dataclass(frozen=True, slots=True)
class Drug:
    """Whether a drug is taken now, and at this dose since when."""

    is_taken: bool
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person's answers; None is "I don't know" or "I'd rather not say".

    ``age`` in whole years; ``vital_capacity_percent`` of predicted; ``alsfrs_total`` of 48;
    ``ventilation`` is () for none at all; ``noninvasive_hours`` a day. ``familial``: another
    person in the family has or had ALS.
    """

    first_symptom: PartialDate | None = None
    first_weakness: PartialDate | None = None
    diagnosis: PartialDate | None = None
    age: int | None = None
    sex: Sex | None = None
    vital_capacity_percent: float | None = None
    vital_capacity_test: CapacityTest | None = None
    vital_capacity_position: Position | None = None
    alsfrs_total: int | None = None
    ventilation: tuple[Ventilation, ...] | None = None
    noninvasive_hours: float | None = None
    feeding_tube: bool | None = None
    riluzole: Drug | None = None
    edaravone: Drug | None = None
    tofersen: Drug | None = None
    prior_cell_therapy: bool | None = None
    prior_cell_therapy_last: PartialDate | None = None
    prior_gene_therapy: bool | None = None
    gene: Gene | None = None
    familial: bool | None = None
    el_escorial: ElEscorial | None = None
    anticoagulants: bool | None = None
    immunosuppressants: bool | None = None
    lumbar_puncture_possible: bool | None = None
    pregnant: bool | None = None
    cancer_history: bool | None = None
    caregiver: bool | None = None
