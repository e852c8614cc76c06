"""All the choices of one search; the URL is the query."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from trials.search import words

DISTANCES = (25, 50, 100, 250, 500, 1000)
UNITS = ("mi", "km")
SORTS = ("recruiting", "nearest", "updated")
LONGEST_Q = 200
FARTHEST = 20_100  # km: half way round the earth
LAST_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What somebody looks for. Empty means everything; several values mean any of them.

    ``status``, ``phase``: the registry's words. ``kind``, ``cell``, ``tissue``,
    ``donor``, ``route``: the codebook's. ``country``: ISO 3166 alpha-2; ``state``:
    country and state code ("US-MA"). ``near``: the slug of a place; ``within``: a
    distance in ``unit``. Values are sorted and unique, so equal searches have one address.
    """

    q: str = ""
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    phase: tuple[str, ...] = ()
    cell: tuple[str, ...] = ()
    tissue: tuple[str, ...] = ()
    donor: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    near: str = ""
    within: int | None = None
    unit: str = ""
    results: str = ""
    since: date | None = None
    sort: str = ""
    page: int = 1

    def pairs(self) -> list[tuple[str, str]]:
        """Parameter and value of every choice, in one fixed order."""
        found: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if not value or (field.name, value) == ("page", 1):
                continue
            several = value if isinstance(value, tuple) else (value,)
            found += [(field.name, str(one)) for one in several]
        return found

    def query_string(self) -> str:
        """The address's part behind the '?'; "" for the bare search."""
        return urlencode(self.pairs())

    def with_(self, **choices: object) -> Criteria:
        """These criteria with other choices, back on the first page."""
        return replace(self, **{"page": 1, **choices})  # type: ignore[arg-type]

    def without(self, name: str, value: str = "") -> Criteria:
        """These criteria less one choice: one value of several, or the whole of ``name``."""
        current = getattr(self, name)
        if isinstance(current, tuple) and value:
            return self.with_(**{name: tuple(one for one in current if one != value)})
        dropped: dict[str, object] = {name: EMPTY_OF[name]}
        if name == "near":
            dropped |= {"within": None, "unit": "", "sort": ""}
        return self.with_(**dropped)

    @property
    def distance_km(self) -> float | None:
        """``within`` in kilometres; None for any distance."""
        if self.within is None:
            return None
        return self.within * KM_IN[self.unit or "mi"]

    @property
    def is_bare(self) -> bool:
        """Whether nothing was chosen: the whole catalogue on its first page."""
        return self == Criteria()


KM_IN = {"mi": 1.609344, "km": 1.0}
EMPTY_OF: dict[str, object] = {field.name: field.default for field in fields(Criteria)}
CHOICES: dict[str, words.Words] = {
    "kind": words.KIND,
    "status": words.STATUS,
    "phase": words.PHASE,
    "cell": words.CELL,
    "tissue": words.TISSUE,
    "donor": words.DONOR,
    "route": words.ROUTE,
}
