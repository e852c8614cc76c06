"""Earlier cell therapy, cancer, genes, the certainty of the diagnosis, punctures."""

import re
from datetime import date

from trials.reading.eligibility.criterion import Criterion, Operator
from trials.reading.fit.judgement import (
    MET,
    MORE,
    NOT_ASKED,
    NOT_MET,
    NOT_SAID,
    UNCLEAR,
    Judgement,
    ask,
    met_if,
)
from trials.reading.fit.limits import number
from trials.reading.fit.person import ElEscorial, Gene, Person
from trials.reading.fit.result import Reason
from trials.reading.fit.yes_or_no import forbidden_or_required

_PUNCTURE = re.compile(r"lumbar|puncture|spinal tap|intrathecal", re.IGNORECASE)
_IMAGE = re.compile(r"\bmri\b|magnetic|imaging", re.IGNORECASE)


def prior_cell_therapy(person: Person, criterion: Criterion, today: date) -> Judgement:
    """A study that asks for an earlier treatment means its own: then only the site can tell."""
    if criterion.operator is Operator.UNCLEAR:
        return UNCLEAR
    if person.prior_cell_therapy is None:
        return NOT_SAID
    if criterion.operator is not Operator.FORBIDDEN:
        return MORE
    if not person.prior_cell_therapy:
        return MET
    days = number(criterion.value)
    return NOT_MET if days is None else _long_ago(person, days, today)


def _long_ago(person: Person, days: float, today: date) -> Judgement:
    last = person.prior_cell_therapy_last
    if last is None or last.earliest > today:
        return MORE
    if (today - min(last.latest, today)).days > days:
        return MET
    return NOT_MET if (today - last.earliest).days < days else ask(Reason.DATE_NOT_PRECISE)


def gene(person: Person, criterion: Criterion) -> Judgement:
    """A named gene is answered by the test, familial or sporadic ALS by the family."""
    familial = person.familial
    if criterion.anchor == "any_familial":
        return forbidden_or_required(criterion, familial)
    if criterion.anchor == "sporadic_only":
        return forbidden_or_required(criterion, None if familial is None else not familial)
    named = {one.value.lower(): one for one in (Gene.SOD1, Gene.C9ORF72, Gene.FUS)}
    if criterion.anchor.lower() not in named:
        return UNCLEAR
    has_it = None if person.gene is None else person.gene is named[criterion.anchor.lower()]
    return forbidden_or_required(criterion, has_it)


def el_escorial(person: Person, criterion: Criterion) -> Judgement:
    """Levels only; the Gold Coast criteria have none. A lab-supported "probable" may count."""
    levels = set(criterion.value.split("|"))
    if criterion.operator is not Operator.REQUIRED or not levels <= set(ElEscorial):
        return UNCLEAR if criterion.operator is Operator.UNCLEAR else NOT_ASKED
    if person.el_escorial is None:
        return NOT_SAID
    is_near = person.el_escorial is ElEscorial.LAB_SUPPORTED_PROBABLE and (
        ElEscorial.PROBABLE in levels
    )
    if is_near and person.el_escorial not in levels:
        return MORE
    return met_if(person.el_escorial in levels)


def lumbar_puncture(person: Person, criterion: Criterion) -> Judgement:
    """We ask about lumbar punctures, not about MRI."""
    said = criterion.sentence or criterion.quote
    if not _PUNCTURE.search(said) or _IMAGE.search(said):
        return NOT_ASKED
    possible = person.lumbar_puncture_possible
    return forbidden_or_required(criterion, None if possible is None else not possible)


def cancer_history(person: Person, criterion: Criterion) -> Judgement:
    """Studies make exceptions by kind of cancer and years: a yes is always for the site."""
    if criterion.operator is not Operator.FORBIDDEN:
        return UNCLEAR
    if person.cancer_history is None:
        return NOT_SAID
    return MORE if person.cancer_history else MET


def immunosuppression(person: Person, criterion: Criterion) -> Judgement:
    """ "Required" means that the person must bear such drugs: nobody can answer that here."""
    if criterion.operator is Operator.REQUIRED:
        return NOT_ASKED
    return forbidden_or_required(criterion, person.immunosuppressants)
