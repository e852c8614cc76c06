"""The registry's next day, for tests that must see that a sync came through."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from tests.records import all_examples, study
from tests.records.parts import Json
from tests.stand_in import Fault, StandIn
from tests.stand_in.broken import broken
from tests.stand_in.release import nct_id_of

NEW_TITLE = "A title that the registry has changed"
UPDATED = "2026-11-20"  # late enough for a light check


def the_next_day(stand_in: StandIn) -> str:
    """Refresh the registry with one study's title changed; that study's id."""
    records: list[Json] = deepcopy(all_examples())
    changed = records[0]["protocolSection"]["identificationModule"]
    changed["briefTitle"] = NEW_TITLE
    stand_in.refresh(records)
    return str(changed["nctId"])


@dataclass(frozen=True)
class NextDay:
    """The registry's records of a day on which everything happens that a sync writes down.

    The ids of one record of each kind: with another title, with a date in words (kept, with
    a problem), that can't be read (set aside), that is there no more, that is new.
    """

    records: tuple[Json, ...]
    changed: str
    odd: str
    unreadable: str
    gone: str
    new: str

    @property
    def ids(self) -> tuple[str, ...]:
        return self.changed, self.odd, self.unreadable, self.gone, self.new


def an_eventful_day() -> NextDay:
    changed, odd, unreadable, gone, *others = deepcopy(all_examples())
    new = study(nct_id="NCT90000999", brief_title="A study that is new today")
    retitled = [retitle(record) for record in (changed, *others[:4])]
    today = [*retitled, broken(odd, Fault.BROKEN_DATE), new]
    records = (*dated(today), broken(unreadable, Fault.BROKEN_LIST), *others[4:])
    ids = (nct_id_of(record) for record in (changed, odd, unreadable, gone, new))
    return NextDay(records, *ids)


def retitle(record: Json) -> Json:
    record["protocolSection"]["identificationModule"]["briefTitle"] = NEW_TITLE
    return record


def dated(records: Iterable[Json]) -> Iterable[Json]:
    """Each with the date of an update that a light check asks for."""
    for record in records:
        status = record["protocolSection"]["statusModule"]
        status["lastUpdatePostDateStruct"] = {"date": UPDATED, "type": "ACTUAL"}
        yield record
