"""One person's answers beside what a study asks: looks met, looks not met, or whom to ask."""

from trials.reading.fit.fitting import fit
from trials.reading.fit.person import (
    CapacityTest,
    Drug,
    ElEscorial,
    Gene,
    Person,
    Position,
    Sex,
    Ventilation,
)
from trials.reading.fit.result import (
    CriterionFit,
    Fit,
    Looks,
    Reason,
    Window,
    things_in_the_way,
)

__all__ = [
    "CapacityTest",
    "CriterionFit",
    "Drug",
    "ElEscorial",
    "Fit",
    "Gene",
    "Looks",
    "Person",
    "Position",
    "Reason",
    "Sex",
    "Ventilation",
    "Window",
    "fit",
    "things_in_the_way",
]
