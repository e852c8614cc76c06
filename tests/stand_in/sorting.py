"""`sort=`: by date and number pieces; studies without the piece come last."""

from typing import Any

from tests.stand_in.pieces import DATE_TYPES, NUMBER_TYPES, Study, path_of, type_of, values_at
from tests.stand_in.refusal import bad_request

RELEVANCE = "@relevance"


def sorted_by(orders: list[str], studies: list[Study]) -> list[Study]:
    """The studies by the first order, then by the second. `@relevance` can't be played."""
    for order in reversed(orders):
        studies = _sorted_by_one(order, studies)
    return studies


def _sorted_by_one(order: str, studies: list[Study]) -> list[Study]:
    name, _, direction = order.partition(":")
    if name == RELEVANCE:
        return studies
    path = path_of(name)
    if path is None or type_of(name) not in DATE_TYPES | NUMBER_TYPES:
        raise bad_request(f"`sort` parameter: `{name}` is not a date or numeric field")
    descending = (direction or ("desc" if type_of(name) in DATE_TYPES else "asc")) == "desc"
    known = [study for study in studies if _has(study, path)]
    missing = [study for study in studies if not _has(study, path)]
    return sorted(known, key=lambda each: _first(each, path), reverse=descending) + missing


def _has(study: Study, path: str) -> bool:
    return any(True for _ in values_at(study, path))


def _first(study: Study, path: str) -> Any:
    return next(values_at(study, path))
