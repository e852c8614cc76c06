"""Needles and operations: into the spinal fluid, the spinal cord, the brain."""

from trials.reading.burden.kinds import BurdenKind as K
from trials.reading.burden.rule import rule
from trials.reading.burden.setting import Setting

INJECTION = (
    r"(?:injections?|infusions?|administrations?|doses?|treatments?|applications?|deliver(?:y|ies)|"
    r"transplantations?|implantations?|grafts?)"
)


def by_lumbar_puncture(setting: Setting, _sentence: str) -> bool:
    """Nothing in the record says that the spinal fluid is reached by another way."""
    return not setting.other_way_in


def into_the_cord(setting: Setting, _sentence: str) -> bool:
    """ "Intraspinal" is often said of the spinal fluid: then it is no operation on the cord."""
    return not setting.into_fluid


PUNCTURE = (
    rule(K.LUMBAR_PUNCTURE, "named", r"\b(?:lumbar|spinal)\s+(?:punctures?|taps?)\b"),
    rule(
        K.LUMBAR_PUNCTURE,
        "into the spinal fluid",
        r"\b(?:intra-?thecal(?:ly)?|sub-?arachnoid\s+(?:space|injection|infusion))\b",
        holds=by_lumbar_puncture,
    ),
)
OPERATION = (
    rule(
        K.SPINAL_SURGERY,
        "named",
        r"\b(?:hemi-?)?laminectom(?:y|ies)\b|\blaminotom(?:y|ies)\b|\bspinal\s+surgery\b",
    ),
    rule(
        K.SPINAL_SURGERY,
        "into the cord",
        rf"\bintra-?\s?spinal\s+(?:\S+\s+){{0,3}}?{INJECTION}\b|"
        rf"\b(?:inject|implant|transplant|graft)\w*\s+(?:\S+\s+){{0,10}}?(?:in)?to\s+(?:the\s+)?"
        r"(?:\S+\s+){0,4}?spinal\s+cords?\b",
        holds=into_the_cord,
    ),
    rule(
        K.BRAIN_SURGERY,
        "named",
        r"\bcraniotom(?:y|ies)\b|\bburr[\s-]?holes?\b|\bstereo-?\s?ta(?:xis|xy|ctic(?:ally)?)\b|"
        r"\bneurosurgical\s+(?:implant|inject|deliver|transplant)\w*",
        unless=r"radio-?(?:surgery|therapy)",
    ),
    rule(
        K.BRAIN_SURGERY,
        "into the brain",
        rf"\b(?:intra-?cerebral(?:ly)?|intra-?cerebro-?ventricular(?:ly)?|intra-?cortical(?:ly)?)"
        rf"\s+(?:\S+\s+){{0,3}}?{INJECTION}\b|"
        r"\b(?:inject|implant|transplant|deliver|graft)\w*\s+(?:\S+\s+){0,8}?"
        r"(?:motor\s+cort(?:ex|ices)|into\s+(?:the\s+)?(?:\w+\s+){0,5}?"
        r"(?:brain|frontal\s+lobes?|(?:lateral|cerebral)\s+ventricles?))\b",
    ),
    rule(
        K.GENERAL_ANAESTHETIC,
        "named",
        r"\bgeneral\s+an(?:a|æ)?esthe(?:sia|tics?)\b",
        unless=r"\blocal\b|\bor\s+general\b|\bsedation\b|\ban(?:a|æ)?esthe\w+\s+or\b",
    ),
)
