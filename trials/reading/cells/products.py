"""Product names that stand for cells, with where their makers say what they are.

A name decides only what kind of product is given, never the tissue or the donor: those
are read from the record's own words. International nonproprietary names are language:
their endings tell the cell (WHO, International Nonproprietary Names for cell therapies).
"""

from trials.reading.codebook import CellType

# Endings of nonproprietary names; the part before "cel" names the cell
STEM_NAME_ENDINGS: dict[str, tuple[str, ...]] = {
    # -stro-: stromal cells (lenzumestrocel, darvadstrocel); remestemcel-L is Mesoblast's
    CellType.MESENCHYMAL: ("strocel", "stemcel"),
    # -tem-: stem cells, in use for gene-modified CD34+ cells (betibeglogene autotemcel)
    CellType.HAEMATOPOIETIC: ("temcel",),
    # "leucel", of -leu- for leukocytes, is among the immune cells (tisagenlecleucel)
}

STEM_PRODUCTS: dict[str, tuple[str, ...]] = {
    # BrainStorm Cell Therapeutics: "MSC-NTF cells", https://brainstorm-cell.com
    CellType.MESENCHYMAL_NTF: ("nurown",),
    # Seneca (Neuralstem): "neural stem cell", NCT01348451; Cedars-Sinai: neural progenitor
    # cells that make GDNF, NCT02943850
    CellType.NEURAL: ("NSI 566", "NSI566", "CNS10", "CNS10 NPC GDNF"),
    # Q Therapeutics: "human glial restricted progenitor cells", NCT02478450
    CellType.GLIAL_PROGENITOR: ("q cell",),
    # Kadimastem: astrocytes from human embryonic stem cells, NCT03482050
    CellType.PLURIPOTENT_DERIVED: ("astrorx",),
    # Life Science Institute: Muse cell product
    CellType.MUSE: ("CL2020",),
    # Corestem: marrow-derived stem cells; the records name the kind or not
    CellType.UNSPECIFIED_STEM: ("HYNR CS", "HYNRCS", "neuronata (R)"),
    # Mesoblast, Osiris, Medipost: mesenchymal cells, in each maker's own record
    CellType.MESENCHYMAL: ("prochymal", "cartistem", "pneumostem", "lomecel (B)", "alofisel"),
}
