"""How often each word of the registry and of the codebook comes, and what prose goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import TypeVar

T = TypeVar("T")
Shares = Mapping[T, float]
Several = tuple[str, ...]

STATUS: Shares[str] = {
    "COMPLETED": 45, "RECRUITING": 16, "UNKNOWN": 14, "ACTIVE_NOT_RECRUITING": 7, "TERMINATED": 6,
    "NOT_YET_RECRUITING": 5, "WITHDRAWN": 3, "ENROLLING_BY_INVITATION": 2, "SUSPENDED": 1,
    "AVAILABLE": 0.5, "NO_LONGER_AVAILABLE": 0.5,
}  # fmt: skip
TYPE: Shares[str] = {"INTERVENTIONAL": 88, "OBSERVATIONAL": 12}
PHASES: Shares[Several] = {
    ("PHASE1",): 24, ("PHASE1", "PHASE2"): 22, ("PHASE2",): 22, ("NA",): 12, ("PHASE3",): 9,
    ("EARLY_PHASE1",): 5, ("PHASE2", "PHASE3"): 4, ("PHASE4",): 2,
}  # fmt: skip
CONDITION: Shares[str | None] = {
    "als": 66, "als_among_others": 10, "mnd_other": 6, "not_als": 13, None: 5,
}  # fmt: skip
ROLE: Shares[str | None] = {
    "stem_cells_given": 70, "no_cells": 8, "cell_free_product": 6, "other_cells_given": 5,
    "cells_in_lab_only": 4, "mobilises_own_cells": 3, None: 4,
}  # fmt: skip
CELL: Shares[Several] = {
    ("mesenchymal",): 52, ("mesenchymal_ntf",): 6, ("neural",): 9, ("glial_progenitor",): 4,
    ("pluripotent_derived",): 4, ("haematopoietic",): 6, ("mononuclear",): 8, ("muse",): 2,
    ("olfactory_ensheathing",): 2, ("unspecified_stem",): 5, ("mesenchymal", "neural"): 2,
}  # fmt: skip
TISSUE: Shares[Several] = {
    ("bone_marrow",): 42, ("adipose",): 16, ("umbilical_cord",): 14, ("not_stated",): 12,
    ("peripheral_blood",): 5, ("fetal_neural",): 4, ("ipsc",): 3, ("cord_blood",): 2,
    ("adipose", "bone_marrow"): 2,
}  # fmt: skip
DONOR: Shares[str | None] = {"autologous": 58, "allogeneic": 32, "both": 2, "not_stated": 8}
ROUTE: Shares[Several] = {
    ("intrathecal",): 44, ("intravenous",): 20, ("intrathecal", "intravenous"): 8,
    ("intraspinal",): 9, ("intracerebral",): 3, ("intramuscular",): 5, ("not_stated",): 11,
}  # fmt: skip
SITE_STATUS: Shares[str] = {
    "RECRUITING": 58, "": 22, "NOT_YET_RECRUITING": 9, "COMPLETED": 4, "WITHDRAWN": 4,
    "SUSPENDED": 3,
}  # fmt: skip

GIVEN_NAMES = {
    "mesenchymal": "Mesenchymal stem cells",
    "mesenchymal_ntf": "MSC-NTF cells",
    "neural": "Neural stem cells",
    "glial_progenitor": "Glial progenitor cells",
    "pluripotent_derived": "Induced pluripotent stem cells",
    "haematopoietic": "Hematopoietic stem cells",
    "mononuclear": "Mononuclear cells",
    "muse": "Muse cells",
    "olfactory_ensheathing": "Olfactory ensheathing cells",
    "unspecified_stem": "Stem cells",
}
CONDITION_NAMES = {
    "als": ("Amyotrophic Lateral Sclerosis",),
    "als_among_others": ("Amyotrophic Lateral Sclerosis", "Multiple Sclerosis"),
    "mnd_other": ("Spinal Muscular Atrophy",),
    "not_als": ("Parkinson Disease",),
    None: ("Neurodegenerative Diseases",),
}
TITLES = (
    "{cells} for People With {disease}: {word} Study",
    "Safety of {cells} in {disease} ({word})",
    "{word}: a Trial of {cells}, Given {route}, in {disease}",
    "{cells} From {tissue} in Early {disease}, {word}",
)
CRITERIA = (
    "Age 18 to {age} years",
    "Diagnosis of definite or probable ALS by the revised El Escorial criteria",
    "Onset of weakness within the last {months} months",
    "Slow vital capacity of at least {percent}% of predicted",
    "Stable dose of riluzole for {days} days, or not on riluzole",
    "ALSFRS-R total score of {score} or more",
    "Able to give consent",
)
EXCLUSIONS = (
    "Tracheostomy or permanent ventilation",
    "Any earlier stem cell therapy",
    "Pregnant or breastfeeding",
    "Active cancer in the last {years} years",
    "Use of anticoagulants that can't be stopped",
    "Feeding tube",
)


def one_of(chance: Random, shares: Shares[T]) -> T:
    """One of them, by its share."""
    return chance.choices(tuple(shares), weights=tuple(shares.values()))[0]
