"""Vital capacity and the ALSFRS-R total."""

import re

from trials.reading.eligibility.criterion import Criterion
from trials.reading.fit.judgement import NOT_SAID, UNCLEAR, Judgement, ask, met_if
from trials.reading.fit.limits import keeps, limits_of
from trials.reading.fit.person import Person, Position
from trials.reading.fit.result import Reason

_SCALE = re.compile(r"ALS[\s-]*FRS|Functional\s+Rating\s+Scale", re.IGNORECASE)
_REVISED = re.compile(r"ALS[\s-]*FRS[\s-]*\(?R\b|FRS[\s-]*\(?R\b|revised", re.IGNORECASE)


def vital_capacity(person: Person, criterion: Criterion) -> Judgement:
    """Compared only where the criterion's test, position and unit are the person's.

    A bare "VC" takes either test. An unsaid position is sitting, as tests are usually done.
    """
    limits = limits_of(criterion)
    if not limits:
        return UNCLEAR
    if criterion.unit != "%pred":
        return ask(Reason.OTHER_TEST)
    if person.vital_capacity_percent is None:
        return NOT_SAID
    test, _, position = criterion.anchor.partition(":")
    if test not in {"vc", person.vital_capacity_test}:
        return ask(Reason.OTHER_TEST)
    if (position or Position.UPRIGHT) != (person.vital_capacity_position or Position.UPRIGHT):
        return ask(Reason.OTHER_TEST)
    return met_if(keeps(person.vital_capacity_percent, limits))


def alsfrs_total(person: Person, criterion: Criterion) -> Judgement:
    """The total of the ALSFRS-R, in points of 48.

    "ALSFRS" without its R may be the older scale of 40 points: then only the site can tell.
    """
    limits = limits_of(criterion)
    if not limits or criterion.unit not in {"points", ""}:
        return UNCLEAR
    if person.alsfrs_total is None:
        return NOT_SAID
    said = f"{criterion.quote} {criterion.sentence}"
    if _SCALE.search(said) and not _REVISED.search(said):
        return ask(Reason.OTHER_TEST)
    return met_if(keeps(person.alsfrs_total, limits))
