"""The ALS drugs by their names, and the words that say who has to take them."""

from __future__ import annotations

import re

from trials.reading.eligibility.criterion import Kind

GATE = re.compile(r"riluzol|rilutek|tiglutik|teglutik|exservan|edaravon|radica|tofersen|qalsody")
NAMES = {
    Kind.RILUZOLE: re.compile(r"riluzole?|rilutek|tiglutik|teglutik|exservan"),
    Kind.EDARAVONE: re.compile(r"edaravone?|radicava|radicut"),
    Kind.TOFERSEN: re.compile(r"tofersen|qalsody"),
}
DRUG = "(?:" + "|".join(name.pattern for name in NAMES.values()) + ")"
STABLE = re.compile(
    r"\b(?:stable|steady|constant|fixed|unchanged|stabili[sz]ed|regular)\b|same dose"
)
UNSTABLE = re.compile(
    r"\b(?:unstable|not (?:on |been on |taking |at )?(?:a )?stable|non stable|chang\w+|newly"
    r"|start(?:ed|ing)?|initiat\w+|modif\w+|adjust\w+|begin\w*)\b"
)
# "no change in the dose", "has not started": whoever doesn't take it meets that too
NOT_CHANGED = re.compile(
    r"\b(?:no|not|without|never) (?:\w+ ){0,2}?(?:chang\w+|start\w*|initiat\w+|modif\w+|adjust\w+"
    r"|begin\w*|begun)\b"
)
_TAKE = r"(?:on|taking|tak(?:e|en)|us(?:e|ed|ing)|receiv\w+|treated)"
WITHOUT = re.compile(
    rf"\b(?:not (?:be |been |currently |be currently |to )?{_TAKE}|do not {_TAKE}|naive|untreated"
    rf"|not {DRUG}"
    r"|never (?:taken|been|used|received)|without|off|discontinued|free of|has not|have not"
    r"|no (?:prior |previous |current |concomitant )?(?:use|treatment|medications?"
    r"|riluzole|edaravone|tofersen))\b"
)
_PEOPLE = r"(?:patients?|subjects?|participants?|individuals?|people|persons?|those|volunteers?)"
_USING = rf"(?:{_TAKE}|under|takes|uses|receives|prescribed|with)"
_SOME = (
    r"(?:who (?:are|is|have been|were) |already |currently |still |concurrently |concomitantly )"
)
_SUCH = r"(?:a |an |the |any |oral |stable |concomitant |concurrent |background |standard )"
_MUST = r"[\w /()-]{0,60}? (?:must|should|shall|needs?|ha(?:ve|s) to|are to|is to)\b"
# a demand on those who take it: "patients on riluzole must ...", "for participants taking X:"
TAKERS = re.compile(
    rf"\bif\b|\b(?:anyone|whoever|in (?:the )?cases? of|for {_PEOPLE})\b"
    rf"|\b(?:when|where|whenever|those) (?:\w+ ){{0,3}}?{_USING}\b"
    rf"|{_PEOPLE} {_SOME}{{0,2}}{_USING} (?:with )?{_SUCH}{{0,3}}(?:treatment with )?{DRUG}{_MUST}"
    rf"|{_PEOPLE} who\b{_MUST}"
    rf"|{DRUG}(?: treated)? (?:treated|users?\b|takers?\b)"
    rf"|\b(?:any|background|concomitant|concurrent|standard)\b[\w ,/()-]{{0,60}}{DRUG}{_MUST}"
    r"|\b(?:if|as|when|where) (?:applicable|appropriate|any|used|taken|prescribed|relevant)\b"
    r"|\b(?:can|may|might|could) (?:also )?(?:be (?:on|taking|using|receiving|treated)"
    r"|take|use|receive|continue)\b"
)
MAYBE = re.compile(
    r"\b(?:if|who|those|whether|may|can|regardless|irrespective|any|either|willing\w*|agree\w*"
    r"|concomitant|concurrent|background|unless|should|cycles?|standard of care|eligible"
    r"|declin\w+|informed of|previous(?:ly)?|history|offered"
    r"|discuss\w*|prior(?! to))\b"
    r"|\bor (?:not|none|no)\b|\bin combination\b|with or without|not required|not mandatory"
    rf"|wash ?out|^\W*{DRUG} ?:"
)
PARTLY = re.compile(
    r"\b(?:if|who|those|whether|may|unless|cycles?|mg|stop\w*|discontinu\w+|withdr\w+|ceas\w+"
    r"|cessation|together)\b|in combination|\bwith (?:an)?other\b|combined"
)
NOT_USE = re.compile(
    r"allerg|hypersensi|intoleran|contraindicat|prior to dosing|reaction to|unable to take|interact"
    r"|side effect|adverse|contain|similar to|excipient|candidate for|eligible for|refus"
    r"|due to|caused by|induced|\bstud(?:y|ies) (?:of|with)|\btrials? (?:of|with)"
    r"|\bul?n\b|\bal[ast]t?\b|enzyme|liver|hepat|elevat|neutrop|transamin"
)
CYCLES = re.compile(
    r"\b(?:completed|received|had|undergone) (?:\w+ ){0,5}?(?:treatment |dosing )?(?:cycles?"
    r"|courses?)\b"
)
TAKING = re.compile(
    r"treatment|treated|taking|receiv\w+|\bon\b|stable|steady|using|use of|therapy|must be|dose"
    r"|regimen"
)
ONLY_AFTER = re.compile(r"only (?:after|if|when)|after (?:a )?wash ?out")
# what is to come is no state at entry
LATER = re.compile(
    r"\b(?:throughout|during|for the duration of|until the end of|for the (?:rest|course) of)"
    r" (?:\w+ ){0,2}?(?:study|trial|treatment|participation|period)\b"
    r"|\b(?:plan\w*|inten[dt]\w*|anticipat\w+|willing|agree\w*|expect\w*|refrain\w*)\b"
)
BOTH = re.compile(rf"\b(?:on|taking|with|using)(?: and| or|/)(?: not)? (?:off|without|not|{_TAKE})")
EXCUSED = re.compile(
    r"\b(?:other than|except(?:ing)?(?: for)?|with the exception of|not including|excluding"
    r"|apart from|besides|aside from|but not)\b[^;:]*"
)
TOO_SHORT = re.compile(r"\bfor (?:less|fewer|under|<|≤|at most|a shorter|no more|not more)")
# what a sentence says to those who don't take it: nobody has to take it, then
NOT_TAKERS = re.compile(
    rf"(?:\bif|\bwhen|{_PEOPLE}(?: who are)?) (?:\w+ )?not (?:\w+ ){{0,2}}?{_TAKE} (?:\w+ )?"
    rf"(?P<drug>{DRUG})"
)
IN_DAYS = {"day": 1, "week": 7, "month": 30}
