"""The registry's data model: every piece by name, its JSON path and type (`pieces.json`)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Study = dict[str, Any]

PIECES: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "pieces.json").read_text(encoding="utf-8")
)
PATHS = {piece[0]: piece[1] for piece in PIECES.values()}
DATE_TYPES = frozenset({"NormalizedDate", "PartialDate"})
NUMBER_TYPES = frozenset({"integer", "long", "number"})


def path_of(name: str) -> str | None:
    """The JSON path of a piece name or a field path; None for a name that the model lacks."""
    if name in PIECES:
        return PIECES[name][0]
    return name if name in PATHS else None


def type_of(name: str) -> str:
    """The type of a piece that exists, in the registry's words ('PartialDate', 'text[]')."""
    return PATHS[path_of(name) or name]


def values_at(value: Any, path: str) -> Iterator[Any]:
    """Every value at a path, through lists: `...locations.city` gives the city of each site."""
    if isinstance(value, list):
        for item in value:
            yield from values_at(item, path)
    elif not path:
        yield value
    elif isinstance(value, dict):
        first, _, rest = path.partition(".")
        if first in value:
            yield from values_at(value[first], rest)


def texts_in(value: Any) -> Iterator[str]:
    """Every text at or below a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value if isinstance(value, list) else value.values():
            yield from texts_in(item)
