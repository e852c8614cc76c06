"""Finding the phrases of a vocabulary in a text: one pass, longest phrase first.

A phrase is written as words: ``a|b`` for a choice, ``(a)`` for a word that may be left
out. A word in small letters matches in any case and in the plural; a word with a capital
letter is an abbreviation, and matches only as written (or with an s).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from trials.reading.spellings import one_spelling
from trials.reading.words import Word, singular


class Sense(NamedTuple):
    """What a phrase may mean: a group of words ("type", "tissue", ...) and a code in it."""

    group: str
    code: str


class Mention(NamedTuple):
    """A phrase found: its senses and the words that it covers, first to last (exclusive)."""

    senses: tuple[Sense, ...]
    first: int
    last: int
    phrase: str

    def code(self, group: str) -> str | None:
        """The code of this mention in a group, None where it has none."""
        return next((sense.code for sense in self.senses if sense.group == group), None)


class _Node:
    __slots__ = ("branches", "phrase", "senses")

    def __init__(self) -> None:
        self.branches: dict[str, _Node] = {}
        self.senses: tuple[Sense, ...] = ()
        self.phrase = ""


class Phrases:
    """A vocabulary made ready for finding."""

    def __init__(self, *vocabularies: Mapping[tuple[Sense, ...], Iterable[str]]) -> None:
        self._root = _Node()
        for vocabulary in vocabularies:
            for senses, patterns in vocabulary.items():
                for pattern in patterns:
                    self._add(pattern, senses)

    def _add(self, pattern: str, senses: tuple[Sense, ...]) -> None:
        for words in expanded(pattern):
            node = self._root
            for word in words:
                node = node.branches.setdefault(word, _Node())
            node.senses += tuple(sense for sense in senses if sense not in node.senses)
            node.phrase = node.phrase or " ".join(words)

    def find(self, words: tuple[Word, ...]) -> list[Mention]:
        """The mentions in a text, none overlapping, the longest at each place."""
        found: list[Mention] = []
        at, count, root = 0, len(words), self._root
        while at < count:
            node = _step(root, words[at])
            mention = self._longest(node, words, at) if node else None
            if mention:
                found.append(mention)
            at = mention.last if mention else at + 1
        return found

    def _longest(self, node: "_Node | None", words: tuple[Word, ...], at: int) -> Mention | None:
        best: Mention | None = None
        end = at + 1
        while node:
            if node.senses:
                best = Mention(node.senses, at, end, node.phrase)
            if end == len(words) or not node.branches or _parted(words[at], words[end]):
                break
            node = _step(node, words[end])
            end += 1
        return best


def _parted(first: Word, following: Word) -> bool:
    return following.after_comma or following.sentence != first.sentence


def _step(node: _Node, word: Word) -> "_Node | None":
    branches = node.branches
    return (
        branches.get(word.raw)
        or branches.get(word.plain)
        or branches.get(_one(word.raw))
        or branches.get(singular(word.plain))
    )


def _one(raw: str) -> str:
    return raw.removesuffix("s")


@cache
def expanded(pattern: str) -> tuple[tuple[str, ...], ...]:
    """All the word sequences that a pattern stands for."""
    choices: list[tuple[str, ...]] = []
    for part in pattern.split():
        optional = part.startswith("(")
        words = tuple(_canonical(word) for word in part.strip("()").split("|"))
        choices.append((*words, "") if optional else words)
    return tuple(tuple(word for word in words if word) for words in product(*choices))


def _canonical(word: str) -> str:
    return one_spelling(word) if word.islower() else word


def vocabulary(
    group: str, table: Mapping[str, Iterable[str]]
) -> dict[tuple[Sense, ...], Iterable[str]]:
    """A table of code -> phrases, as one group of senses."""
    return {(Sense(group, code),): patterns for code, patterns in table.items()}
