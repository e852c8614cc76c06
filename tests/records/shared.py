"""The real records of the shared folder beside the project; tests skip where it is absent.

Their prose may not be copied into the project, so tests read them from there. Needs pytest.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.records.parts import Json

SHARED = Path(__file__).resolve().parents[3] / "shared" / "registry"
ABSENT = "the shared folder's real records (../shared/registry) are not here"

needs_shared_records = pytest.mark.skipif(not SHARED.is_dir(), reason=ABSENT)


def shared_path(name: str) -> Path:
    """A file or folder of ../shared/registry; skips the test where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(ABSENT)
    return path


def shared_records() -> list[Json]:
    """The 150 real records of other diseases and the 14 ALS cell studies."""
    return shared_near_misses() + shared_als_records()


def shared_near_misses() -> list[Json]:
    """The 150 real, complete records of other diseases."""
    return _read_all(shared_path("records"))


def shared_als_records() -> list[Json]:
    """The 14 real ALS cell studies, in the state of October 2022."""
    return _read_all(shared_path("als"))


def shared_record(nct_id: str) -> Json:
    """One of the 164 by its id."""
    folder = "als" if (SHARED / "als" / f"{nct_id}.json").exists() else "records"
    record: Json = _read(shared_path(f"{folder}/{nct_id}.json"))
    return record


def shared_pairs() -> list[tuple[Json, Json]]:
    """The same study at two dates, the older one first."""
    files = sorted(shared_path("pairs").glob("*.json"))
    return [(_read(old), _read(new)) for old, new in zip(files[::2], files[1::2], strict=True)]


def shared_answers() -> dict[str, Json]:
    """Real answers of the registry by file name: search pages and single studies."""
    return {file.name: _read(file) for file in sorted(shared_path("answers").glob("*.json"))}


def shared_facts() -> Any:
    """Facts of real ALS cell studies, each with the date it was true."""
    return _read(shared_path("facts/als_cell_studies.json"))


def _read_all(folder: Path) -> list[Json]:
    return [_read(file) for file in sorted(folder.glob("*.json"))]


def _read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))
