"""An answer of ours, and the words of the record that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that decided: where they stand, the words verbatim, and the rule that read them.

    ``field`` is the record's own name for the place ("interventions[0].name",
    "eligibility.eligibility_criteria"); ``quote`` is at most 160 characters of it;
    ``rule`` is a short stable name ("mesenchymal: msc abbreviation").
    """

    field: str
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What the record says on one question.

    ``value`` None is an abstention: we could not tell. That is not the same as the
    answer "not_stated", which says that the record doesn't tell.
    """

    value: T | None
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_abstention(self) -> bool:
        return self.value is None
