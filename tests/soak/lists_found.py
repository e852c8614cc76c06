"""Lists as the database has them at the end, against what their owners were told."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from tests.faults.running import Rows
from tests.soak.list_steps import Lines, ListState

LISTS = """
    SELECT kept.id::text, nct_id, note
    FROM trials_savedlist kept LEFT JOIN trials_savedstudy line ON saved_list_id = kept.id
    LEFT JOIN trials_study study ON study.id = study_id
    ORDER BY kept.id, position, line.id"""


def lists_in(rows: Rows) -> dict[str, Lines]:
    """Id of each list -> its lines; an empty list has none."""
    return {
        list_id: tuple((nct_id, note) for _, nct_id, note in lines if nct_id)
        for list_id, lines in groupby(rows, key=lambda row: str(row[0]))
    }


def wrong_lists(
    found: Mapping[str, Lines],
    possible: Mapping[str, Iterable[ListState]],
    nameless: Sequence[str],
) -> list[str]:
    """What is not as it was answered. `nameless`: the studies of first saves without an answer."""
    wrong = [
        f"list {list_id}: {found.get(list_id)} is none of {sorted(states, key=str)}"
        for list_id, states in possible.items()
        if found.get(list_id) not in states
    ]
    return wrong + _half({key: found[key] for key in found.keys() - possible.keys()}, nameless)


def _half(nobodys: Mapping[str, Lines], nameless: Sequence[str]) -> list[str]:
    """A list whose owner got no answer has the one study that was sent, or it is not there."""
    left, wrong = list(nameless), []
    for list_id, lines in nobodys.items():
        ids = [nct_id for nct_id, _ in lines]
        if len(ids) == 1 and ids[0] in left and lines[0][1] == "":
            left.remove(ids[0])
        else:
            wrong.append(f"list {list_id} of nobody: {lines}")
    return wrong
