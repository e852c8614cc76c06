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
    r"tumou?r necrosis|tumou?r markers?|tumou?rigen\w*|cancer screening|risk (?:of"
    r"|for) (?:\w+ )?(?:cancer|malignan\w+)"
    r"|malignant hypert\w+|malignant arrhyth\w+|neuroleptic malignant"
    r"|family history of (?:\w+ )?(?:cancer|malignan\w+)"
    r"|suspicious for malignancy|benign tumou?rs?|pseudotumou?r\w*|tumou?r formation"
    r"|mass suggest\w+"
)
_NOT_BACK = re.compile(r"\b(?:no|not|without|free|unless)\b")
_FAR = 160
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
    near = [bound for bound in years if abs(bound.start - place) < _FAR]
    return (
        written(near[0].low)
        if len(near) == 1 and not _NOT_BACK.search(text, place, near[0].start)
        else ""
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
