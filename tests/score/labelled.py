"""Labelled sets: folders of records with tables of what a careful reader concluded."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trials.records import StudyRecord
from trials.registry.translate import translate

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "tests" / "score" / "cases"
SHARED = ROOT.parent / "shared" / "reading" / "labels"
CELLS, CRITERIA, PHRASES = "cells.tsv", "eligibility.tsv", "eligibility_phrases.tsv"
Row = dict[str, str]


@dataclass(frozen=True)
class LabelledSet:
    """One folder: any of the three tables, and the records that they speak of."""

    folder: Path

    def rows(self, table: str) -> list[Row]:
        """The rows of a table; none where the folder has no such table."""
        path = self.folder / table
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    def record(self, nct_id: str) -> StudyRecord | None:
        """The record of a study, wherever the set keeps it; None where it has none."""
        path = next((one for one in self._places(nct_id) if one.exists()), None)
        return None if path is None else _record(path)

    def _places(self, nct_id: str) -> list[Path]:
        name = f"{nct_id}.json"
        beside = self.folder.parent.parent / "registry"
        inside = [self.folder / "records", self.folder, self.folder / "als"]
        return [folder / name for folder in (*inside, beside / "als", beside / "records")]


@cache
def _record(path: Path) -> StudyRecord | None:
    record, _ = translate(json.loads(path.read_text(encoding="utf-8")))
    return record


def known_sets() -> list[LabelledSet]:
    """Our own cases, and the shared folder's labels where it is there."""
    return [LabelledSet(OWN), *([LabelledSet(SHARED)] if SHARED.exists() else [])]
