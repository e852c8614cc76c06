"""The whole record behind a study's row."""

import json

from trials.models.study import Study
from trials.records import StudyRecord
from trials.registry.translate import translate


def record_of(study: Study) -> StudyRecord:
    """The study's record, from its snapshot or, for a starter study, from its facts."""
    snapshot = study.snapshot
    payload = json.loads(snapshot.body) if snapshot else study.starter_facts
    record, problems = translate(payload or {})
    if record is None:
        raise ValueError(f"{study.nct_id}: its stored record can't be read: {problems}")
    return record
