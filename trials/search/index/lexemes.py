"""A tsquery as PostgreSQL writes it, taken apart: 'motor' <-> 'neuron' | 'als'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

_TOKEN = re.compile(r"\s*(?:'((?:[^'\\]|''|\\\\)*)'|<(-|\d+)>|([&|()]))")


class NotKnown(Exception):
    """A form that the index can't answer: a negation, a prefix, a weight."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    text: bytes


@dataclass(frozen=True, slots=True)
class Phrase:
    """``right`` stands ``distance`` positions after ``left``."""

    left: Query
    right: Query
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Query, ...]


Query: TypeAlias = Lexeme | Phrase | All | Any


def taken_apart(text: str) -> Query | None:
    """The query; None for the empty one, of stop words alone, which matches nothing."""
    tokens = _tokens(text)
    if not tokens:
        return None
    query = _any(tokens)
    if tokens:
        raise NotKnown(text)
    return query


def _tokens(text: str) -> list[str | bytes | int]:
    """In reverse, to be taken from the end: a lexeme's bytes, a phrase's distance, or a sign."""
    found: list[str | bytes | int] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if not match:
            raise NotKnown(text)
        lexeme, distance, sign = match.groups()
        if lexeme is not None:
            found.append(lexeme.replace("''", "'").replace("\\\\", "\\").encode())
        else:
            found.append(sign or (1 if distance == "-" else int(distance)))
        at = match.end()
    return found[::-1]


def _any(tokens: list[str | bytes | int]) -> Query:
    parts = [_all(tokens)]
    while tokens and tokens[-1] == "|":
        tokens.pop()
        parts.append(_all(tokens))
    return parts[0] if len(parts) == 1 else Any(tuple(parts))


def _all(tokens: list[str | bytes | int]) -> Query:
    parts = [_phrase(tokens)]
    while tokens and tokens[-1] == "&":
        tokens.pop()
        parts.append(_phrase(tokens))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _phrase(tokens: list[str | bytes | int]) -> Query:
    found = _one(tokens)
    while tokens and isinstance(distance := tokens[-1], int):
        tokens.pop()
        found = Phrase(found, _one(tokens), distance)
    return found


def _one(tokens: list[str | bytes | int]) -> Query:
    first = tokens.pop() if tokens else ""
    if isinstance(first, bytes):
        return Lexeme(first)
    if first != "(":
        raise NotKnown(str(first))
    found = _any(tokens)
    if not tokens or tokens.pop() != ")":
        raise NotKnown("no closing bracket")
    return found
