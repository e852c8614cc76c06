"""The registry's next day, for tests that must see that a sync came through."""

from copy import deepcopy

from tests.records import all_examples
from tests.records.parts import Json
from tests.stand_in import StandIn

NEW_TITLE = "A title that the registry has changed"


def the_next_day(stand_in: StandIn) -> str:
    """Refresh the registry with one study's title changed; that study's id."""
    records: list[Json] = deepcopy(all_examples())
    changed = records[0]["protocolSection"]["identificationModule"]
    changed["briefTitle"] = NEW_TITLE
    stand_in.refresh(records)
    return str(changed["nctId"])
