"""What changed, told as a chain: from the first record of each study to what it says now."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tests.faults.running import Rows
from tests.records.parts import Json
from tests.stand_in.release import nct_id_of
from trials.registry.translate import translate
from trials.sync.changes import FACTS, LISTING, Value

Facts = dict[tuple[str, str], Value]
"""Study and field -> what it says."""
Link = tuple[Value, Value]

CHANGES = """
    SELECT nct_id, field, before, after
    FROM trials_change JOIN trials_study study ON study.id = study_id ORDER BY trials_change.id"""
STUDIES = """
    SELECT study.nct_id, body, delisted_at IS NULL
    FROM trials_study study JOIN trials_snapshot ON digest = snapshot_id"""


def facts_of(nct_id: str, payload: Json, *, is_listed: bool = True) -> Facts:
    """Every field whose changes are told."""
    record, _problems = translate(payload)
    assert record is not None, nct_id
    facts: Facts = {(nct_id, name): fact(record) for name, fact in FACTS.items()}
    return facts | {(nct_id, LISTING): "listed" if is_listed else "delisted"}


def first_facts(records: Iterable[Json]) -> Facts:
    return {
        key: value
        for record in records
        for key, value in facts_of(nct_id_of(record), record).items()
    }


def facts_now(studies: Rows) -> Facts:
    return {
        key: value
        for nct_id, body, is_listed in studies
        for key, value in facts_of(nct_id, json.loads(body), is_listed=is_listed).items()
    }


def wrong_chains(first: Facts, changes: Rows, now: Facts) -> list[str]:
    """Fields whose changes don't lead, one from the other, from the first value to today's."""
    told: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for nct_id, field, before, after in changes:
        told[nct_id, field].append((before, after))
    broken = {key: fault_of(first.get(key), told[key], now.get(key)) for key in first | now | told}
    return [f"{field} of {nct_id}: {what}" for (nct_id, field), what in broken.items() if what]


def fault_of(first: Value, links: Sequence[Link], now: Value) -> str:
    """Where the chain breaks; "" where it holds."""
    value = first
    for number, (before, after) in enumerate(links, start=1):
        if before != value:
            return f"change {number} begins at {before!r}, not at {value!r}"
        if before == after:
            return f"change {number} changes nothing: {after!r}"
        value = after
    return "" if value == now else f"the last change leads to {value!r}, the study says {now!r}"
