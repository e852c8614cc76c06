"""Criteria that a yes or no answers."""

from trials.reading.eligibility.criterion import Criterion, Operator
from trials.reading.fit.judgement import MORE, NOT_SAID, UNCLEAR, Judgement, met_if


def forbidden_or_required(criterion: Criterion, has_it: bool | None) -> Judgement:
    """``has_it``: whether the thing is so for the person; None if they did not say."""
    if criterion.operator is Operator.UNCLEAR:
        return UNCLEAR
    if has_it is None:
        return NOT_SAID
    if criterion.operator is Operator.FORBIDDEN:
        return met_if(not has_it)
    if criterion.operator is Operator.REQUIRED:
        return met_if(has_it)
    return MORE
