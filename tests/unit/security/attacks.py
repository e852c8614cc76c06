"""Texts that a given regular expression is likely to be slow on, made from its own parts."""

from __future__ import annotations

from collections.abc import Iterator
from re import _constants as codes
from re import _parser as parser
from typing import Any

UNITS = ("a", " ", "1", "-", "\n", ".", "(", "a ", "1 ", "a-", "1,", "a. ", "\t\n", "als ", "no ")
LETTERS = "a1 -.,xX\n_Zé#"
MANY = 20
END = "\x00"
MOST = 60
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
OF_CATEGORY = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: "-",
}
Attack = tuple[str, str]
"""What stands before, and what is repeated."""


def attacks(pattern: str, flags: int) -> list[Attack]:
    """At most MOST of them, the ones from its loops first."""
    tree = parser.parse(pattern, flags)
    whole = sample(tree)
    found = [*loops(tree, ""), ("", whole or "a"), ("", whole[:-1] or "a")]
    found += [("", unit) for unit in UNITS]
    return list(dict.fromkeys(found))[:MOST]


def text_of(attack: Attack, length: int) -> str:
    before, unit = attack
    return before + unit * max(1, length // len(unit)) + END


def loops(tree: Any, before: str) -> Iterator[Attack]:
    """Before and body of each repetition that can go on for long."""
    for code, value in tree:
        if code in REPEATS:
            _, most, body = value
            unit = sample(body)
            if unit and int(most) > MANY:
                yield before, unit
                yield "", unit
                yield "", (before + unit) or "a"
            yield from loops(body, before)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from loops(branch, before)
        elif code is codes.SUBPATTERN:
            yield from loops(value[-1], before)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from loops(value[1], before)
        before += sample_of(code, value)


def sample(tree: Any) -> str:
    """A text that the pattern is likely to take."""
    return "".join(sample_of(code, value) for code, value in tree)


def sample_of(code: Any, value: Any) -> str:  # noqa: PLR0911 one kind of part a line
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return next(letter for letter in LETTERS if ord(letter) != value)
    if code is codes.ANY:
        return "a"
    if code is codes.IN:
        return one_of(value)
    if code in REPEATS:
        least, _, body = value
        return sample(body) * max(1, min(int(least), MANY))
    if code is codes.BRANCH:
        return sample(value[1][0])
    return sample(value[-1]) if code in (codes.SUBPATTERN, codes.ATOMIC_GROUP) else ""


def one_of(items: list[tuple[Any, Any]]) -> str:
    if items[0][0] is codes.NEGATE:
        return next((one for one in LETTERS if not any(takes(each, one) for each in items[1:])), "")
    code, value = items[0]
    if code is codes.LITERAL:
        return chr(value)
    return chr(value[0]) if code is codes.RANGE else OF_CATEGORY.get(value, "a")


def takes(item: tuple[Any, Any], letter: str) -> bool:
    code, value = item
    if code is codes.LITERAL:
        return bool(value == ord(letter))
    if code is codes.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    return OF_CATEGORY.get(value) == letter
