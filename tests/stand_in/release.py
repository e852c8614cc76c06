"""One state of the registry's data: the studies and the time of the refresh that brought them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.stand_in.pieces import Study, values_at

FIRST_TIMESTAMP = "2026-11-20T09:00:04"
IDENTIFICATION = "protocolSection.identificationModule"


@dataclass(frozen=True)
class Release:
    """`data_timestamp` is UTC without a zone, as in the answer of `/version`."""

    records: tuple[Study, ...] = ()
    data_timestamp: str = FIRST_TIMESTAMP

    def moved_on(self) -> "Release":
        """The same studies, refreshed a day later."""
        later = datetime.fromisoformat(self.data_timestamp) + timedelta(days=1)
        return Release(self.records, later.isoformat(timespec="seconds"))

    def in_no_order(self) -> list[Study]:
        """All studies in an order that means nothing and changes with every refresh."""
        return sorted(self.records, key=self._place)

    def with_id(self, nct_id: str) -> Study | None:
        return next((study for study in self.records if nct_id_of(study) == nct_id), None)

    def with_alias(self, nct_id: str) -> Study | None:
        return next((study for study in self.records if nct_id in aliases_of(study)), None)

    def _place(self, study: Study) -> str:
        name = nct_id_of(study) or json.dumps(study, sort_keys=True)
        return sha256(f"{self.data_timestamp} {name}".encode()).hexdigest()


def nct_id_of(study: Study) -> str:
    """The study's id, or an empty text where there is none."""
    return str(next(values_at(study, f"{IDENTIFICATION}.nctId"), ""))


def aliases_of(study: Study) -> list[str]:
    return list(values_at(study, f"{IDENTIFICATION}.nctIdAliases"))


def read_folders(folders: Iterable[Path]) -> list[Study]:
    """Every study in the folders' *.json files: a study each, or a saved answer's `studies`."""
    files = [file for folder in folders for file in sorted(folder.glob("*.json"))]
    return [study for file in files for study in _studies_in(file)]


def _studies_in(file: Path) -> list[Study]:
    content: Any = json.loads(file.read_text(encoding="utf-8"))
    studies: list[Study] = content.get("studies", [content])
    return studies
