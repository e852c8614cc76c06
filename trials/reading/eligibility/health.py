"""Other health: pregnancy, blood thinners, immune suppression, cancer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.bounds import bounds_in
from trials.reading.eligibility.criterion import Kind, Operator, Section
from trials.reading.eligibility.numbers import written
from trials.reading.eligibility.stance import is_denied, lets_in, of_state, side
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(
    r"pregnan|anti ?coag|blood thin|warfarin|heparin|immuno|immune|tacrolimus|cancer|malign|neoplas|tumou?r"
    r"|leuka?emia|lymphoma|carcinoma|melanoma|myelo"
)
_PREGNANT = re.compile(r"pregnan(?:t|cy)")
_TEST_OR_PARTNER = re.compile(
    r"pregnancy tests?|partners?[\w ]{0,20} pregnan\w+|pregnant partner\w*|prevent\w* pregnancy|avoid\w* pregnancy"
    r"|history of pregnancy|(?:capable|able|potential) of becoming pregnant|risk of pregnancy|pregnancy prevention|potential for pregnancy|prior pregnan\w+|previous pregnan\w+"
)
_NEGATIVE_TEST = re.compile(
    r"negative (?:\w+ ){0,4}pregnancy test|pregnancy tests? (?:\w+ ){0,4}negative"
)
_POSITIVE_TEST = re.compile(r"positive (?:\w+ ){0,4}pregnancy test")
_NOT_TO_BE = re.compile(
    r"no pregnancy|non ?pregnant|not (?:be |become |currently )*pregnan|not to become pregnan"
)
_THINNERS = re.compile(
    r"anti ?coagula(?:nts?|tion|tive|ted)\w*|blood thinn\w+|\bwarfarin\b|\b(?:low molecular weight )?heparin\b|coumadin"
)
_THINNER_OTHERWISE = re.compile(
    r"allerg|hypersensi|intoleran|contraindicat|unless|can be (?:stopped|discontinued|interrupted|held)|able to"
    r"|willing|lupus anticoagulant|agree"
)
_SUPPRESSION = re.compile(
    r"immuno ?suppress(?:ants?|ives?|ion|ors?|ing|ed)?\b(?: (?:\w+ )?(?:drugs?|therap\w+|agents?|treatments?|medications?|regimen))?"
    r"|immune ?suppress\w+"
)
_TOLERATE = re.compile(
    r"(?:tolerat|contraindicat|intoleran|unable to (?:take|receive)|allerg|hypersensi|willing|agree|able to (?:take|receive|undergo))"
)
_MUST_TOLERATE = re.compile(
    r"\b(?:able to|can|willing|agree\w*|must|medically)\b[\w ,]{0,60}(?:tolerat|take|receiv|undergo|immuno)"
)
_CANNOT = re.compile(
    r"contraindicat|intoleran|unable|inability|cannot|not tolerat|not able|hypersensi|allerg|unwilling"
)
_CANCER = re.compile(
    r"\bcancers?\b|malignan(?:t|cy|cies)\b|neoplas\w+|leuka?emia|lymphoma|carcinoma|melanoma"
    r"|myelo ?proliferative|myelo ?dysplastic|oncologic\w*"
)
_NOT_A_CANCER = re.compile(
    r"tumou?r necrosis|tumou?r markers?|tumou?rigen\w*|cancer screening|risk (?:of|for) (?:\w+ )?(?:cancer|malignan\w+)"
    r"|malignant hypert\w+|malignant arrhyth\w+|neuroleptic malignant|family history of (?:\w+ )?(?:cancer|malignan\w+)"
    r"|suspicious for malignancy|benign tumou?rs?|pseudotumou?r\w*|tumou?r formation|mass suggest\w+"
)
_EXCEPTION = re.compile(
    r"(?:with the exception|except|other than|excluding|unless|apart from)[^;]*"
)
_CURED = re.compile(
    r"\b(?:unless|free of|free for|in remission|remission|cured|disease free|resolved|without recurrence)\b"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about pregnancy, blood thinners, immune suppression and cancer."""
    yield from _pregnancy(wording)
    yield from _anticoagulants(wording)
    yield from _immunosuppression(wording)
    yield from _cancer(wording)


def _pregnancy(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    found = _NOT_TO_BE.search(text) or _NEGATIVE_TEST.search(text)
    if found and wording.section is not Section.EXCLUSION:
        yield _found(Kind.PREGNANCY, Operator.FORBIDDEN, found, "pregnancy: not to be")
        return
    found = _POSITIVE_TEST.search(text) or _PREGNANT.search(_TEST_OR_PARTNER.sub(_blank, text))
    operator = found and of_state(wording, found.start())
    if found and operator:
        yield _found(Kind.PREGNANCY, operator, found, "pregnancy: named")


def _anticoagulants(wording: Wording) -> Iterator[Finding]:
    found = _THINNERS.search(wording.text)
    if not found or _THINNER_OTHERWISE.search(wording.text):
        return
    operator = of_state(wording, found.start())
    if operator:
        yield _found(Kind.ANTICOAGULANTS, operator, found, "anticoagulants: named")


def _immunosuppression(wording: Wording) -> Iterator[Finding]:
    text = wording.text
    found = _SUPPRESSION.search(text)
    if not found:
        return
    operator = (
        _must_tolerate(wording) if _TOLERATE.search(text) else of_state(wording, found.start())
    )
    if operator:
        yield _found(Kind.IMMUNOSUPPRESSION, operator, found, "immunosuppression: named")


def _must_tolerate(wording: Wording) -> Operator | None:
    cannot = _CANNOT.search(wording.text)
    if side(wording) is Section.EXCLUSION:
        return Operator.REQUIRED if cannot else None
    return Operator.REQUIRED if _MUST_TOLERATE.search(wording.text) and not cannot else None


def _cancer(wording: Wording) -> Iterator[Finding]:
    text = _NOT_A_CANCER.sub(_blank, wording.text)
    found = _CANCER.search(text)
    if not found or lets_in(wording, found.start()):
        return
    operator = of_state(wording, found.start())
    if not operator:
        return
    years = _years(_EXCEPTION.sub(_blank, text), found.start())
    yield Finding(
        kind=Kind.CANCER_HISTORY,
        operator=operator,
        value=years,
        unit="years" if years else "",
        rule="cancer: named",
        start=found.start(),
        end=found.end(),
    )


def _years(text: str, place: int) -> str:
    """How many years back a cancer counts; "" where any counts."""
    years = [bound for bound in bounds_in(text) if bound.unit == "year" and bound.high is None]
    near = [bound for bound in years if abs(bound.start - place) < len("x" * 160)]
    return written(near[0].low) if len(near) == 1 and not is_denied(text, near[0].start) else ""


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _found(kind: Kind, operator: Operator, found: re.Match[str], rule: str) -> Finding:
    return Finding(kind=kind, operator=operator, rule=rule, start=found.start(), end=found.end())
