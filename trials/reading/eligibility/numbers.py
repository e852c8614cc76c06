"""Numbers in figures and in words: "24", "1.5", "1,5", "two", "twenty-four (24)"."""

from __future__ import annotations

import re

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"]
_TEENS += ["seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: number for number, word in enumerate(_TENS, 2)},
}
_SMALL = "|".join(_UNITS)
FIGURES = r"\d{1,4}(?:[.,]\d{1,2}(?!\d))?(?!\d)"
IN_WORDS = rf"(?:{'|'.join(_TENS)})(?: (?:{_SMALL}))?|{'|'.join(_TEENS)}|{_SMALL}"
NUMBER = rf"(?:(?:{IN_WORDS})\b|an?(?= (?:week|month|year)s?\b)|{FIGURES})"
_IS_WORD = re.compile(IN_WORDS)


def number_of(text: str) -> float:
    """The number that ``text``, matched by NUMBER, means."""
    if text in {"a", "an"}:
        return 1
    if not _IS_WORD.fullmatch(text):
        return float(text.replace(",", "."))
    tens, _, unit = text.partition(" ")
    if tens in _TENS:
        return 10 * _WORDS[tens] + (_WORDS[unit] if unit else 0)
    return _WORDS[tens]


def written(number: float) -> str:
    """As the reading gives it: "24", "1.5", "-6"."""
    return f"{number:g}"
