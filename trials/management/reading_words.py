"""A reading as plain values and as readable text, for the command line and the proof."""

from __future__ import annotations

from datetime import date
from typing import Any

from trials.reading.eligibility import Criterion
from trials.reading.evidence import Answer, Evidence
from trials.reading.signals import read_signals
from trials.reading.study_reading import QUESTIONS, StudyReading
from trials.records import StudyRecord

CRITERION = ("kind", "section", "operator", "value", "value_high", "unit", "anchor", "quote")


def as_json(record: StudyRecord, reading: StudyReading, *, today: date) -> dict[str, Any]:
    """One study's reading as JSON values; an abstention is None."""
    answers: dict[str, Answer[Any]] = {name: getattr(reading, name) for name in QUESTIONS}
    return {
        "nct_id": record.nct_id,
        **{name: _value(answer.value) for name, answer in answers.items()},
        "eligibility": [_criterion(one) for one in reading.eligibility],
        "burden": [
            {"kind": one.kind, "count": one.count, "who": one.who, "quote": one.evidence.quote}
            for one in reading.burden
        ],
        "signals": [
            {"code": one.code, "field": one.evidence.field, "quote": one.evidence.quote}
            for one in read_signals(record, today=today)
        ],
        "evidence": {
            name: [_evidence(one) for one in answer.evidence] for name, answer in answers.items()
        },
    }


def _value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _criterion(one: Criterion) -> dict[str, str]:
    named = {name: str(getattr(one, name)) for name in CRITERION}
    return named | {"group": one.group, "field": one.field, "rule": one.rule}


def _evidence(one: Evidence) -> dict[str, str]:
    return {"field": one.field, "quote": one.quote, "rule": one.rule}


def as_text(words: dict[str, Any]) -> str:
    """The same for people to read."""
    lines = [words["nct_id"]]
    for name in QUESTIONS:
        lines.append(f"  {name}: {_shown(words[name])}")
        lines += [f"      {_because(one)}" for one in words["evidence"][name]]
    lines += [f"  criterion: {_criterion_shown(one)}" for one in words["eligibility"]]
    lines += [f"  burden: {one['kind']}  «{one['quote']}»" for one in words["burden"]]
    lines += [f"  signal: {one['code']}  «{one['quote']}»" for one in words["signals"]]
    return "\n".join([*lines, ""])


def _shown(value: Any) -> str:
    if value is None:
        return "could not tell"
    return ", ".join(value) if isinstance(value, list) else str(value)


def _because(one: dict[str, str]) -> str:
    return f"«{' '.join(one['quote'].split())}»  {one['field']}  ({one['rule']})"


def _criterion_shown(one: dict[str, str]) -> str:
    parts = ("kind", "section", "operator", "value", "value_high", "unit", "anchor")
    return " ".join(one[name] for name in parts if one[name]) + f"  «{one['quote']}»"
