"""Cancer, now or before: ruled out for ever or for a number of years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.bounds import bounds_in
from trials.reading.eligibility.criterion import Kind
from trials.reading.eligibility.numbers import written
from trials.reading.eligibility.stance import lets_in, of_state
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(
    r"cancer|malign|neoplas|tumou?r|leuka?emia|lymphoma|carcinoma|melanoma|myelo|oncol"
)
_CANCER = re.compile(
    r"\bcancers?\b|malignan(?:t|cy|cies)\b|\bneoplas\w+|leuka?emia|lymphoma|carcinoma|melanoma"
    r"|myelo ?proliferative|myelo ?dysplastic|oncologic\w*"
)
_NOT_A_CANCER = re.compile(
    r"anti ?(?:cancer|tumou?r|neoplas\w+)|cancer (?:chemo)?therap\w+|tumou?r necrosis"
    r"|tumou?r markers?|tumou?rigen\w*|cancer screening|risk (?:of"
    r"|for) (?:\w+ )?(?:cancer|malignan\w+)"
    r"|malignant hypert\w+|malignant arrhyth\w+|neuroleptic malignant"
    r"|family history of (?:\w+ )?(?:cancer|malignan\w+)"
    r"|suspicious for malignancy|benign tumou?rs?|pseudotumou?r\w*|tumou?r formation"
    r"|mass suggest\w+"
)
_NOT_BACK = re.compile(r"\b(?:no|not|without|free|unless)\b")
_APART = re.compile(r"[,;]|\b(?:or|and)\b")
_OTHER_LIMB = re.compile(
    r"\b(?:or|and) (?:\w+ ){0,3}?(?:abuse|infection|surgery|stroke|infarct\w*|trial|study)\b"
)
_WINDOW = re.compile(r"\b(?:within|(?:in|during|over|for) the (?:last|past|previous|preceding))\b")
_CURED = re.compile(
    r"treat|recur|occurr|evidence|metasta|invas|resect|remov|cured|remission|free|excis|surg"
    r"|complet"
)
_FAR, _NEAR = 160, 60
_EXCEPTION = re.compile(
    r"(?:with the exception|except|other than|excluding|unless|apart from)(?:[^;()]|\([^()]*\))*"
)


def read(wording: Wording) -> Iterator[Finding]:
    """What the sentence says about cancer."""
    text = _NOT_A_CANCER.sub(_blank, wording.text)
    found = _CANCER.search(text)
    if not found or lets_in(wording, found.start()):
        return
    operator = of_state(wording, found.start())
    if not operator:
        return
    years = _years(_EXCEPTION.sub(_without_window, text), found.start())
    if years is None:
        return
    yield Finding(
        kind=Kind.CANCER_HISTORY,
        operator=operator,
        value=years,
        unit="years" if years else "",
        rule="cancer: named",
        start=found.start(),
        end=found.end(),
    )


def _years(text: str, place: int) -> str | None:
    """How many years back a cancer counts; "" where any counts, None where it is torn."""
    years = [bound for bound in bounds_in(text) if bound.unit == "year" and bound.high is None]
    near = [bound for bound in years if abs(bound.start - place) < _FAR]
    if not near or _NOT_BACK.search(text, place, near[0].start):
        return ""
    if len(near) > 1 and (near[0].start < place or near[0].start - place > _NEAR):
        return ""
    if near[0].start < place:
        return "" if _APART.search(text, near[0].end, place) else written(near[0].low)
    named = [found.end() for found in _CANCER.finditer(text, place, near[0].start)]
    between = text[named[-1] if named else place : near[0].start]
    if ";" in between:
        return ""
    return None if _OTHER_LIMB.search(between) else written(near[0].low)


def _without_window(found: re.Match[str]) -> str:
    """An exception blanked, but for the window of the whole: "other than skin, in 5 years"."""
    window = _WINDOW.search(found[0])
    if not window or _CURED.search(found[0]):
        return _blank(found)
    return " " * window.start() + found[0][window.start() :]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
