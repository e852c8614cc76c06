"""The registry's JSON as files: one study, a list of studies, or a search answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trials.records import StudyRecord
from trials.registry.huge_numbers import json_of
from trials.registry.translate import translate


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or a study in it, that can't be read, and why."""

    path: Path
    reason: str


def records_in(paths: Iterable[Path]) -> Iterator[StudyRecord | Unread]:
    """The records of files, and of the JSON files of folders, in order; never raises."""
    for path in paths:
        for file in _files(path):
            yield from _records(file)


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.json")) if path.is_dir() else [path]


def _records(path: Path) -> Iterator[StudyRecord | Unread]:
    try:
        payload = json_of(path.read_text(encoding="utf-8"))
    except OSError as error:
        yield Unread(path, error.strerror or "it can't be opened")
        return
    except (ValueError, RecursionError) as error:
        yield Unread(path, f"it is not JSON ({error})")
        return
    for study in _studies(payload):
        yield _record(path, study)


def _studies(payload: object) -> list[Any]:
    if isinstance(payload, dict) and isinstance(payload.get("studies"), list):
        return list(payload["studies"])
    return payload if isinstance(payload, list) else [payload]


def _record(path: Path, study: object) -> StudyRecord | Unread:
    if not isinstance(study, dict):
        return Unread(path, "it holds no study record")
    record, problems = translate(study)
    if record is None:
        told = "; ".join(f"{one.field}: {one.reason}" for one in problems if one.is_fatal)
        return Unread(path, f"it holds no study record ({told})")
    return record
