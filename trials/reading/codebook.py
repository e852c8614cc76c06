"""The answers that a reading may give: the codes of the project's codebook (docs/data.md)."""

from enum import StrEnum


class Condition(StrEnum):
    """Whom the study enrols."""

    ALS = "als"
    ALS_AMONG_OTHERS = "als_among_others"
    MND_OTHER = "mnd_other"
    NOT_ALS = "not_als"


class Role(StrEnum):
    """What the study does with cells; where several apply, the first of this order."""

    STEM_CELLS_GIVEN = "stem_cells_given"
    OTHER_CELLS_GIVEN = "other_cells_given"
    CELL_FREE_PRODUCT = "cell_free_product"
    MOBILISES_OWN_CELLS = "mobilises_own_cells"
    CELLS_IN_LAB_ONLY = "cells_in_lab_only"
    NO_CELLS = "no_cells"


GIVES_A_PRODUCT = frozenset({Role.STEM_CELLS_GIVEN, Role.OTHER_CELLS_GIVEN, Role.CELL_FREE_PRODUCT})


class CellType(StrEnum):
    """The kind of cell (or cell-free product) that is given."""

    MESENCHYMAL = "mesenchymal"
    MESENCHYMAL_NTF = "mesenchymal_ntf"
    NEURAL = "neural"
    GLIAL_PROGENITOR = "glial_progenitor"
    PLURIPOTENT_DERIVED = "pluripotent_derived"
    HAEMATOPOIETIC = "haematopoietic"
    MONONUCLEAR = "mononuclear"
    VASCULAR_FRACTION = "vascular_fraction"
    OLFACTORY_ENSHEATHING = "olfactory_ensheathing"
    MUSE = "muse"
    REGULATORY_T = "regulatory_t"
    OTHER_IMMUNE = "other_immune"
    VESICLES = "vesicles"
    OTHER = "other"
    UNSPECIFIED_STEM = "unspecified_stem"
    NONE = "none"


class Tissue(StrEnum):
    """Where the cells come from."""

    BONE_MARROW = "bone_marrow"
    ADIPOSE = "adipose"
    UMBILICAL_CORD = "umbilical_cord"
    CORD_BLOOD = "cord_blood"
    PERIPHERAL_BLOOD = "peripheral_blood"
    PLACENTA_AMNION = "placenta_amnion"
    DENTAL = "dental"
    FETAL_NEURAL = "fetal_neural"
    EMBRYONIC_LINE = "embryonic_line"
    IPSC = "ipsc"
    MENSTRUAL = "menstrual"
    OTHER = "other"
    NOT_STATED = "not_stated"
    NONE = "none"


class Donor(StrEnum):
    """Whose cells they are."""

    AUTOLOGOUS = "autologous"
    ALLOGENEIC = "allogeneic"
    BOTH = "both"
    NOT_STATED = "not_stated"
    NONE = "none"


class Route(StrEnum):
    """How the product enters the body."""

    INTRATHECAL = "intrathecal"
    INTRASPINAL = "intraspinal"
    INTRACEREBRAL = "intracerebral"
    INTRAVENTRICULAR = "intraventricular"
    INTRAVENOUS = "intravenous"
    INTRAARTERIAL = "intraarterial"
    INTRAMUSCULAR = "intramuscular"
    INTRANASAL = "intranasal"
    LOCAL = "local"
    OTHER = "other"
    NOT_STATED = "not_stated"
    NONE = "none"
