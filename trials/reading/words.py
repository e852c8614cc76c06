"""Words of a record's text, with their places in it, so that every quote is verbatim.

Hyphens, spaces, Markdown escapes and invisible characters part words or vanish here,
so no rule ever sees them. One pass over the text, no backtracking: linear time.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from trials.reading.spellings import GREEK, SPELLINGS, one_spelling, prefixed_abbreviation

INVISIBLE = "\u00ad\u200c\u200d\u2060\ufeff"
# "i.v." and its like are one word; an invisible character never parts a word
_WORD = re.compile(
    rf"(?<![^\W_])[iI]\.\s?[vVmMtTpP]\.|[^\W_]+(?:[{INVISIBLE}]+[^\W_]+)*", re.UNICODE
)
_DROPPED = {ord(sign): None for sign in INVISIBLE + ". \t\n\u00a0"}
# a blank line, or a line that begins like a list entry, ends a sentence; a mere line break
# does not, since some records are wrapped by hand
_NEW_ENTRY = re.compile(r"\n[ \t]*\n|\n[ \t]*[*\-•·]")
_PARTS = frozenset(",:;()[]{}。；，：（）、")
_POSSESSIVE = frozenset("'’ʼ`´")
# The registry takes at most 32,000 characters in a description; no more than this is read,
# so that a broken record can't hold up the others
LONGEST_TEXT = 200_000
LONGEST_SENTENCE = 80  # words; no rule looks further, so no text takes more than linear time
PREFIXES = frozenset({"intra", "sub", "peri", "epi", "trans", "endo"})


class Word(NamedTuple):
    """One word: as written, as compared, where it stands, and in which sentence."""

    raw: str
    plain: str
    start: int
    end: int
    sentence: int
    after_comma: bool  # a comma, colon or bracket stands before it


@lru_cache(maxsize=128)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; two questions often read the same text."""
    return tuple(_words(text[:LONGEST_TEXT]))


def _words(text: str) -> list[Word]:
    words: list[Word] = []
    end, sentence, begun = 0, 0, 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        raw = _letters(match.group())
        if raw == "s" and gap and gap[-1] in _POSSESSIVE:
            end = match.end()
            continue
        if words and (
            _ends_sentence(gap, text[match.start()]) or len(words) - begun >= LONGEST_SENTENCE
        ):
            sentence, begun = sentence + 1, len(words)
        parted = not _PARTS.isdisjoint(gap)
        for part in prefixed_abbreviation(raw) or (raw,):
            plain = _plain(part)
            if _joins(words, plain, gap, sentence):
                words[-1] = _joined(words[-1], raw, plain, match.end())
            else:
                words.append(Word(part, plain, match.start(), match.end(), sentence, parted))
            parted = False
        end = match.end()
    return words


def _letters(raw: str) -> str:
    if raw.isascii():
        return raw.upper().translate(_DROPPED) if "." in raw else raw
    return unicodedata.normalize("NFKC", raw).translate(_DROPPED)


def _plain(raw: str) -> str:
    lower = raw.lower()
    if not lower.isascii():
        lower = GREEK.get(lower) or _without_accents(lower)
    return one_spelling(lower)


def _without_accents(lower: str) -> str:
    parts = unicodedata.normalize("NFD", lower)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _joins(words: list[Word], plain: str, gap: str, sentence: int) -> bool:
    """'intra-thecal' and 'intra thecal' are one word; so for other bound prefixes."""
    if not words or not plain.isalpha() or len(plain) < 4:
        return False
    last = words[-1]
    return last.plain in PREFIXES and last.sentence == sentence and len(gap) <= 3


def _joined(first: Word, raw: str, plain: str, end: int) -> Word:
    word = first.plain + plain
    return first._replace(raw=first.raw + raw, plain=SPELLINGS.get(word, word), end=end)


def _ends_sentence(gap: str, following: str) -> bool:
    if gap in {" ", "-", ""}:
        return False
    if "\n" in gap and _NEW_ENTRY.search(gap):
        return True
    stop = next((sign for sign in gap if sign in ".!?;。；•"), "")
    if stop != ".":
        return bool(stop)
    return gap[-1].isspace() or gap[-1] in "\"')]*" or following.isupper()


def singular(plain: str) -> str:
    """The word without a plural ending: enough for nouns that name cells and diseases."""
    if len(plain) < 4 or plain[-1] != "s" or plain.endswith("ss"):
        return plain
    if plain.endswith(("sses", "xes", "shes", "ches")):
        return plain[:-2]
    return plain[:-3] + "y" if plain.endswith("ies") else plain[:-1]


def quote_at(text: str, start: int, end: int, longest: int = 160) -> str:
    """The words around a place, verbatim, at most ``longest`` characters, whole words."""
    if len(text) <= longest:
        return text.strip()
    left = max(start - max(longest - (end - start), 0) // 2, 0)
    right = min(left + longest, len(text))
    left = max(right - longest, 0)
    if left:
        left = min(text.find(" ", left, start) + 1 or left, start)
    if right < len(text):
        cut = text.rfind(" ", end, right)
        right = cut if cut > 0 else right
    return text[left:right].strip()


def word_set(words: str) -> frozenset[str]:
    """A set of plain words, written one after the other."""
    return frozenset(words.split())
