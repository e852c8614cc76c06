"""Records of which no study comes: kept as they came, each with why."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from reprlib import Repr

from trials.models import SetAsideRecord
from trials.records import Problem
from trials.registry.digest import named

log = logging.getLogger(__name__)
ID_FIELD = "protocolSection.identificationModule.nctId"
LONGEST_ID = 40
LONGEST_VALUE = 200
BRIEFLY = Repr()
BRIEFLY.maxstring = LONGEST_VALUE
NAMED = 20  # in one line of the log; the rest stand among the sync problems
Refused = tuple[Problem, object]


@dataclass(frozen=True, slots=True)
class SetAside:
    """The fatal problem of a record, and the digest under which the record is kept."""

    problem: Problem
    digest: str

    @property
    def nct_id(self) -> str:
        """Empty where the record has none."""
        return self.problem.nct_id


def nameless(record: object) -> Problem:
    """A record that has no id where a study has it."""
    return Problem("", ID_FIELD, "no id", BRIEFLY.repr(record)[:LONGEST_VALUE], is_fatal=True)


def keep(refused: Iterable[Refused], *, now: datetime) -> list[SetAside]:
    """Store each of these records, once however often it comes, and name what is stored."""
    kept, rows = [], []
    for problem, record in refused:
        digest, body = named(record)
        rows.append(SetAsideRecord(digest=digest, body=body, received_at=now))
        kept.append(SetAside(replace(problem, nct_id=_storable(problem.nct_id)), digest))
    SetAsideRecord.objects.bulk_create(rows, ignore_conflicts=True)
    return kept


def _storable(nct_id: str) -> str:
    """An id as it can stand in a column, whatever the registry put in its place."""
    return "".join(filter(str.isprintable, nct_id))[:LONGEST_ID]


def tell(set_aside: list[SetAside]) -> None:
    """One line for the log with the first of them by their ids; none where all could be read."""
    if not set_aside:
        return
    names = ", ".join(one.nct_id or "one without an id" for one in islice(set_aside, NAMED))
    more = f" and {len(set_aside) - NAMED} more" if len(set_aside) > NAMED else ""
    log.warning("Set aside, each kept with why (Sync problems): %s%s", names, more)
