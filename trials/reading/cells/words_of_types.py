"""How records name the kinds of cells. Codes are CellType's; see docs/data.md.

Words are written as in reading/phrases.py: ``(x)`` may be left out, ``a|b`` is a choice,
capitals are abbreviations and match only as written.
"""

from trials.reading.cells.products import STEM_NAME_ENDINGS, STEM_PRODUCTS
from trials.reading.codebook import CellType
from trials.reading.phrases import Sense

# Living stem or progenitor cells, or cells grown from stem cells
STEM_CELLS: dict[str, tuple[str, ...]] = {
    CellType.MESENCHYMAL: (
        "mesenchymal (multipotent|adult) (stem|stromal|stromal-stem) (stromal|stem)"
        " (progenitor|precursor|signaling|signalling|regenerative) (cell)",
        "multipotent (mesenchymal) (stem) stromal cell",
        "stem stromal cell",
        "stromal (stem|progenitor|precursor) cell",
        "stromal stem",
        "medicinal signaling|signalling cell",
        "MSC (cell)",
        "MPC (cell)",
    ),
    CellType.MESENCHYMAL_NTF: (
        "MSC NTF (cell)",
        "secreting neurotrophic factor",
        "neurotrophic factor secreting",
        "neurotrophic factors secreting",
        "secrete neurotrophic factor",
        "induced to secrete NTF|NTFs",
        "NTF secreting",
        "NTF cell",
    ),
    CellType.NEURAL: (
        "neural|neuronal|neuro|neurogenic (stem) (progenitor|precursor) cell",
        "neural|neuronal|nerve|neuro stem|progenitor|precursor (cell)",
        "neural progenitor secreting",
        "central nervous system (derived) stem|progenitor|precursor (cell)",
        "CNS (derived) stem|progenitor|precursor (cell)",
        "spinal cord (derived) (neural) stem cell",
        "NPC GDNF",
        "NSC transplantation|transplant|cell|injection",
        "hNSC",
        "HSSC",
        "hNPC",
        "neurosphere",
    ),
    CellType.GLIAL_PROGENITOR: (
        "glial (restricted) stem|progenitor|precursor (cell)",
        "glia restricted stem|progenitor|precursor (cell)",
        "glial restricted",
        "oligodendrocyte (lineage) progenitor|precursor (cell)",
        "oligodendroglial progenitor|precursor (cell)",
        "astrocyte progenitor|precursor (cell)",
        "GRP",
        "hGRP",
        "OPC",
    ),
    CellType.PLURIPOTENT_DERIVED: (
        "induced pluripotent (stem) (cell)",
        "pluripotent stem cell",
        "embryonic stem (cell)",
        "IPS (cell)",
        "iPS (cell)",
        "IPSC",
        "iPSC",
        "hiPSC",
        "hIPSC",
        "HiPSC",
        "hESC",
        "ESC derived",
        "ES cell",
        "hPSC",
    ),
    CellType.HAEMATOPOIETIC: (
        "hematopoietic (progenitor) (stem) (progenitor|precursor) (cell)",
        "blood forming (stem) cell",
        "CD34 (positive|pos|selected|enriched|purified|mobilised) (autologous)"
        " (hematopoietic) (peripheral) (blood) (stem|progenitor) cell",
        "CD34 positive|pos|selected|enriched (stem|progenitor) (cell)",
        "CD133 (positive|pos|selected|enriched) (stem|progenitor) cell",
        "CD133 positive|pos",
        "AC133 (positive) (stem) (cell)",
        "mobilised peripheral blood (stem|progenitor) (cell)",
        "peripheral blood (derived) (hematopoietic) stem|progenitor (stem) cell",
        "peripheral (hematopoietic) stem|progenitor cell",
        "(umbilical) cord blood (derived) (hematopoietic) (stem|progenitor) cell",
        "HSC",
        "PBSC",
        "HPC",
    ),
    CellType.MONONUCLEAR: (
        "mononuclear (stem) (cell)",
        "MNC",
        "PBMC",
        "PBMNC",
        "BMNC",
        "nucleated cell",
        "TNC",
        "BMAC",
        "CMN",
        # unsorted marrow: the codebook counts it with the mononuclear cells
        "bone marrow (derived) cell",
        "(bone) marrow (aspirate) concentrate",
        "concentrated (bone) marrow (aspirate) (cell)",
    ),
    CellType.VASCULAR_FRACTION: (
        "stromal vascular fraction (cell)",
        "stromal vascular cell",
        "vascular stromal fraction",
        "SVF (cell)",
        "SVFC",
        "cSVF",
        "adipose (tissue) (derived) (mesenchymal) (stem) regenerative cell",
        "mesenchymal regenerative cell",
        "ADRC",
        "ADMRC",
    ),
    CellType.MUSE: (
        "muse cell",
        "multilineage differentiating stress enduring (cell)",
        "multi lineage differentiating stress enduring (cell)",
        "MUSE cell",
    ),
    CellType.UNSPECIFIED_STEM: (
        "stem (or|and) (stromal) (or|and) (progenitor|precursor) cell",
        "stemcell",
        "stem (progenitor) cell",
        "stem (cell) based",
        "stem cell product|therapy|treatment",
        "progenitor (stem) cell",
        "precursor cell",
        "progenitor",
        "BMSC",
        "ADSC",
        "ASC",
        "DPSC",
        "SHED",
        "UCSC",
        "BFPSC",
    ),
    # stem or progenitor cells of a kind that the codebook does not name
    CellType.OTHER: (
        "multipotent adult progenitor (cell)",
        "MAPC",
        "endothelial progenitor|precursor (cell)",
        "EPC",
        "limbal (epithelial) stem cell",
        "cardiac stem|progenitor cell",
        "cardiosphere (derived) (stem) (cell)",
        "mesoangioblast",
        "retinal progenitor cell",
        "epidermal stem cell",
        "satellite cell",
        "liver stem|progenitor cell",
        "hepatic stem|progenitor cell",
    ),
}

# Living cells that are no stem cells
OTHER_CELLS: dict[str, tuple[str, ...]] = {
    CellType.OLFACTORY_ENSHEATHING: (
        "olfactory ensheathing|ensheating|ensheath (glia|glial) (cell)",
        "olfactory glia|glial (cell)",
        "OEC",
        "OEG",
    ),
    CellType.REGULATORY_T: (
        "regulatory T (cell|lymphocyte)",
        "T regulatory (cell|lymphocyte)",
        "(CAR) treg (cell)",
        "T reg (cell)",
        "T regs",
        "regulatory (T) lymphocyte",
    ),
    CellType.OTHER_IMMUNE: (
        "CAR T (cell)",
        "CART (cell)",
        "CART19|CART22",
        "chimeric antigen receptor (modified|engineered|transduced) (autologous) T (cell)",
        "chimeric antigen receptor (T) cell",
        "CAR NK (cell)",
        "CAR transduced (autologous) T cell",
        "T (stem) cell",
        "T lymphocyte",
        "TCR T (cell)",
        "CTL",
        "NK cell",
        "natural killer (T) (cell)",
        "CIK (cell)",
        "cytokine induced killer (cell)",
        "tumor infiltrating lymphocyte",
        "TIL",
        "dendritic cell",
        "macrophage",
        "monocyte",
        "lymphocyte infusion",
        "DLI",
        "immune effector cell",
        "leukocyte infusion",
    ),
    CellType.OTHER: (
        "chondrocyte",
        "keratinocyte",
        "melanocyte",
        "fibroblast",
        "hepatocyte",
        "myoblast",
        "islet cell",
        "pancreatic islet",
        "schwann cell",
        "sertoli cell",
        "epithelial cell",
        "endothelial cell",
    ),
}

# Products made by cells, without living cells
CELL_FREE: tuple[str, ...] = (
    "(stem) (cell) (derived) exosome",
    "(small) extracellular vesicle",
    "microvesicle",
    "nanovesicle",
    "sEV",
    "EV",
    "secretome",
    "conditioned medium|media|culture",
    "conditioned culture medium|media",
    "(culture) supernatant",
    "SHED CM",
    "MSC CM",
    "ADSC CM",
)

# A transplant of blood stem cells, named as a procedure
TRANSPLANTS: tuple[str, ...] = (
    "hematopoietic (progenitor) (stem) (cell) transplantation|transplant|transplanted",
    "hematopoietic (stem) (cell) infusion|rescue|reinfusion|support",
    "bone marrow transplantation|transplant",
    "peripheral blood stem cell transplantation|transplant",
    "(umbilical) cord blood (unit) transplantation|transplant|infusion|reinfusion|therapy|graft",
    "(umbilical) cord blood unit",
    "HSCT",
    "HCT",
    "BMT",
    "ASCT",
    "PBSCT",
    "SCT",
)

UNNAMED: tuple[str, ...] = (
    "(stem) cell based (suspension|therapy|therapeutic|treatment|product|medicine)",
    "cell suspension|therapy|therapeutic|treatment|transplantation|transplant"
    "|implantation|product|infusion|injection|medicine",
    "cellular therapy|product|transplantation|therapeutic|treatment|medicine",
    "cells based therapy|therapeutic",
    "advanced therapy medicinal product",
)

# Letters that mean other things too: they count where the record also names the cell in full
WEAK_LETTERS = frozenset(
    ["ASC", "BMT", "CMN", "CTL", "EPC", "EV", "GRP", "HCT", "HPC", "HSC", "MNC", "MPC", "OEG",
     "OPC", "SCT", "SVF", "TIL", "TNC", "iPS", "IPS", "ES cell"]
)  # fmt: skip

Vocabulary = dict[tuple[Sense, ...], tuple[str, ...]]


def _kind(kind: str, table: dict[str, tuple[str, ...]]) -> Vocabulary:
    return {(Sense("type", code), Sense("kind", kind)): words for code, words in table.items()}


TYPES: tuple[Vocabulary, ...] = (
    _kind("stem", STEM_CELLS),
    _kind("other", OTHER_CELLS),
    _kind("stem", STEM_PRODUCTS),
    _kind("stem", STEM_NAME_ENDINGS),
    _kind("other", {CellType.OTHER_IMMUNE: ("leucel",)}),
    _kind("cell_free", {CellType.VESICLES: CELL_FREE}),
    {(*key, Sense("procedure", "transplant")): TRANSPLANTS
     for key in _kind("stem", {CellType.HAEMATOPOIETIC: ()})},
    # "cells" alone, and therapies named only by them: say that cells are given, not which
    {(Sense("kind", "unnamed"),): UNNAMED},
)  # fmt: skip
