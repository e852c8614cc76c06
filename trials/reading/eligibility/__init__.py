"""What the criteria of a study ask, each with the sentence that it was read from."""

from trials.reading.eligibility.criterion import (
    Criterion,
    CriterionSentence,
    Kind,
    Operator,
    Section,
)
from trials.reading.eligibility.read import (
    maximum_age,
    minimum_age,
    read_criteria_text,
    read_eligibility,
    sex,
)
from trials.reading.eligibility.sentences import split_criteria

__all__ = [
    "Criterion",
    "CriterionSentence",
    "Kind",
    "Operator",
    "Section",
    "maximum_age",
    "minimum_age",
    "read_criteria_text",
    "read_eligibility",
    "sex",
    "split_criteria",
]
