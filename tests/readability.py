"""How hard a text of ours is to read, and words that we never say of a study.

Flesch-Kincaid grade: 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid 1975).
Names of diseases, cells and places, initials, and values count as words of one syllable
(product rule: they are easy words to the people who come here).
"""

import re
from collections.abc import Iterable

NEVER_OURS = re.compile(
    r"(?<![\w-])(?:free|safe(?:ly|r)?|effective(?:ly)?|legitimate|recommended|eligible|scam|"
    r"fraud\w*|dangerous|danger|risky|suspicious)(?![\w-])",
    re.IGNORECASE,
)
RATING = re.compile(r"\b(?:threshold|score|warning)\b", re.IGNORECASE)
"""What no sentence on one study may bring in: that we measure it against something."""
_VALUE = re.compile(r"%\(\w+\)s|\{\w+\}|\bNCT\d+|\d[\d,]*|\S+@\S+|https?://\S+")
_EASY = re.compile(
    r"\b(?:ALSFRS-R|ALS/MND|ALS|MND|FDA|IND|GMP|ZIP|United States|United Kingdom|Massachusetts|"
    r"ClinicalTrials\.gov|PubMed|GeoNames|U\.S\.|motor neuron|"
    r"mesenchymal|autologous|allogeneic|haematopoietic|progenitor|pluripotent|mononuclear|"
    r"olfactory|ensheathing|glial|neural|exosomes?|vesicles?|embryonic|placenta|amnion|"
    r"riluzole|edaravone|tofersen|El Escorial|stem|cells?)\b",
    re.IGNORECASE,
)
_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[A-Za-z']+")
_END = re.compile(r"[.?!]+(?=\W|$)")


def grade(texts: Iterable[str]) -> float:
    """The school grade of several texts together, each at least one sentence; 0 for none."""
    words, sentences, syllables = 0, 0, 0
    for text in texts:
        plain = _EASY.sub("it", _VALUE.sub("it", text))
        found = _WORD.findall(plain)
        words += len(found)
        sentences += max(1, len(_END.findall(plain))) if found else 0
        syllables += sum(map(_syllables, found))
    if not words:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _syllables(word: str) -> int:
    small = word.lower()
    groups = len(_VOWELS.findall(small))
    is_silent = small.endswith(("e", "es", "ed")) and not small.endswith(("le", "ted", "ded"))
    return max(1, groups - is_silent)
