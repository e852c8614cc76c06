"""From what somebody typed to a full-text condition: every word must be found, or a synonym."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trials.search.synonyms import GROUPS

MOST_TERMS = 20
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_LETTERS = re.compile(r"[^\w']+")


def tsquery(q: str) -> tuple[str, list[str]]:
    """SQL of a tsquery and its parameters; ("", []) where ``q`` holds no letter or digit."""
    terms = list(_terms(q))[:MOST_TERMS]
    if not terms:
        return "", []
    alternatives = [_alternatives(term) for term in terms]
    sql = " && ".join(
        "(" + " || ".join(["phraseto_tsquery('english', %s)"] * len(group)) + ")"
        for group in alternatives
    )
    return sql, [phrase for group in alternatives for phrase in group]


def _terms(q: str) -> Iterator[str]:
    """Quoted phrases, known synonyms of several words, and single words, in this order of worth."""
    words: list[str] = []
    for quoted, word in _TERM.findall(q):
        if quoted:
            yield from _joined(words)
            words = []
            yield _folded(quoted)
        elif folded := _folded(word):
            words += folded.split()
    yield from _joined(words)


def _joined(words: list[str]) -> Iterator[str]:
    """The words, with runs that are a known phrase kept together; the longest run wins."""
    position = 0
    while position < len(words):
        run = _longest_phrase(words, position)
        yield " ".join(words[position : position + run])
        position += run


def _longest_phrase(words: list[str], start: int) -> int:
    known = _groups()
    lengths = range(min(4, len(words) - start), 1, -1)
    return next((n for n in lengths if " ".join(words[start : start + n]) in known), 1)


def _alternatives(term: str) -> tuple[str, ...]:
    return _groups().get(term, (term,))


def _folded(text: str) -> str:
    return " ".join(_LETTERS.sub(" ", text.casefold()).split())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {
        _folded(word): tuple(dict.fromkeys(_folded(one) for one in group))
        for group in GROUPS
        for word in group
    }
