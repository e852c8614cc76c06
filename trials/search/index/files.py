"""An index as files: an .npy for each array, and what.json for the names and the edition."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from trials.search.index.columns import Array, Index, Points, Sets, Sites, Studies, Words

WHAT = "what.json"
T = TypeVar("T")


class Damaged(Exception):
    """A folder that does not hold a whole index."""


def write(index: Index, folder: Path) -> None:
    """All files of the index."""
    for name in ("studies", "sites", "points", "words"):
        _write_arrays(getattr(index, name), folder, name)
    for name, sets in index.sets.items():
        _write_arrays(sets, folder, f"sets-{name}")
    what = {
        "edition": index.edition,
        "places": index.places,
        "site_statuses": index.site_statuses,
        "ranks_agree": index.ranks_agree,
        "sets": {name: [one.number, one.names] for name, one in index.sets.items()},
    }
    (folder / WHAT).write_text(json.dumps(what))


def _write_arrays(table: Any, folder: Path, name: str) -> None:
    for field in fields(table):
        array = getattr(table, field.name)
        if isinstance(array, np.ndarray):
            np.save(folder / f"{name}-{field.name}.npy", array)


def opened(folder: Path) -> Index:
    """The index, its arrays mapped, not read. Damaged."""
    try:
        what = json.loads((folder / WHAT).read_text())
        index = Index(
            edition=what["edition"],
            studies=_table(Studies, folder, "studies"),
            sets={
                name: Sets(
                    code=_array(folder, f"sets-{name}", "code"),
                    value=_array(folder, f"sets-{name}", "value"),
                    owner=_array(folder, f"sets-{name}", "owner"),
                    number=number,
                    names=tuple(names),
                )
                for name, (number, names) in what["sets"].items()
            },
            sites=_table(Sites, folder, "sites"),
            points=_table(Points, folder, "points"),
            words=_table(Words, folder, "words"),
            places=tuple((country, state) for country, state in what["places"]),
            site_statuses=tuple(what["site_statuses"]),
            ranks_agree=what["ranks_agree"],
        )
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise Damaged(f"{folder.name}: {type(error).__name__}: {error}") from error
    _check(index, folder)
    return index


def _table(kind: type[T], folder: Path, name: str) -> T:
    names = (field.name for field in fields(kind))  # type: ignore[arg-type]
    return kind(*(_array(folder, name, one) for one in names))


def _array(folder: Path, table: str, name: str) -> Array:
    path = folder / f"{table}-{name}.npy"
    array = np.load(path, mmap_mode="r", allow_pickle=False)
    return np.asarray(array)


def _check(index: Index, folder: Path) -> None:
    """The lengths that have to agree."""
    studies, sites, words = len(index.studies.id), index.sites, index.words
    agree = (
        [len(sets.code) for sets in index.sets.values()] == [studies] * len(index.sets),
        len(index.studies.updated) == studies,
        len(sites.first) == studies + 1,
        {len(sites.status), len(sites.is_own), len(sites.place)} == {len(sites.point)},
        int(sites.first[-1]) == len(sites.point),
        len(words.first) == len(words.spelt) == len(words.placed),
        int(words.first[-1]) == len(words.row) == len(words.times),
        int(words.placed[-1]) == len(words.position),
    )
    if not all(agree):
        raise Damaged(f"{folder.name}: its files do not belong together")
