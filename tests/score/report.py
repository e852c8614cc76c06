"""The figures, and each disagreement by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.score import cells, criteria
from tests.score.cells import COLUMNS, Verdict
from tests.score.criteria import Compared
from tests.score.labelled import LabelledSet

# the least share of right answers among all that are scored
GOALS = {
    "condition": 1.0,
    "role": 1.0,
    "cell_type": 0.97,
    "tissue": 0.97,
    "donor": 0.97,
    "route": 0.95,
}
PRECISION, RECALL = 0.98, 0.92


@dataclass(frozen=True)
class Report:
    """One labelled set, measured."""

    name: str
    verdicts: list[Verdict] = field(default_factory=list)
    compared: list[Compared] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def outcomes(self, question: str, *, doubt: bool = False) -> Counter[str]:
        """How often right, wrong, abstained; rows of doubt are counted apart."""
        asked = [one for one in self.verdicts if one.question == question]
        return Counter(one.outcome for one in asked if bool(one.doubt) is doubt)

    def share_right(self, question: str) -> float | None:
        """None where nothing was asked."""
        outcomes = self.outcomes(question)
        return outcomes["right"] / outcomes.total() if outcomes else None

    @property
    def hits(self) -> int:
        return sum(one.hits for one in self.compared)

    def count(self, what: str) -> int:
        return sum(one.count(what) for one in self.compared)

    @property
    def precision(self) -> float | None:
        read = self.hits + self.count("extra")
        return self.hits / read if read else None

    @property
    def recall(self) -> float | None:
        labelled = self.hits + self.count("missed")
        return self.hits / labelled if labelled else None

    @property
    def below_goals(self) -> list[str]:
        """The goals that are not reached, in words; empty when all are."""
        shares = {name: self.share_right(name) for name in GOALS}
        low = [
            f"{name}: {share:.1%} is below {GOALS[name]:.0%}"
            for name, share in shares.items()
            if share is not None and share < GOALS[name]
        ]
        goals = (("precision", self.precision, PRECISION), ("recall", self.recall, RECALL))
        low += [
            f"eligibility {name}: {value:.3f} is below {goal}"
            for name, value, goal in goals
            if value is not None and value < goal
        ]
        return low


def measure(labelled: LabelledSet) -> Report:
    """Read all records and phrases of a set."""
    return Report(
        name=str(labelled.folder),
        verdicts=list(cells.verdicts(labelled)),
        compared=list(criteria.compared(labelled)),
        missing=cells.missing_records(labelled),
    )


def as_text(report: Report) -> str:
    """The report for people to read."""
    lines = [f"== {report.name}"]
    lines += [_question_line(report, question, doubt=False) for question in COLUMNS]
    lines += [_question_line(report, question, doubt=True) for question in COLUMNS]
    lines += _criteria_lines(report)
    lines += [_disagreement(one) for one in report.verdicts if one.outcome != "right"]
    lines += [
        f"  {one.where} {one.what}: {' '.join(filter(None, one.key))}  «{one.quote}»"
        for text in report.compared
        for one in text.differences
    ]
    lines += [f"  {nct_id}: labelled, but no record here" for nct_id in report.missing]
    lines += [f"BELOW THE GOAL  {words}" for words in report.below_goals]
    return "\n".join(line for line in lines if line)


def _question_line(report: Report, question: str, *, doubt: bool) -> str:
    outcomes = report.outcomes(question, doubt=doubt)
    if not outcomes:
        return ""
    share = outcomes["right"] / outcomes.total()
    apart = " (rows of doubt)" if doubt else ""
    return (
        f"{question + apart:28} {share:7.1%} of {outcomes.total():4}   "
        f"wrong {outcomes['wrong']:3}   abstained {outcomes['abstained']:3}"
    )


def _criteria_lines(report: Report) -> list[str]:
    if report.precision is None or report.recall is None:
        return []
    return [
        f"{'eligibility':28} precision {report.precision:.3f}   recall {report.recall:.3f}   "
        f"right {report.hits}   missed {report.count('missed')}   extra {report.count('extra')}"
    ]


def _disagreement(one: Verdict) -> str:
    read = "abstained" if one.read is None else "|".join(sorted(one.read))
    wanted = "|".join(sorted(one.wanted))
    doubt = f"  [doubt: {one.doubt}]" if one.doubt else ""
    return f"  {one.nct_id} {one.question}: {read}, labelled {wanted}  {one.because}{doubt}"


def as_json(report: Report) -> dict[str, Any]:
    """The same as JSON values."""
    return {
        "set": report.name,
        "questions": {
            question: {
                "scored": report.outcomes(question),
                "doubt": report.outcomes(question, doubt=True),
            }
            for question in COLUMNS
        },
        "eligibility": {
            "precision": report.precision,
            "recall": report.recall,
            "right": report.hits,
            "missed": report.count("missed"),
            "extra": report.count("extra"),
        },
        "disagreements": [
            _disagreement(one).strip() for one in report.verdicts if one.outcome != "right"
        ],
        "below_goals": report.below_goals,
    }
