"""What taking part may ask of a person's body and time."""

from dataclasses import dataclass
from enum import StrEnum

from trials.reading.evidence import Evidence


class BurdenKind(StrEnum):
    """One thing that a study does to people, or asks of them."""

    MARROW_HARVEST = "marrow_harvest"
    FAT_BIOPSY = "fat_biopsy"
    LEUKAPHERESIS = "leukapheresis"
    LUMBAR_PUNCTURE = "lumbar_puncture"
    SPINAL_SURGERY = "spinal_surgery"
    BRAIN_SURGERY = "brain_surgery"
    GENERAL_ANAESTHETIC = "general_anaesthetic"
    IMMUNOSUPPRESSION = "immunosuppression"
    RUN_IN = "run_in"
    SHAM_OR_PLACEBO_PROCEDURE = "sham_or_placebo_procedure"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class Burden:
    """One burden that the record states.

    ``count`` is how many (punctures, injections, visits), None where the record doesn't
    say or gives only a maximum. ``who`` is the record's own word for the arm or group,
    "" where it holds for everybody.
    """

    kind: BurdenKind
    count: int | None
    who: str
    evidence: Evidence
