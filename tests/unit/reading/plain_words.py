"""How hard a sentence of ours is to read, and words that we never say of a study.

Flesch-Kincaid grade: 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid 1975).
Names of diseases, cells and places, initials, and values, count as one syllable.
"""

import re
from types import ModuleType

NEVER_OURS = re.compile(
    r"\b(?:free|safe(?:ly|r)?|effective(?:ly)?|legitimate|recommended|eligible|scam|fraud\w*|"
    r"dangerous|danger|threshold|score|risky|suspicious|warning)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"\{\w+\}")
_EASY = re.compile(
    r"\b(?:ALSFRS-R|ALS|FDA|IND|GMP|United States|motor neuron|stem|cells?|placebo)\b",
    re.IGNORECASE,
)
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """The school grade of a text of ours; an empty one is grade 0."""
    plain = _EASY.sub("it", _VALUE.sub("it", text))
    words = re.findall(r"[A-Za-z']+", plain)
    sentences = max(1, len(re.findall(r"[.?!]+(?=\W|$)", plain)))
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    small = word.lower()
    groups = len(_VOWELS.findall(small))
    is_silent = small.endswith(("e", "es", "ed")) and not small.endswith(("le", "ted", "ded"))
    return max(1, groups - is_silent)


def messages_in(*modules: ModuleType) -> list[str]:
    """Every message of these modules: texts in capital names, and in their tables."""
    found: list[str] = []
    for module in modules:
        for name, value in vars(module).items():
            if name.lstrip("_").isupper():
                found += value.values() if isinstance(value, dict) else [value]
    return sorted({one for one in found if isinstance(one, str) and " " in one})
