"""A person's answers beside a study's criteria, one by one."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trials.reading.eligibility.criterion import Criterion, Kind, Section
from trials.reading.fit import breathing, drugs, history, measures
from trials.reading.fit.clock import time_since
from trials.reading.fit.judgement import NOT_ASKED, Judgement, ask
from trials.reading.fit.person import Person
from trials.reading.fit.result import CriterionFit, Fit, Looks, Reason
from trials.reading.fit.structured import structured_rows
from trials.reading.fit.yes_or_no import forbidden_or_required
from trials.reading.status import OPEN
from trials.records import StudyRecord

_LEFT_TO_THE_DOCTOR = re.compile(
    r"\b(?:opinion|discretion|judge?ment|judged|unless|except\w*|waiv\w*|case[\s-]by[\s-]case|"
    r"may be (?:allowed|included|considered))\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\bor\b|/", re.IGNORECASE)

Rule = Callable[[Person, Criterion, date], Judgement]


def _plain(rule: Callable[[Person, Criterion], Judgement]) -> Rule:
    return lambda person, criterion, _today: rule(person, criterion)


def _answer(name: str) -> Rule:
    def rule(person: Person, criterion: Criterion, _today: date) -> Judgement:
        return forbidden_or_required(criterion, getattr(person, name))

    return rule


_RULES: dict[Kind, Rule] = {
    Kind.ONSET_TIME: time_since,
    Kind.DIAGNOSIS_TIME: time_since,
    Kind.VITAL_CAPACITY: _plain(measures.vital_capacity),
    Kind.ALSFRS_TOTAL: _plain(measures.alsfrs_total),
    Kind.VENTILATION: _plain(breathing.ventilation),
    Kind.FEEDING_TUBE: _answer("feeding_tube"),
    Kind.RILUZOLE: drugs.drug,
    Kind.EDARAVONE: drugs.drug,
    Kind.TOFERSEN: drugs.drug,
    Kind.PRIOR_CELL_THERAPY: history.prior_cell_therapy,
    Kind.GENE: _plain(history.gene),
    Kind.EL_ESCORIAL: _plain(history.el_escorial),
    Kind.PREGNANCY: _answer("pregnant"),
    Kind.ANTICOAGULANTS: _answer("anticoagulants"),
    Kind.IMMUNOSUPPRESSION: _plain(history.immunosuppression),
    Kind.CAREGIVER: _answer("caregiver"),
    Kind.MRI_OR_LUMBAR_PUNCTURE: _plain(history.lumbar_puncture),
    Kind.CANCER_HISTORY: _plain(history.cancer_history),
}
"""Single items, decline, language and residence are not asked of people: the site tells."""


def fit(
    person: Person, criteria: tuple[Criterion, ...], record: StudyRecord, *, today: date
) -> Fit:
    """How each thing that the study asks looks for this person; unknown answers never exclude.

    ``criteria`` as read from ``record``. A closing day is given for open studies only.
    """
    is_open = record.status.overall_status in OPEN
    rows = (_row(person, one, criteria, today, is_open=is_open) for one in criteria)
    return Fit(record.nct_id, (*structured_rows(person, record), *rows))


def _row(
    person: Person,
    criterion: Criterion,
    criteria: tuple[Criterion, ...],
    today: date,
    *,
    is_open: bool,
) -> CriterionFit:
    judgement = _judged(person, criterion, criteria, today)
    return CriterionFit(
        kind=criterion.kind.value,
        looks=judgement.looks,
        reason=judgement.reason,
        sentence=criterion.sentence or criterion.quote,
        field=criterion.field,
        criterion=criterion,
        window=judgement.window if is_open else None,
    )


def _judged(
    person: Person, criterion: Criterion, criteria: tuple[Criterion, ...], today: date
) -> Judgement:
    if criterion.group:
        return ask(Reason.FOR_ONE_GROUP)
    rule = _RULES.get(criterion.kind)
    judgement = NOT_ASKED if rule is None else rule(person, criterion, today)
    if judgement.looks is not Looks.NOT_MET:
        return judgement
    if _LEFT_TO_THE_DOCTOR.search(criterion.sentence or criterion.quote):
        return ask(Reason.LEFT_TO_THE_DOCTOR)
    if _is_one_of_several_ways(criterion, criteria):
        return ask(Reason.ONE_OF_SEVERAL_WAYS)
    return judgement


def _is_one_of_several_ways(criterion: Criterion, criteria: tuple[Criterion, ...]) -> bool:
    """An inclusion with "or" between two demands: failing one is not failing both."""
    if criterion.section is not Section.INCLUSION or not _OR.search(criterion.sentence):
        return False
    return any(
        other.sentence == criterion.sentence
        and replace(other, quote="", rule="") != replace(criterion, quote="", rule="")
        for other in criteria
    )
