"""Words and signs that compare: "at least", "no more than", "≥", "or greater"."""

from __future__ import annotations

import re

from trials.reading.eligibility.criterion import Operator

_MORE = r"(?:greater|more|higher|longer|larger|bigger|superior|better)"
_LESS = r"(?:less|lower|fewer|shorter|smaller|inferior)"
_MIN, _MAX = r"(?:a )?minim(?:um|al)", r"(?:a )?maxim(?:um|al)"
_BEFORE = {
    Operator.AT_LEAST: (
        rf"≥|at least,?|at minimum"
        rf"|{_MIN} (?:[a-z]+ ){{1,4}}of|(?:a )?min(?:imum|imal|\.)?(?: of)?|(?:no|not) {_LESS} than"
        rf"|not (?:be )?(?:below|under)|{_MORE}(?: than)?,?(?: or|/)? ?(?:equals?|equivalent)"
        rf"(?: to| than)?|(?:equals? (?:to )?|equivalent to )or {_MORE}(?: than| to)?"
        r"|(?:above|over) or equal(?: to)?|equal (?:to )?or (?:above|over)|no earlier than"
        rf"|> ?(?:or|/|and)? ?(?:equals?|=)(?: to)?|at(?: or |/)(?:above|over|{_MORE} than)"
        r"|(?:above|over)(?: or |/)at"
    ),
    Operator.AT_MOST: (
        rf"≤|within|(?:no|not) (?:be )?{_MORE} than|(?:no|not) (?:later|older) than"
        rf"|(?:not|does not|do not) (?:to )?exceed(?:ing|ed|s)?|without exceeding"
        rf"|not (?:be )?(?:above|over)|up to|at (?:the )?most"
        rf"|{_MAX} (?:[a-z]+ ){{1,4}}of|(?:a )?max(?:imum|imal|\.)?(?: of)?"
        rf"|{_LESS}(?: than)?,?(?: or|/)? ?(?:equals?|equivalent)(?: to| than)?"
        rf"|(?:equals? (?:to )?|equivalent to )or {_LESS}(?: than| to)?"
        r"|(?:below|under) or equal(?: to)?|equal (?:to )?or (?:below|under)"
        r"|(?:in|during|over) the (?:last|past|previous|preceding)"
        rf"|< ?(?:or|/|and)? ?(?:equals?|=)(?: to)?|at(?: or |/)(?:below|under|{_LESS} than)"
        r"|(?:below|under)(?: or |/)at"
    ),
    Operator.ABOVE: (
        rf">|{_MORE} (?:than|to)|above|over(?! (?:the|a)\b)|exceed(?:s|ing)?|in excess of|beyond"
    ),
    Operator.BELOW: rf"<|{_LESS} (?:than|to)|below|under",
}
_GLUE = (
    r"(?:,? ?\b(?:of|to|a|an|the|than|about|approximately|total|score|scores|value|values|last"
    r"|past|previous|preceding|prior|or|equal|level|is|was|around|only|first|having)\b){0,4}"
)
# the longest look back that a comparison and its glue can need
_REACH = 64
_PRECEDES = re.compile(
    "|".join(rf"(?P<{name.name}>(?:\b|(?=[≥≤<>]))(?:{words}))" for name, words in _BEFORE.items())
)
_GLUE_ONLY = re.compile(rf"{_GLUE} ?[(\[:]? ?")
_AFTER = re.compile(
    r" ?,?\(? ?(?:(?:of )?(?:the )?(?:predicted|normal|expected)(?: normal)?(?: values?)? )?(?:"
    rf"(?P<AT_LEAST>(?:(?:or|and|/) ?(?:{_MORE}|above|over|older|up)\b|\+(?!\w)"
    r"|(?:at least|(?:as a )?minimum)(?! ?\(?\d)\b))"
    rf"|(?P<AT_MOST>(?:(?:or|and|/) ?(?:{_LESS}|below|under|earlier|sooner)\b"
    r"|(?:at (?:the )?most|(?:as a )?maximum)(?! ?\(?\d)\b)))"
)
# the words between, as in "a maximum disease duration of 36", are not the comparison's own
_NAMES_BETWEEN = re.compile(rf"(?:{_MIN}|{_MAX}) (?:[a-z]+ )+of")
_NEGATED = re.compile(
    r"\b(?:not|no|never|isn't|cannot)(?: (?:been|be|being|to be|to fall|fall\w*|drop\w*))? $"
)
_OPPOSITE = {
    Operator.AT_LEAST: Operator.BELOW,
    Operator.ABOVE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.ABOVE,
    Operator.BELOW: Operator.AT_LEAST,
}
LOWER = frozenset({Operator.AT_LEAST, Operator.ABOVE})
UPPER = frozenset({Operator.AT_MOST, Operator.BELOW})


def opposite(operator: Operator) -> Operator | None:
    """What is left to join when ``operator`` shuts out; None where that isn't one limit."""
    return _OPPOSITE.get(operator)


def before(text: str, place: int) -> tuple[Operator, int] | None:
    """The comparison that ends just before ``place``, and where it starts."""
    start = max(0, place - _REACH)
    stretch = text[start:place]
    for found in _PRECEDES.finditer(stretch):
        if _GLUE_ONLY.fullmatch(stretch, found.end()):
            operator = Operator[found.lastgroup or ""]
            if _NAMES_BETWEEN.match(found[0]):
                return operator, place
            return _negated(operator, stretch, found.start(), start)
    return None


def _negated(operator: Operator, stretch: str, at: int, start: int) -> tuple[Operator, int] | None:
    negation = _NEGATED.search(stretch[:at])
    if not negation:
        return operator, start + at
    turned = opposite(operator)
    return (turned, start + negation.start()) if turned else None


def after(text: str, place: int) -> tuple[Operator, int] | None:
    """The comparison that begins just after ``place`` ("or more"), and where it ends."""
    found = _AFTER.match(text, place, place + _REACH)
    if not found or not found.lastgroup:
        return None
    return Operator[found.lastgroup], found.end()
