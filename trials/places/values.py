"""What a search for a place can answer."""

from dataclasses import dataclass
from enum import Enum

from trials.records.countries import country_name, plain_name
from trials.records.states import STATES


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A town. ``admin_code``: the postal code in US, CA, AU; GeoNames' own code elsewhere.

    Degrees are WGS 84, at the town's centre. ``population`` 0 means that GeoNames has no figure.
    ``near``: a city not far off, given only where two choices would read the same without it.
    """

    slug: str
    name: str
    admin_name: str
    admin_code: str
    country_code: str
    latitude: float
    longitude: float
    population: int
    near: str = ""

    @property
    def label(self) -> str:
        """'Boston, MA' where addresses are written so, 'Seoul, South Korea' elsewhere."""
        if self.country_code in STATES and self.admin_code:
            return f"{self.name}, {self.admin_code}"
        return _joined(self.name, country_name(self.country_code))

    @property
    def full_label(self) -> str:
        """With state and country, for a list of places of one name."""
        return _joined(self.name, self.admin_name, country_name(self.country_code))


@dataclass(frozen=True, slots=True)
class RegionFound:
    """A country (``admin_code`` "") or a state, province or region of one."""

    country_code: str
    admin_code: str
    name: str

    @property
    def label(self) -> str:
        """'South Korea'; 'California, United States'"""
        return _joined(self.name, country_name(self.country_code))


class AnswerKind(Enum):
    """How a search for a place ended."""

    FOUND = "found"
    CHOICES = "choices"
    REGION = "region"
    NOT_FOUND = "not_found"
    UNKNOWN_ZIP = "unknown_zip"
    EMPTY = "empty"
    NOT_LOADED = "not_loaded"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAnswer:
    """``kind`` says which of the others to read.

    - FOUND: ``place``. ``regions`` may hold a state of the same name ('New York').
    - CHOICES: ``choices``, likeliest first; ``regions`` as above, likelier than the choices.
    - REGION: ``regions`` (one, or two as for 'Georgia'); no town to measure from.
    - NOT_FOUND: ``near_misses``, towns of a similar name, may be empty.
    - UNKNOWN_ZIP: five digits that are no US ZIP code with a position.
    - EMPTY: nothing typed but blanks or signs.
    - NOT_LOADED: the gazetteer hasn't been loaded into this database yet.
    """

    kind: AnswerKind
    place: PlaceFound | None = None
    choices: tuple[PlaceFound, ...] = ()
    regions: tuple[RegionFound, ...] = ()
    near_misses: tuple[PlaceFound, ...] = ()


def _joined(*parts: str) -> str:
    """One comma between; a part that says the same as the one before is left out."""
    kept: list[str] = []
    for part in filter(None, parts):
        if not kept or plain_name(kept[-1]) != plain_name(part):
            kept.append(part)
    return ", ".join(kept)
