"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from trials.models import Study
from trials.places import PlaceFound
from trials.search.criteria import Criteria


@dataclass(slots=True)  # not frozen: a page has some fifty, and a frozen one takes thrice as long
class FacetValue:
    """One value of a filter and how many studies choosing it (alone, there) would give."""

    value: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter with its values; counts leave out the filter's own choice."""

    name: str
    values: tuple[FacetValue, ...]


class HitSite(NamedTuple):
    """What a list shows of one site, under the names of models.Site; hundreds stand on a page."""

    study_id: int = 0
    position: int = 0
    facility: str = ""
    status: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    country_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One study of the answer, ``number`` on from 1 over all pages.

    ``nearest``: the site that the distance is to, only where a place was given.
    ``distance_km`` is to the city's point, and approximate where the site says so.
    """

    number: int
    study: Study
    sites: tuple[HitSite, ...]
    nearest: HitSite | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many studies some criteria find, and how many of them are interventional."""

    total: int
    trials: int


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One choice less, and how many studies that would find."""

    name: str
    criteria: Criteria
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The answer to one set of criteria. ``total`` counts all pages; ``trials``: how many of these
    are interventional."""

    criteria: Criteria
    place: PlaceFound | None
    total: int
    trials: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    page_size: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.page_size))

    def facet(self, name: str) -> Facet:
        """The filter of this name; KeyError for an unknown one."""
        return {facet.name: facet for facet in self.facets}[name]
