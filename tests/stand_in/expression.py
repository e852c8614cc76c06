"""A parsed Essie expression: what `essie` reads and `matching` judges."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    text: str


@dataclass(frozen=True)
class Missing:
    pass


@dataclass(frozen=True)
class Range:
    low: str
    high: str


@dataclass(frozen=True)
class Area:
    name: str
    of: "Node"


@dataclass(frozen=True)
class Not:
    of: "Node"


@dataclass(frozen=True)
class And:
    of: tuple["Node", ...]


@dataclass(frozen=True)
class Or:
    of: tuple["Node", ...]


Node = Words | Missing | Range | Area | Not | And | Or
