"""What people read for the values that they can choose by. Plain words, through gettext.

Keys are the registry's words and the codebook's; an unknown key is shown as it came.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trials.search.said import spoken

Words = Mapping[str, "str | Promise"]

RECRUITING_LAST_KNOWN = "RECRUITING_LAST_KNOWN"
NO_PHASE = "NO_PHASE"

STATUS: Words = {
    "RECRUITING": _("Recruiting"),
    RECRUITING_LAST_KNOWN: _("Recruiting when last known"),
    "NOT_YET_RECRUITING": _("Not yet recruiting"),
    "ENROLLING_BY_INVITATION": _("By invitation only"),
    "AVAILABLE": _("Available (expanded access)"),
    "ACTIVE_NOT_RECRUITING": _("Running, no longer recruiting"),
    "SUSPENDED": _("Paused"),
    "TEMPORARILY_NOT_AVAILABLE": _("Not available for now (expanded access)"),
    "COMPLETED": _("Completed"),
    "TERMINATED": _("Stopped early"),
    "WITHDRAWN": _("Withdrawn before it began"),
    "NO_LONGER_AVAILABLE": _("No longer available (expanded access)"),
    "APPROVED_FOR_MARKETING": _("Approved for sale"),
    "WITHHELD": _("Withheld"),
    "UNKNOWN": _("Unknown: not confirmed for two years or more"),
}
PHASE: Words = {
    "EARLY_PHASE1": _("Early phase 1"),
    "PHASE1": _("Phase 1"),
    "PHASE2": _("Phase 2"),
    "PHASE3": _("Phase 3"),
    "PHASE4": _("Phase 4"),
    "NA": _("Phase not applicable"),
    NO_PHASE: _("No phase stated"),
}
CELL: Words = {
    "mesenchymal": _("Mesenchymal cells (MSC)"),
    "mesenchymal_ntf": _("Mesenchymal cells that make growth factors (MSC-NTF)"),
    "neural": _("Neural stem cells"),
    "glial_progenitor": _("Glial progenitor cells"),
    "pluripotent_derived": _("Cells grown from pluripotent cells (iPSC or ESC)"),
    "haematopoietic": _("Blood-forming stem cells"),
    "mononuclear": _("Mononuclear cells"),
    "vascular_fraction": _("Mixed cells from fat (SVF)"),
    "olfactory_ensheathing": _("Olfactory ensheathing cells"),
    "muse": _("Muse cells"),
    "regulatory_t": _("Regulatory T cells"),
    "other_immune": _("Other immune cells"),
    "vesicles": _("Vesicles or exosomes, no cells"),
    "other": _("Other cells"),
    "unspecified_stem": _("Stem cells, kind not stated"),
    "none": _("No cells given"),
}
TISSUE: Words = {
    "bone_marrow": _("Bone marrow"),
    "adipose": _("Fat"),
    "umbilical_cord": _("Umbilical cord"),
    "cord_blood": _("Cord blood"),
    "peripheral_blood": _("Blood"),
    "placenta_amnion": _("Placenta or amnion"),
    "dental": _("Teeth"),
    "fetal_neural": _("Fetal brain or spinal cord"),
    "embryonic_line": _("Embryonic cell line"),
    "ipsc": _("Reprogrammed cells (iPSC)"),
    "menstrual": _("Menstrual blood"),
    "other": _("Other tissue"),
    "not_stated": _("Tissue not stated"),
    "none": _("No cells given"),
}
DONOR: Words = {
    "autologous": _("Your own cells (autologous)"),
    "allogeneic": _("Donor cells (allogeneic)"),
    "both": _("Own and donor cells"),
    "not_stated": _("Own or donor: not stated"),
    "none": _("No cells given"),
}
ROUTE: Words = {
    "intrathecal": _("Into the spinal fluid (lumbar puncture)"),
    "intraspinal": _("Into the spinal cord (surgery)"),
    "intracerebral": _("Into the brain (surgery)"),
    "intraventricular": _("Into the fluid spaces of the brain"),
    "intravenous": _("Into a vein"),
    "intraarterial": _("Into an artery"),
    "intramuscular": _("Into muscle"),
    "intranasal": _("Through the nose"),
    "local": _("Into another part of the body"),
    "other": _("Another way"),
    "not_stated": _("Way not stated"),
    "none": _("No cells given"),
}
STEM_CELLS = "stem_cells"
UNCLEAR = "unclear"
KIND: Words = {
    STEM_CELLS: _("Stem cells given to people with ALS"),
    "other_cells_given": _("Other living cells given (not stem cells)"),
    "cell_free_product": _("Products made from cells, no cells given"),
    "mobilises_own_cells": _("Drugs that move your own stem cells"),
    "cells_in_lab_only": _("Cells studied in the lab only"),
    "mnd_other": _("Another motor neuron disease only"),
    UNCLEAR: _("We could not tell"),
}
RESULTS: Words = {"yes": _("Results posted"), "no": _("No results posted")}


def word(words: Words, key: str) -> str:
    """The plain word for a key; a key that is not known yet, as the registry wrote it."""
    text = words.get(key, key)
    return text if isinstance(text, str) else spoken(text)
