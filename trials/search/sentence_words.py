"""Values of the filters as they stand in the middle of a sentence."""

from django.utils.translation import gettext_lazy as _

from trials.search.words import NO_PHASE, RECRUITING_LAST_KNOWN, Words

STATUS: Words = {
    "RECRUITING": _("recruiting"),
    RECRUITING_LAST_KNOWN: _("last known as recruiting"),
    "NOT_YET_RECRUITING": _("not yet recruiting"),
    "ENROLLING_BY_INVITATION": _("by invitation only"),
    "AVAILABLE": _("available (expanded access)"),
    "ACTIVE_NOT_RECRUITING": _("running, but closed to new people"),
    "SUSPENDED": _("paused"),
    "TEMPORARILY_NOT_AVAILABLE": _("not available for now"),
    "COMPLETED": _("completed"),
    "TERMINATED": _("stopped early"),
    "WITHDRAWN": _("withdrawn"),
    "NO_LONGER_AVAILABLE": _("no longer available"),
    "APPROVED_FOR_MARKETING": _("approved for sale"),
    "WITHHELD": _("withheld"),
    "UNKNOWN": _("of unknown status"),
}
# A word that may stand before 'trials'; the others follow it.
BEFORE_NOUN = frozenset({"RECRUITING", "COMPLETED", "SUSPENDED"})
KIND: Words = {
    "stem_cells": _("of stem cells for ALS"),
    "other_cells_given": _("of other living cells"),
    "cell_free_product": _("of products made from cells"),
    "mobilises_own_cells": _("of drugs that move your own stem cells"),
    "cells_in_lab_only": _("with cells in the lab only"),
    "mnd_other": _("for another motor neuron disease only"),
    "unclear": _("that we could not place"),
}
CELL: Words = {
    "mesenchymal": _("mesenchymal cells"),
    "mesenchymal_ntf": _("mesenchymal cells that make growth factors"),
    "neural": _("neural stem cells"),
    "glial_progenitor": _("glial progenitor cells"),
    "pluripotent_derived": _("cells grown from pluripotent cells"),
    "haematopoietic": _("blood-forming stem cells"),
    "mononuclear": _("mononuclear cells"),
    "vascular_fraction": _("mixed cells from fat"),
    "olfactory_ensheathing": _("olfactory ensheathing cells"),
    "muse": _("Muse cells"),
    "regulatory_t": _("regulatory T cells"),
    "other_immune": _("other immune cells"),
    "vesicles": _("vesicles or exosomes"),
    "other": _("other cells"),
    "unspecified_stem": _("stem cells of a kind not stated"),
    "none": _("no cells"),
}
PHASE: Words = {
    "EARLY_PHASE1": _("early phase 1"),
    "PHASE1": _("phase 1"),
    "PHASE2": _("phase 2"),
    "PHASE3": _("phase 3"),
    "PHASE4": _("phase 4"),
    "NA": _("phase not applicable"),
    NO_PHASE: _("no phase stated"),
}
TISSUE: Words = {
    "bone_marrow": _("bone marrow"),
    "adipose": _("fat"),
    "umbilical_cord": _("umbilical cord"),
    "cord_blood": _("cord blood"),
    "peripheral_blood": _("blood"),
    "placenta_amnion": _("placenta or amnion"),
    "dental": _("teeth"),
    "fetal_neural": _("fetal brain or spinal cord"),
    "embryonic_line": _("an embryonic cell line"),
    "ipsc": _("reprogrammed cells (iPSC)"),
    "menstrual": _("menstrual blood"),
    "other": _("another tissue"),
    "not_stated": _("a tissue not stated"),
    "none": _("no tissue"),
}
DONOR: Words = {
    "autologous": _("with your own cells"),
    "allogeneic": _("with donor cells"),
    "both": _("with own and donor cells"),
    "not_stated": _("that do not state the donor"),
    "none": _("that give no cells"),
}
ROUTE: Words = {
    "intrathecal": _("into the spinal fluid"),
    "intraspinal": _("into the spinal cord"),
    "intracerebral": _("into the brain"),
    "intraventricular": _("into the fluid spaces of the brain"),
    "intravenous": _("into a vein"),
    "intraarterial": _("into an artery"),
    "intramuscular": _("into muscle"),
    "intranasal": _("through the nose"),
    "local": _("into another part of the body"),
    "other": _("another way"),
    "not_stated": _("a way not stated"),
    "none": _("no way"),
}
