"""One study, whole: columns, sites, and our reading with the words that it stands on."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from trials.api.schemas import Demand
from trials.exports.columns import OF_STUDY
from trials.exports.json_file import row_values
from trials.exports.row import Row, StudyFacts
from trials.exports.site_columns import SITE
from trials.models import Correction, Reading

DEMAND_FIELDS = tuple(Demand.model_fields)


def whole(facts: StudyFacts) -> dict[str, Any]:
    """The study's part of the answer (schemas.Whole)."""
    return {
        "study": row_values(Row(facts), OF_STUDY),
        "sites": [row_values(Row(facts, site), SITE) for site in facts.sites],
        "readings": [_answer(facts.reading, name) for name in Correction.QUESTIONS],
        "demands": [
            {name: str(asdict(one)[name]) for name in DEMAND_FIELDS} for one in facts.criteria
        ],
    }


def _answer(reading: Reading, question: str) -> dict[str, Any]:
    """A curator's answer stands on a person's reading, not on the words that the rules found."""
    is_corrected = question in reading.corrected
    stored: dict[str, Any] = reading.answers.get(question) or {}
    return {
        "question": question,
        "value": getattr(reading, question) or None,
        "by": "curator" if is_corrected else "rules",
        "evidence": [] if is_corrected else stored.get("evidence", []),
    }
