"""Earlier treatment with cells: ruled out for ever, or for a stated time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trials.reading.eligibility.bounds import Bound, bounds_in
from trials.reading.eligibility.criterion import Kind
from trials.reading.eligibility.numbers import written
from trials.reading.eligibility.stance import of_state
from trials.reading.eligibility.wording import Finding, Wording

GATE = re.compile(r"\bcells?\b|cellular|stem")
_TREATMENT = (
    r"(?:therap(?:y|ies|eutics?)|treatments?|transplant\w{0,12}|infusions?|injections?|implant\w{0,12}"
    r"|products?|administration"
    r"|interventions?|based (?:therap(?:y|ies)|products?|treatments?)|grafts?|trials?|stud(?:y"
    r"|ies))"
)
_CELLS = re.compile(
    rf"(?:stem ?cells?|\bcell|cellular|mesenchymal|\bmscs?"
    rf"|bone marrow (?:derived )?(?:stem )?cells?)"
    rf"(?: or gene| and gene|/gene| and/or gene)?(?: \w+)?(?:\)| )?(?: based)? ?{_TREATMENT}"
    rf"|{_TREATMENT} (?:\w+ ){{0,3}}?(?:with|of|using|involving"
    rf"|by) (?:\w+ ){{0,4}}?(?:stem cells?|cells\b|a cell|cellular)"
    r"|stem ?cells\b|gene or cell therapy"
)
_EARLIER = re.compile(
    r"\b(?:prior|previous(?:ly)?|history|earlier|past|before|received|treated|exposure|exposed"
    r"|ever|undergone"
    r"|underwent|had|participat\w+|enrol+ed|already|last|has been|have been|preceding)\b"
)
_NOT_EARLIER = re.compile(
    r"hematopoietic|haematopoietic|lymphoma|complet\w{1,12} (?:of )?(?:the )?study|expan(?:d|sion)"
    r"|red (?:blood )?cells?|blood cells?"
    r"|sickle|t cell|b cell|basal cell|squamous|germ cell|small cell|plasma cell|cells?/|donat"
    r"|during the study|allerg|hypersens|sensitiv"
)
_EVER = re.compile(
    r"\b(?:ever|at any time|of any kind|any (?:previous|prior|earlier|past)|lifetime)\b"
)
_RECENT = re.compile(
    r"within|past|last|previous|preceding|prior|before|less than|during|<|≤|in the"
)
_ANOTHER_LIMB = re.compile(
    r"[;.] |,(?! ?$)|\b(?:or|and) (?:\w+ ){0,2}?(?:participat\w+|enrol\w+|use|receipt|received?"
    r"|exposure"
    r"|investigational|experimental|another|other|any|drugs?|trials?|stud(?:y|ies))\b"
)
_EXCUSED = re.compile(r"\b(?:unless|except|other than|if)\b")
_NEAR = 60
_IN_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def read(wording: Wording) -> Iterator[Finding]:
    """Whether the sentence rules out earlier cell therapy."""
    text = wording.text
    found = _CELLS.search(text)
    if not found or _NOT_EARLIER.search(text) or not _EARLIER.search(text):
        return
    operator = of_state(wording, found.start())
    if not operator or _EXCUSED.search(text, found.end()):
        return
    days = _days(text, found)
    yield Finding(
        kind=Kind.PRIOR_CELL_THERAPY,
        operator=operator,
        value=days,
        unit="days" if days else "",
        rule="earlier cells: ruled out",
        start=found.start(),
        end=found.end(),
    )


def _days(text: str, found: re.Match[str]) -> str:
    """How recent is too recent, in days; "" where any earlier treatment counts."""
    if _EVER.search(text, max(0, found.start() - 60), found.end() + 30):
        return ""
    times = [bound for bound in bounds_in(text) if bound.unit in _IN_DAYS]
    if len(times) != 1 or not _RECENT.search(text) or _is_apart(text, found, times[0]):
        return ""
    return written(times[0].low * _IN_DAYS[times[0].unit])


def _is_apart(text: str, found: re.Match[str], time: Bound) -> bool:
    """The time stands in another sentence or too far off to belong to the treatment."""
    first, last = sorted(((found.start(), found.end()), (time.start, time.end)))
    between = text[first[1] : last[0]]
    if time.start < found.start() and "," in between:
        return True
    return len(between) > _NEAR or bool(_ANOTHER_LIMB.search(between))
