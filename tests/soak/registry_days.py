"""The registry's data from day to day: some records change, one is gone until the next day."""

import random
from copy import deepcopy
from datetime import date, datetime, timedelta

from tests.records import all_examples
from tests.records.parts import Json
from tests.stand_in import StandIn

CHANGED = 5  # records a day


class RegistryDays:
    """`records`: all that the registry ever had, as they are today."""

    def __init__(self, stand_in: StandIn, *, chance: random.Random) -> None:
        self.stand_in, self.chance = stand_in, chance
        self.records = all_examples()

    def move_on(self) -> None:
        """The next day: changed records carry its date, as a light check asks for them."""
        today = datetime.fromisoformat(self.stand_in.data_timestamp).date() + timedelta(days=1)
        for record in self.chance.sample(self.records, CHANGED):
            change(record, today)
        gone = self.chance.randrange(len(self.records))
        self.stand_in.refresh(deepcopy(self.records[:gone] + self.records[gone + 1 :]))

    def move_on_whole(self) -> None:
        """The next day, with every record there."""
        self.stand_in.refresh(deepcopy(self.records))


def change(record: Json, day: date) -> None:
    """Another title, and the date of the update."""
    names = record["protocolSection"]["identificationModule"]
    title = names.get("briefTitle", "").partition(" (day ")[0]
    names["briefTitle"] = f"{title} (day {day})"
    status = record["protocolSection"].setdefault("statusModule", {})
    status["lastUpdatePostDateStruct"] = {"date": day.isoformat(), "type": "ACTUAL"}
