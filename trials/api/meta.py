"""What stands at the head of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trials.exports.about import TERMS_ADDRESS
from trials.models import Edition
from trials.reading.study_reading import READING_VERSION
from trials.search.parsing import Ignored


def meta() -> dict[str, Any]:
    """Which data this is, whose, and on what terms."""
    edition = Edition.current()
    return {
        "edition": edition.number,
        "data_as_of": edition.data_timestamp,
        "reading_version": READING_VERSION,
        "source": "ClinicalTrials.gov, U.S. National Library of Medicine",
        "terms": TERMS_ADDRESS,
    }


def not_used(ignored: Iterable[Ignored]) -> list[dict[str, str]]:
    return [
        {"parameter": one.parameter, "value": one.value, "reason": one.reason} for one in ignored
    ]
