"""What one criterion asks, and the sentence that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a criterion is about."""

    ONSET_TIME = "onset_time"
    DIAGNOSIS_TIME = "diagnosis_time"
    VITAL_CAPACITY = "vital_capacity"
    ALSFRS_TOTAL = "alsfrs_total"
    ALSFRS_ITEM = "alsfrs_item"
    PROGRESSION_RATE = "progression_rate"
    VENTILATION = "ventilation"
    FEEDING_TUBE = "feeding_tube"
    RILUZOLE = "riluzole"
    EDARAVONE = "edaravone"
    TOFERSEN = "tofersen"
    PRIOR_CELL_THERAPY = "prior_cell_therapy"
    GENE = "gene"
    EL_ESCORIAL = "el_escorial"
    PREGNANCY = "pregnancy"
    ANTICOAGULANTS = "anticoagulants"
    IMMUNOSUPPRESSION = "immunosuppression"
    LANGUAGE_OR_RESIDENCE = "language_or_residence"
    CAREGIVER = "caregiver"
    MRI_OR_LUMBAR_PUNCTURE = "mri_or_lumbar_puncture_contraindicated"
    CANCER_HISTORY = "cancer_history"


class Section(StrEnum):
    """Under which heading of the criteria a sentence stands."""

    INCLUSION = "inclusion"
    EXCLUSION = "exclusion"
    UNSTATED = "unstated"


class Operator(StrEnum):
    """What holds for the person who can join, whatever the heading."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    BETWEEN = "between"
    REQUIRED = "required"
    FORBIDDEN = "forbidden"
    ALLOWED_IF = "allowed_if"
    NOT_TAKING_OR_STABLE = "not_taking_or_stable"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One demand, with the meaning for the person who can join.

    ``value`` is months for clocks, points, percent of predicted or litres by ``unit``,
    days for a stable dose or washout, years for cancer, hours a day for ventilation;
    ``anchor`` is the clock (onset, weakness, diagnosis, unstated), the test of the
    vital capacity with its position ("svc:upright"), the type of ventilation or the gene.
    ``quote`` (at most 160 characters) and ``sentence`` are verbatim from ``field``.
    ``group`` names the arm that it holds for; "" is everybody.
    """

    kind: Kind
    section: Section
    operator: Operator
    value: str = ""
    value_high: str = ""
    unit: str = ""
    anchor: str = ""
    quote: str
    field: str
    rule: str
    group: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSentence:
    """One bullet or sentence of a criteria text, as the text has it.

    ``heading`` is the nearest line above that introduces it; ``group`` the arm or the
    people whom that line, or the sentence itself, is about ("" is everybody).
    ``start`` is its place in the text, in characters.
    """

    text: str
    section: Section
    heading: str = ""
    group: str = ""
    start: int = 0
