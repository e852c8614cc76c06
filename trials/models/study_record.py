"""The whole record behind a study's row."""

import json
from typing import Any

from trials.models.study import Study
from trials.records import StudyRecord
from trials.registry.translate import translate


class DamagedRecord(Exception):
    """A stored record can't be read any more; a full sync fetches it again."""

    def __init__(self, nct_id: str) -> None:
        super().__init__(
            f"{nct_id}: its stored record is damaged. The next full sync fetches it again."
        )
        self.nct_id = nct_id


def record_of(study: Study) -> StudyRecord:
    """The study's record, from its snapshot or, for a starter study, from its facts."""
    snapshot = study.snapshot
    payload = payload_of(snapshot.body) if snapshot else study.starter_facts
    record, _problems = translate(payload or {})
    if record is None:
        raise DamagedRecord(study.nct_id)
    return record


def payload_of(body: str) -> dict[str, Any] | None:
    """A snapshot's JSON; None where its body is damaged."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None
