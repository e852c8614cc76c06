"""The starter catalogue: facts that the project ships, so that the site is never empty."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from trials.models import Edition, Site, Study
from trials.reading.codebook import Route
from trials.reading.evidence import Answer
from trials.reading.study_reading import StudyReading, read_study
from trials.records import StudyRecord
from trials.registry.json_types import JsonObject
from trials.registry.translate import nct_id_of, translate
from trials.sync.columns import fill_study, sites_of
from trials.sync.publish import save_readings
from trials.sync.readings import corrections_for, fill_reading

FILE = Path(__file__).parent.parent / "data" / "starter_studies.json"


def load_starter_studies(*, now: datetime) -> int:
    """Load the catalogue into a database without studies; the number loaded, 0 if it has some."""
    if Study.objects.exists():
        return 0
    entries: list[dict[str, Any]] = json.loads(FILE.read_text())
    with transaction.atomic():
        for entry in entries:
            _load(entry["study"], as_of=entry["as_of"], now=now)
        Edition.publish(now=now)
    return len(entries)


def _read(record: StudyRecord) -> StudyReading:
    """The reading, less what a title alone can't tell.

    Titles say "intraspinal" of operations and of lumbar punctures alike; only the
    description, which facts don't hold, tells them apart.
    """
    read = read_study(record)
    is_unsure = Route.INTRASPINAL in (read.route.value or ())
    return replace(read, route=Answer(None)) if is_unsure else read


def _load(facts: JsonObject, *, as_of: str, now: datetime) -> None:
    record, problems = translate(facts)
    if record is None:
        raise ValueError(f"starter study {nct_id_of(facts)}: {problems}")
    study = Study(starter_facts=facts, as_of=as_of, first_seen_at=now, last_changed_at=now)
    fill_study(study, record)
    corrections = corrections_for([record.nct_id]).get(record.nct_id, {})
    reading = fill_reading(study, _read(record), corrections, now=now)
    study.save()
    Site.objects.bulk_create(sites_of(study, record))
    save_readings([reading])
