"""What goes on around the treatment: drugs, waiting, pretence, visits."""

from trials.reading.burden.kinds import BurdenKind as K
from trials.reading.burden.operation import INJECTION
from trials.reading.burden.rule import rule

_IMMUNE_DRUG = (
    r"(?:tacrolimus|mycophenolate(?:\s+mofetil)?|basiliximab|cyclosporine?(?:\s+a)?|ciclosporin|"
    r"sirolimus|azathioprine|anti-?thymocyte\s+globulin)"
)
COURSE = (
    rule(
        K.IMMUNOSUPPRESSION,
        "drug given",
        rf"^\W*(?:drug:\s*)?{_IMMUNE_DRUG}\b|"
        rf"\b(?:receiv\w+|given|administer\w*|treated\s+with|tak(?:e|ing)|start\w*|plus|with)\s+"
        rf"(?:\S+\s+){{0,6}}?{_IMMUNE_DRUG}\b|\b{_IMMUNE_DRUG}\s+(?:\S+\s+){{0,5}}?"
        r"(?:will\s+be|is|are|was|were)\s+(?:given|started|administered|used|continued|maintained)\b",
        unless=r"\bwithdraw\w*|\bdiscontinu\w*|\bpartition|\bwithin\s+\d",
    ),
    rule(
        K.IMMUNOSUPPRESSION,
        "named as given",
        r"\b(?:receiv\w+|given|administer\w*|treated\s+with|tak(?:e|ing)|undergo|require[sd]?|"
        r"maintain\w*|under|combined\s+with|plus|with|start\w*)\s+(?:\S+\s+){0,5}?"
        r"immuno-?suppress(?:ion|ants?|ive\s+(?:drugs?|therapy|therapies|medications?|treatments?|"
        r"agents?|regimens?))\b|\bimmuno-?suppress(?:ion|ants?|ive\s+\w+)\s+(?:\S+\s+){0,4}?"
        r"(?:will\s+be|is|are|was|were)\s+(?:given|started|administered|used|continued|maintained)\b|"
        r"^\W*(?:transient\s+|concomitant\s+|drug:\s*)?immuno-?suppress"
        r"(?:ion|ants?|ive\s+(?:therapy|drugs?|regimen|treatment))\W*$",
        unless=r"\bwithdraw\w*|\bdiscontinu\w*|\bpropert|\bwithin\s+\d|\binduce|\beffects?\b|\bprevious",
    ),
    rule(
        K.IMMUNOSUPPRESSION,
        "conditioning",
        r"\b(?:myelo-?ablative|reduced[\s-]intensity|chemo\w*)\s+conditioning\b|"
        r"\bconditioning\s+(?:regimens?|chemotherapy)\b",
        unless=r"\bmotor[\s-]point|\bexercise",
    ),
    rule(
        K.RUN_IN,
        "named",
        r"\b(?:run|lead)[\s-]?in\b(?=\W+(?:period|phase|visits?|stage|of|for|is|will)\b|\W*$)",
        unless=r"\b(?:cent(?:er|re)s?|sites?)\s+will\b",
    ),
    rule(
        K.RUN_IN,
        "watched before treatment",
        rf"\b(?:followed|observed|monitored)(?:\s+up)?\s+(?:for\s+)?(?:\S+\s+){{0,2}}?"
        r"(?:\w+\s+|\d+\s*)(?:months?|weeks?)\s+(?:before|prior\s+to)\s+(?:the\s+|their\s+)?"
        rf"(?:\S+\s+){{0,3}}?(?:{INJECTION}|treatment|bone[\s-]*marrow|biopsy)",
    ),
)
_PLACEBO = r"(?:placebo|saline|excipient|vehicle)"
_BY_NEEDLE = r"(?:intrathecal|intramuscular|intravenous|intraspinal)"
PRETENCE = (
    rule(
        K.SHAM_OR_PLACEBO_PROCEDURE,
        "sham",
        r"\bsham[\s-]+(?:\w+[\s-]+){0,3}?(?:procedures?|punctures?|surger(?:y|ies)|operations?|"
        r"injections?|infusions?|aspirations?|biops(?:y|ies)|harvests?|treatments?)\b|"
        r"\b(?:mock|simulated)\s+(?:\w+\s+){0,3}?(?:aspiration|puncture|harvest|biopsy|surgery)\b",
    ),
    rule(
        K.SHAM_OR_PLACEBO_PROCEDURE,
        "placebo given by needle",
        rf"\b{_PLACEBO}\s+(?:\(?\w+\)?\s+){{0,2}}?(?:injections?|infusions?)\b|"
        rf"\b(?:injections?|infusions?|intrathecal(?:ly)?)\s+(?:of\s+)?(?:a\s+)?{_PLACEBO}\b|"
        rf"\b{_BY_NEEDLE}\s+(?:\w+\s+){{0,3}}?(?:administrations?\s+of\s+)?{_PLACEBO}\b|"
        rf"\b{_PLACEBO}\s+administrations?\s+(?:\w+\s+){{0,3}}?{_BY_NEEDLE}\b",
        unless=r"\b(?:resuspend|suspend|dilut|oral|capsul|tablet|pill|flush|in\s+\d+\s*m[lL])\w*|"
        r"\b(?:cells?|mscs?)\s+(?:\S+\s+){0,2}?in\s+(?:normal\s+)?saline",
    ),
)
VISIT = (
    rule(
        K.VISITS,
        "counted",
        r"\b(?:(?:study|clinic|hospital|doctor|office|outpatient|site|in-person|clinical|scheduled)\s+)?"
        r"visits\b",
        unless=r"\b(?:additional|additionally|extra|further|follow-?\s?up|post|remaining|more|next|first|last|these|those|other)\b",
    ),
)
