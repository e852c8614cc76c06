"""Reading single fields of one study, with a note on each that can't be read."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from trials.records import NCT_ID, Age, DateStruct, PartialDate, Problem
from trials.registry.wire import Location

LONGEST_NAME = 2_000  # characters; the registry takes 600 for its longest, an official title
MOST_SITES = 5_000  # of one study; a column counts to 32,767, and a page has to be read
LARGEST_NUMBER = 2**53  # what a file of ours can hold to the last digit
MOST_PROBLEMS = 100  # noted of one study
M = TypeVar("M", bound=BaseModel)


class FieldReader:
    """Reads dates, ages, names and numbers of one study and collects its problems."""

    def __init__(self, nct_id: str) -> None:
        self.nct_id = nct_id
        self.problems: list[Problem] = []

    def date(self, field: str, text: str) -> PartialDate | None:
        """The date, or None where there is none or (with a problem noted) it is no date."""
        if not text:
            return None
        try:
            return PartialDate.parse(text[:10])
        except ValueError as error:
            self.note(field, text, str(error))
            return None

    def date_struct(self, field: str, module: object, name: str) -> DateStruct | None:
        """``<name>_date_struct`` of the module, as a DateStruct."""
        struct = getattr(module, f"{name}_date_struct")
        date = struct and self.date(field, struct.date)
        return DateStruct(date, struct.type) if date else None

    def age(self, field: str, text: str) -> Age | None:
        """The age; None for no limit ("" and "N/A") or, with a problem noted, no age."""
        if text in ("", "N/A"):
            return None
        try:
            return Age.parse(text)
        except ValueError as error:
            self.note(field, text, str(error))
            return None

    def name(self, field: str, text: str) -> str:
        """The text; where no name, title or word is so long, its beginning, with a problem noted.

        It would be part of every page that lists the study.
        """
        if len(text) <= LONGEST_NAME:
            return text
        self.note(field, text, f"cut after {LONGEST_NAME:,} of {len(text):,} characters")
        return text[:LONGEST_NAME] + "…"

    def names(self, field: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        """``name`` of each."""
        if not texts or len(max(texts, key=len)) <= LONGEST_NAME:
            return texts
        return tuple(self.name(field, text) for text in texts)

    def named(self, field: str, part: M, names: Sequence[str]) -> M:
        """The part of the record with ``name`` of each of these fields."""
        held = vars(part)
        for name in names:
            if len(held[name]) > LONGEST_NAME:
                break
        else:
            return part
        return part.model_copy(
            update={name: self.name(f"{field}.{name}", held[name]) for name in names}
        )

    def nct_ids(self, field: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the registry's form; a problem noted for each other."""
        for text in texts:
            if not NCT_ID.fullmatch(text):
                self.note(field, text, "not an id of the registry; left out")
        return tuple(text for text in texts if NCT_ID.fullmatch(text))

    def on_earth(self, field: str, location: Location) -> Location:
        """The location; without its point, and a problem noted, where that is nowhere on earth."""
        point = location.geo_point
        if point is None or point.is_on_earth:
            return location
        self.note(field, f"{point.lat}, {point.lon}", "not a place on earth; left out")
        return location.model_copy(update={"geo_point": None})

    def count(self, field: str, number: int | None) -> int | None:
        """The number; None, with a problem noted, where it can't be one of people or bytes."""
        if number is None or 0 <= number <= LARGEST_NUMBER:
            return number
        self.note(field, str(number), "not a number of anything; left out")
        return None

    def note(self, field: str, text: str, reason: str) -> None:
        """Keep a problem of this field (a dotted path in snake case), its texts cut short."""
        if len(self.problems) < MOST_PROBLEMS:
            path = ".".join(to_camel(part) for part in field.split("."))
            self.problems.append(Problem(self.nct_id, path, reason[:300], text[:200]))
