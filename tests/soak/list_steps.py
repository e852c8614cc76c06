"""A list as its owner knows it, and what each form of its page does to it."""

from collections.abc import Callable
from functools import partial

Lines = tuple[tuple[str, str], ...]
"""The studies in their order, each with its note."""
ListState = Lines | None
"""None: the list was deleted."""
Step = Callable[[ListState], ListState]


def saving(nct_id: str) -> Step:
    return partial(_saved, nct_id)


def noting(nct_id: str, note: str) -> Step:
    return partial(_noted, nct_id, note)


def moving_up(nct_id: str) -> Step:
    return partial(_moved_up, nct_id)


def removing(nct_id: str) -> Step:
    return partial(_removed, nct_id)


def deleted(_: ListState) -> ListState:
    return None


def _saved(nct_id: str, lines: ListState) -> ListState:
    if lines is None or nct_id in dict(lines):
        return lines
    return (*lines, (nct_id, ""))


def _noted(nct_id: str, note: str, lines: ListState) -> ListState:
    if lines is None:
        return None
    return tuple((each, note if each == nct_id else old) for each, old in lines)


def _moved_up(nct_id: str, lines: ListState) -> ListState:
    ids = list(dict(lines or ()))
    if lines is None or nct_id not in ids[1:]:
        return lines
    at = ids.index(nct_id)
    return (*lines[: at - 1], lines[at], lines[at - 1], *lines[at + 1 :])


def _removed(nct_id: str, lines: ListState) -> ListState:
    return None if lines is None else tuple(line for line in lines if line[0] != nct_id)
