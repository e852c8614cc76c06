"""Eligibility: precision and recall of criteria.

A criterion is right when kind, operator, value(s), unit, and the clock or test of its
anchor are those of a labelled row. Free words (of a language, a residence) are not
compared. Rows marked DOUBT, and what was read for them, are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.score.labelled import CRITERIA, PHRASES, LabelledSet, Row
from trials.reading.eligibility import Criterion, Kind, read_criteria_text, read_eligibility

Key = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """A criterion that was missed, or read without a label."""

    where: str
    what: str  # "missed" or "extra"
    key: Key
    quote: str


@dataclass(frozen=True)
class Compared:
    """One text's criteria beside its labels."""

    hits: int
    differences: tuple[Difference, ...]

    def count(self, what: str) -> int:
        return sum(one.what == what for one in self.differences)


def compared(labelled: LabelledSet) -> Iterator[Compared]:
    """Whole records first, then single phrases."""
    for nct_id, rows in _grouped(labelled.rows(CRITERIA), "nct_id"):
        record = labelled.record(nct_id)
        if record is not None:
            yield compare(nct_id, rows, read_eligibility(record))
    for phrase_id, rows in _grouped(labelled.rows(PHRASES), "phrase_id"):
        text = rows[0]["text"].replace("\\n", "\n")
        yield compare(phrase_id, rows, read_criteria_text(text))


def _grouped(rows: Iterable[Row], column: str) -> list[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return list(groups.items())


def compare(where: str, rows: list[Row], read: Iterable[Criterion]) -> Compared:
    """Labels and criteria of one text, as often as each is there."""
    sure = [row for row in rows if row["kind"] != "none" and "DOUBT" not in row["note"]]
    doubted = {row["kind"] for row in rows if "DOUBT" in row["note"]}
    wanted = Counter(_row_key(row) for row in sure)
    found = Counter(_criterion_key(one) for one in read)
    quotes = {_criterion_key(one): one.quote for one in read}
    quotes = {_row_key(row): row["quote"] for row in sure} | quotes
    extra = [key for key in (found - wanted).elements() if key[0] not in doubted]
    differences = [
        *(Difference(where, "missed", key, quotes[key]) for key in (wanted - found).elements()),
        *(Difference(where, "extra", key, quotes[key]) for key in extra),
    ]
    return Compared((wanted & found).total(), tuple(differences))


def _row_key(row: Row) -> Key:
    names = ("kind", "operator", "value", "value_high", "unit", "anchor")
    return _key([row[name] or "" for name in names])


def _criterion_key(one: Criterion) -> Key:
    return _key([one.kind, one.operator, one.value, one.value_high, one.unit, one.anchor])


def _key(parts: list[str]) -> Key:
    kind, operator, value, high, unit, anchor = parts
    if kind == Kind.LANGUAGE_OR_RESIDENCE:
        return kind, operator
    return kind, operator, _value(value), _value(high), unit, anchor.split(":", maxsplit=1)[0]


def _value(value: str) -> str:
    try:
        return f"{float(value):g}"
    except ValueError:
        return "|".join(sorted(value.split("|")))
