"""The text of a record at the place that a piece of evidence names."""

import re
from typing import Any

from trials.records import DateStruct, StudyRecord

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def text_at(record: StudyRecord, field: str) -> str:
    """ "interventions[0].name" -> that intervention's name; yes/no in small letters."""
    value: Any = record
    for name, place in _STEP.findall(field):
        value = getattr(value, name)
        value = value[int(place)] if place else value
    if isinstance(value, DateStruct):
        return str(value.date)
    return str(value).lower() if isinstance(value, bool) else str(value)
