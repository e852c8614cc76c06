"""One spelling for each word: British, American, and the misspellings of real records."""

# The endings of the nonproprietary names of cell therapies (see cells/products.py)
NAME_ENDINGS = ("strocel", "stemcel", "temcel", "leucel")
LONGER_THAN_AN_ENDING = 9

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "λ": "lambda",
    "μ": "mu", "µ": "mu", "ω": "omega",
}  # fmt: skip

_SPELLINGS: dict[str, str] = {
    "mesenchymal": "mesenchyme mesenchymel mesenchimal mesenchimale mensenchymal mesenchymale"
    " mesenquimal mesenchym mesenchymals mesenchymial messenchymal mesanchymal mesenchymall",
    "stromal": "stroma strommal",
    "hematopoietic": "haematopoietic hemopoietic haemopoietic hematopoetic haematopoetic"
    " hemapoietic haematopoeitic hematopoeitic",
    "progenitor": "progeinitor progenitors progeniter proginator",
    "autologous": "autologus authologous autologuous autologe autologously autogenous"
    " autogeneic autogenic syngeneic autolog autologues",
    "allogeneic": "allogenic allogeneous allogenous allogeneically allogenically allogenetic"
    " allogene allogeneically alogeneic alogenic homologous allogenics",
    "mononuclear": "mononucleated mononucleate mononuclears monuclear mononuclar",
    "intrathecal": "intratecal intrathechal intrathecally intrathechally intra-thecal"
    " intratheccal intrathekal",
    "intravenous": "intraveinous intravenously intravenus intravascularvenous",
    "intramuscular": "intramuscularly",
    "intraarterial": "intraarterially",
    "intraspinal": "intraspinally intramedullary intramedullar intramedularly intramedullarly",
    "intraventricular": "intraventricularly intracerebroventricular intracerebroventricularly",
    "intracerebral": "intracerebrally intraparenchymalbrain",
    "intranasal": "intranasally",
    "fetal": "foetal foetus fetus fetuses foetuses",
    "umbilical": "umbillical umblical umbilicus",
    "adipose": "adipous adiposal fatty",
    "embryonic": "embryonal",
    "leukapheresis": "leukopheresis leucapheresis leukaphereses apheresis cytapheresis",
    "leukemia": "leukaemia leukemias leukaemias leukaemic leukemic",
    "tumor": "tumour tumors tumours",
    "anemia": "anaemia",
    "neuron": "neurone neurons neurones",
    "motoneuron": "motoneurone motorneuron motorneurone motoneurons motoneurones motorneurons",
    "mobilization": "mobilisation mobilizing mobilising mobilize mobilise mobilizes mobilises",
    "mobilized": "mobilised",
    "pluripotent": "pluripotential",
    "exosome": "exosomes exosomal",
    "vesicle": "vesicles vesicular",
    "transplantation": "transplantion transplanation trasnplatation transplatation"
    " transplantations trasplantation tranplantation",
    "nurown": "debamestrocel",
    "astrocyte": "astrocytes astroglia astroglial",
}

SPELLINGS: dict[str, str] = {
    written: meant for meant, all_written in _SPELLINGS.items() for written in all_written.split()
}


def one_spelling(plain: str) -> str:
    """The one spelling of a word in small letters."""
    if plain in SPELLINGS:
        return SPELLINGS[plain]
    if plain.endswith("cel") and len(plain) > LONGER_THAN_AN_ENDING:
        return next((end for end in NAME_ENDINGS if plain.endswith(end)), plain)
    if plain[:3] in {"amy", "ami"} and _is_amyotrophic(plain):
        return "amyotrophic"
    return plain


def _is_amyotrophic(plain: str) -> bool:
    """'amyotropic', 'amyothrophic', 'amiotrofica' ...; the noun 'amyotrophy' is another word."""
    stem = "tr" in plain or "thr" in plain or plain.startswith(("amyot", "amiot"))
    return stem and plain.endswith(("ic", "ica", "ico", "ique", "isch", "ische", "ics", "hc"))


# What may stand before an abbreviation of a cell, without a hyphen: "hUCMSC", "BMMNC"
_SOURCES = {
    "BM": "BM", "hBM": "BM", "HBM": "BM", "UC": "UC", "hUC": "UC", "HUC": "UC", "U": "UC",
    "hU": "UC", "WJ": "WJ", "hWJ": "WJ", "AD": "AD", "hAD": "AD", "HAD": "AD", "ad": "AD",
    "Ad": "AD", "AT": "AD", "hAT": "AD", "UCB": "UCB", "hUCB": "UCB", "CB": "UCB", "PB": "PB",
    "DP": "DP", "hDP": "DP", "P": "", "h": "", "H": "", "A": "", "hA": "", "M": "", "L": "",
    "i": "", "Allo": "allogeneic", "allo": "allogeneic", "Auto": "autologous",
    "auto": "autologous",
}  # fmt: skip
_CELLS = ("MSC", "MNC", "HSCT", "SCT", "BMT")


def prefixed_abbreviation(raw: str) -> tuple[str, ...] | None:
    """'hUCMSCs' -> ('UC', 'MSC'); None for any other word.

    'BMSC' stays whole: it may be stem or stromal cells of the marrow.
    """
    if len(raw) > 12:
        return None
    for cell in _CELLS:
        before, found, rest = raw.partition(cell)
        if found and before and rest in ("", "s") and before in _SOURCES:
            source = _SOURCES[before]
            return (source, cell) if source else (cell,)
    return None
