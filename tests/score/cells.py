"""Relevance and cells: is the whole answer right, question by question?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.score.labelled import CELLS, LabelledSet, Row
from trials.reading.study_reading import StudyReading, read_study

COLUMNS = {
    "condition": "relevance_condition",
    "role": "relevance_role",
    "cell_type": "cell_type",
    "tissue": "tissue",
    "donor": "donor",
    "route": "route",
}


@dataclass(frozen=True)
class Verdict:
    """One answer to one question, beside its label."""

    nct_id: str
    question: str
    wanted: frozenset[str]
    read: frozenset[str] | None
    doubt: str
    because: str

    @property
    def outcome(self) -> str:
        """right, wrong, or abstained."""
        if self.read is None:
            return "abstained"
        return "right" if self.read == self.wanted else "wrong"


def verdicts(labelled: LabelledSet) -> Iterator[Verdict]:
    """All answers of a set; columns marked unscored are left out."""
    for row in labelled.rows(CELLS):
        record = labelled.record(row["nct_id"])
        if record is None:
            continue
        reading = read_study(record)
        for question, column in COLUMNS.items():
            if column not in row["unscored"].split("|"):
                yield _verdict(row, question, reading)


def _verdict(row: Row, question: str, reading: StudyReading) -> Verdict:
    answer = getattr(reading, question)
    value = answer.value
    values = value if isinstance(value, tuple) else (value,)
    return Verdict(
        nct_id=row["nct_id"],
        question=question,
        wanted=frozenset(row[COLUMNS[question]].split("|")),
        read=None if value is None else frozenset(map(str, values)),
        doubt=row["doubt"] or "",
        because="; ".join(f"{one.rule} «{one.quote}»" for one in answer.evidence[:2]),
    )


def missing_records(labelled: LabelledSet) -> list[str]:
    """Studies that are labelled, but whose record the set does not hold."""
    ids = [row["nct_id"] for row in labelled.rows(CELLS)]
    return [nct_id for nct_id in ids if labelled.record(nct_id) is None]
