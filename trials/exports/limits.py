"""Limits that a study's criteria set, as figures where there is one and as text in any case."""

from __future__ import annotations

from collections.abc import Iterator

from trials.exports.row import Row
from trials.reading.eligibility.criterion import Criterion, Kind, Operator
from trials.reading.fit.limits import number

AT_MOST = frozenset({Operator.AT_MOST, Operator.BELOW})
AT_LEAST = frozenset({Operator.AT_LEAST, Operator.ABOVE})


def at_most(row: Row, kind: Kind, unit: str = "") -> float | None:
    """The one upper limit for everybody; None where there is none, or more than one."""
    return _only(
        one.value_high if one.operator is Operator.BETWEEN else one.value
        for one in _for_everybody(row, kind, unit)
        if one.operator in AT_MOST or one.operator is Operator.BETWEEN
    )


def at_least(row: Row, kind: Kind, unit: str = "") -> float | None:
    """The one lower limit for everybody; None where there is none, or more than one."""
    return _only(
        one.value
        for one in _for_everybody(row, kind, unit)
        if one.operator in AT_LEAST or one.operator is Operator.BETWEEN
    )


def said(row: Row, *kinds: Kind) -> tuple[str, ...]:
    """Every demand of these kinds, once: "<= 24 months (onset)", "forbidden (invasive)"."""
    return tuple(dict.fromkeys(_said(one) for one in row.facts.criteria if one.kind in kinds))


def anchors(row: Row, kind: Kind) -> tuple[str, ...]:
    """Whose clock, which test: every one that is named."""
    named = (one.anchor for one in row.facts.criteria if one.kind is kind)
    return tuple(dict.fromkeys(anchor for anchor in named if anchor))


def _for_everybody(row: Row, kind: Kind, unit: str) -> Iterator[Criterion]:
    for one in row.facts.criteria:
        if one.kind is kind and not one.group and (not unit or one.unit == unit):
            yield one


def _only(values: Iterator[str]) -> float | None:
    figures = {figure for value in values if (figure := number(value)) is not None}
    return figures.pop() if len(figures) == 1 else None


def _said(one: Criterion) -> str:
    value = f"{one.value} to {one.value_high}" if one.value_high else one.value
    operator = "" if one.operator is Operator.BETWEEN else str(one.operator)
    anchor = f"({one.anchor})" if one.anchor else ""
    group = f"[{one.group}]" if one.group else ""
    return " ".join(part for part in (operator, value, one.unit, anchor, group) if part)
