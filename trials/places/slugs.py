"""Names for places in an address: 'boston-ma-us', 'seoul-kr'. ASCII, readable, stable."""

import re
from collections.abc import Iterator

from trials.places.folding import fold
from trials.places.towns import Town
from trials.records.states import STATES

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Slugs:
    """Gives each town its slug; asked in order of size, so the largest has the shortest."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, town: Town, admin_name: str) -> str:
        """The first slug of this town that no larger one has."""
        for slug in _candidates(town, admin_name):
            if slug not in self._given:
                break
        self._given.add(slug)
        return slug


def _candidates(town: Town, admin_name: str) -> Iterator[str]:
    name, country, code = town.names[0], town.country_code, town.admin_code
    if not name.isascii():
        yield _slug(name, country, str(town.geoname_id))
    elif country in STATES and code:
        yield _slug(name, code, country)
    else:
        yield _slug(name, country)
        yield _slug(name, fold(admin_name) or code, country)
    yield _slug(name, code, country, str(town.geoname_id))


def _slug(*parts: str) -> str:
    joined = " ".join(parts).encode("ascii", "ignore").decode().lower()
    return "-".join(joined.split())
