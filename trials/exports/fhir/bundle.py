"""Many studies as one Bundle of type collection, written study by study."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from trials.exports.fhir.research_study import research_study
from trials.exports.row import StudyFacts
from trials.exports.site_columns import page_address

CONTENT_TYPE = "application/fhir+json; charset=utf-8"


def bundle_bytes(studies: Iterable[StudyFacts], *, now: datetime) -> Iterator[bytes]:
    """The Bundle; ``now`` is its timestamp, with a time zone."""
    head = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": now.isoformat("T", "seconds"),
    }
    yield json.dumps(head)[:-1].encode()
    is_empty = True
    for facts in studies:
        entry = {"fullUrl": page_address(facts.study.nct_id), "resource": research_study(facts)}
        yield (b', "entry": [\n' if is_empty else b",\n") + json.dumps(entry).encode()
        is_empty = False
    yield b"}\n" if is_empty else b"\n]}\n"  # FHIR knows no empty list
