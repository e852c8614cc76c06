"""The Essie expressions of `query.*` and `filter.advanced`: enough to refuse what is malformed.

Grammar (https://clinicaltrials.gov/find-studies/constructing-complex-search-queries), in short:
words and "phrases", AND OR NOT, parentheses, AREA[piece], SEARCH[document], RANGE[low, high],
EXPANSION[...], COVERAGE[...], MISSING. Neighbours without an operator are read as AND.
"""

import re

from tests.stand_in.expression import And, Area, Missing, Node, Not, Or, Range, Words
from tests.stand_in.parameters import FACTS
from tests.stand_in.pieces import path_of


class Malformed(Exception):
    """The expression can't be parsed; the text says where, as the registry's parser would."""


TOKEN = re.compile(
    r"""\s*(?:
    (?P<phrase>"[^"]*")
    | (?P<range>RANGE\s*\[[^\[\]]*\])
    | (?P<area>AREA\s*\[[^\[\]]*\])
    | (?P<manner>(?:SEARCH|EXPANSION|COVERAGE|TILT)\s*\[[^\[\]]*\])
    | (?P<open>\() | (?P<close>\))
    | (?P<operator>(?:AND|OR|NOT|MISSING)(?![^\s()]))
    | (?P<word>[^\s()\[\]"]+)
    )""",
    re.VERBOSE,
)
END = ("end", "<EOF>")
Token = tuple[str, str]


def parse(expression: str) -> Node:
    """The expression as a tree. Raises Malformed."""
    reader = _Reader(_tokens(expression))
    tree = reader.either()
    if reader.next != END:
        raise reader.unexpected()
    return tree


def _tokens(expression: str) -> list[Token]:
    tokens, at, end = [], 0, len(expression.rstrip())
    while at < end:
        found = TOKEN.match(expression, at)
        if found is None or found.lastgroup is None:
            raise Malformed(f"token recognition error at: '{expression[at:].strip()}'")
        tokens.append((found.lastgroup, found.group(found.lastgroup)))
        at = found.end()
    return tokens


def _bracketed(token: str) -> str:
    return token.partition("[")[2].removesuffix("]").strip()


class _Reader:
    """Reads tokens from left to right; one method for each level of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = [*tokens, END]
        self.at = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.next
        self.at += 1
        return token

    def unexpected(self) -> Malformed:
        return Malformed(f"mismatched input '{self.next[1]}'")

    def either(self) -> Node:
        parts = [self.together()]
        while self.next == ("operator", "OR"):
            self.take()
            parts.append(self.together())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def together(self) -> Node:
        parts = [self.single()]
        while self.next != END and self.next[0] != "close" and self.next[1] != "OR":
            if self.next == ("operator", "AND"):
                self.take()
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def single(self) -> Node:
        kind, text = self.next
        if kind in ("phrase", "word"):
            self.take()
            return Words(text.strip('"'))
        if kind == "open":
            return self.enclosed()
        if kind == "range":
            return self.range()
        return self.prefixed()

    def enclosed(self) -> Node:
        self.take()
        inner = self.either()
        if self.next[0] != "close":
            raise Malformed(f"missing ')' at '{self.next[1]}'")
        self.take()
        return inner

    def range(self) -> Node:
        low, comma, high = _bracketed(self.next[1]).partition(",")
        if not (comma and low.strip() and high.strip()):
            raise self.unexpected()
        self.take()
        return Range(low.strip(), high.strip())

    def prefixed(self) -> Node:
        kind, text = self.next
        if kind == "manner":
            self.take()
            return self.single()
        if kind == "area":
            return self.area()
        if text not in ("NOT", "MISSING"):
            raise self.unexpected()
        self.take()
        return Missing() if text == "MISSING" else Not(self.single())

    def area(self) -> Node:
        name = _bracketed(self.next[1])
        if path_of(name.partition(":")[0]) is None and name not in FACTS["areas"]:
            raise Malformed(f"unknown area `{name}`")
        self.take()
        return Area(name, self.single())
