"""Our reading of single criteria, in plain words."""

from __future__ import annotations

from trials.reading.eligibility.criterion import Criterion, Kind, Operator
from trials.search.said import said as _


def criterion_in_words(one: Criterion) -> str:
    """'Time since the first weakness: at most 24 months'"""
    return f"{_subject(one)}: {_demand(one)}"


def _subject(one: Criterion) -> str:
    return _finer_subjects().get((one.kind, one.anchor)) or _subjects()[one.kind]


def _finer_subjects() -> dict[tuple[Kind, str], str]:
    return {
        (Kind.ONSET_TIME, "weakness"): _("Time since the first weakness"),
        (Kind.VENTILATION, "noninvasive"): _("Breathing support by mask"),
        (Kind.VENTILATION, "invasive"): _("Breathing support by a tube in the neck"),
        (Kind.VENTILATION, "diaphragm_pacing"): _("A pacer for the breathing muscle"),
        (Kind.GENE, "SOD1"): _("A change in the gene SOD1"),
        (Kind.GENE, "C9orf72"): _("A change in the gene C9orf72"),
        (Kind.GENE, "FUS"): _("A change in the gene FUS"),
        (Kind.GENE, "any_familial"): _("ALS that runs in the family"),
        (Kind.GENE, "sporadic_only"): _("ALS that does not run in the family"),
    }


def _subjects() -> dict[Kind, str]:
    return {
        Kind.ONSET_TIME: _("Time since ALS began"),
        Kind.DIAGNOSIS_TIME: _("Time since the diagnosis"),
        Kind.VITAL_CAPACITY: _("Breathing test (vital capacity)"),
        Kind.ALSFRS_TOTAL: _("ALSFRS-R score in all"),
        Kind.ALSFRS_ITEM: _("Single ALSFRS-R scores"),
        Kind.PROGRESSION_RATE: _("How fast the ALSFRS-R score falls"),
        Kind.VENTILATION: _("Breathing support"),
        Kind.FEEDING_TUBE: _("Feeding tube"),
        Kind.RILUZOLE: _("Riluzole"),
        Kind.EDARAVONE: _("Edaravone"),
        Kind.TOFERSEN: _("Tofersen"),
        Kind.PRIOR_CELL_THERAPY: _("Earlier treatment with cells"),
        Kind.GENE: _("Gene"),
        Kind.EL_ESCORIAL: _("How sure the diagnosis is"),
        Kind.PREGNANCY: _("Being pregnant"),
        Kind.ANTICOAGULANTS: _("Blood thinners"),
        Kind.IMMUNOSUPPRESSION: _("Drugs that hold back the immune system"),
        Kind.LANGUAGE_OR_RESIDENCE: _("Language or place to live"),
        Kind.CAREGIVER: _("A caregiver"),
        Kind.MRI_OR_LUMBAR_PUNCTURE: _("Something that rules out an MRI or a lumbar puncture"),
        Kind.CANCER_HISTORY: _("Cancer, now or before"),
    }


def _demand(one: Criterion) -> str:
    values = {"low": _amount(one.value, one.unit), "high": _amount(one.value_high, one.unit)}
    return _demands(one)[one.operator] % values


def _demands(one: Criterion) -> dict[Operator, str]:
    forbidden = _("keeps people out")
    if one.value:
        forbidden = _("keeps people out (figure in the record: %(low)s)")
    stable = _("not taken, or the dose has been the same for some time")
    if one.value:
        stable = _("not taken, or the same dose for %(low)s")
    return {
        Operator.AT_LEAST: _("at least %(low)s"),
        Operator.ABOVE: _("more than %(low)s"),
        Operator.AT_MOST: _("at most %(low)s"),
        Operator.BELOW: _("less than %(low)s"),
        Operator.BETWEEN: _("from %(low)s to %(high)s"),
        Operator.REQUIRED: _("asked for (%(low)s)") if one.value else _("asked for"),
        Operator.FORBIDDEN: forbidden,
        Operator.ALLOWED_IF: _("allowed, with a limit"),
        Operator.NOT_TAKING_OR_STABLE: stable,
        Operator.UNCLEAR: _("named, but we could not tell how: read the sentence"),
    }


def _amount(value: str, unit: str) -> str:
    """'24 months', '50 percent of what is expected'; a value without a unit stands alone."""
    units = {
        "%pred": _("%(value)s percent of what is expected"),
        "L": _("%(value)s liters"),
        "months": _("%(value)s months"),
        "points": _("%(value)s points"),
        "points/month": _("%(value)s points a month"),
        "days": _("%(value)s days"),
        "years": _("%(value)s years"),
        "hours/day": _("%(value)s hours a day"),
    }
    shown = ", ".join(_level(one) for one in value.split("|"))
    return units.get(unit, "%(value)s") % {"value": shown} if value else ""


def _level(value: str) -> str:
    """How sure a diagnosis is, in words; all else as it is."""
    words = {
        "gold_coast": _("Gold Coast criteria"),
        "lab_supported_probable": _("probable by lab tests"),
        "unspecified": _("El Escorial criteria"),
    }
    return words.get(value, value)
