"""How many studies there are in each part of an area, and in each of its towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trials.places import PlaceFound, distance_km
from trials.places.distance import Point
from trials.search.site_points import SitePoint, SitePoints
from trials.views.presenters.map.areas import Area, Level, in_area
from trials.views.presenters.map.atlas import middle

# The registry's points are city-level: this far from a town's own point, its list looks.
TOWN_KM = 3
# No degree of latitude is shorter: a quick look before the distance is worked out.
KM_PER_DEGREE = 110


@dataclass(frozen=True, slots=True)
class Tally:
    """One part of an area and how many studies have a site there."""

    area: Area
    count: int
    sites: tuple[SitePoint, ...]

    @property
    def point(self) -> Point | None:
        """The middle of its shape; of one too small for that, where most studies are, if known."""
        is_state = self.area.level is Level.STATE
        code = self.area.state_code if is_state else self.area.code
        return middle("us" if is_state else "world", code) or self._busiest

    @property
    def _busiest(self) -> Point | None:
        by_point = studies_by_point(self.sites)
        return max(by_point, key=lambda point: (len(by_point[point]), point), default=None)


@dataclass(frozen=True, slots=True)
class Town:
    """``place``: the gazetteer's, whose list holds ``count`` studies; None where it has none.

    ``name`` is the gazetteer's, or else the registry's own word, which may be "".
    """

    name: str
    count: int
    place: PlaceFound | None
    point: Point | None
    is_approximate: bool


def parts_of(area: Area, sites: Iterable[SitePoint]) -> tuple[Tally, ...]:
    """The area's parts with studies, most studies first."""
    by_part: dict[Area, list[SitePoint]] = defaultdict(list)
    for some in _by_state(sites):
        if part := area.part_with(some[0]):
            by_part[part] += some
    tallies = (Tally(part, count_of(some), tuple(some)) for part, some in by_part.items())
    return tuple(sorted(tallies, key=lambda tally: (-tally.count, tally.area.name)))


def _by_state(sites: Iterable[SitePoint]) -> Iterable[list[SitePoint]]:
    """Those of each country and state together: there are thousands of places, and few states."""
    found: dict[tuple[str, str], list[SitePoint]] = defaultdict(list)
    for site in sites:
        found[site.country_code, site.state_code].append(site)
    return found.values()


def by_town(area: Area, sites: Iterable[SitePoint]) -> tuple[SitePoint, ...]:
    """The sites in an area that are in none of its parts: those of a country's towns, or where
    no state is given."""
    return tuple(site for site in in_area(area, sites) if area.part_with(site) is None)


def towns_in(area: Area, sites: SitePoints, places: Mapping[Point, PlaceFound]) -> tuple[Town, ...]:
    """The towns of an area that are in none of its parts, most studies first.

    ``places``: towns by point (see places_at).
    """
    groups: dict[str, list[SitePoint]] = defaultdict(list)
    for site in by_town(area, sites.here):
        groups[_key(site, places)].append(site)
    around = studies_by_point(sites.points)
    towns = (_town(group, places, around) for group in groups.values())
    return tuple(sorted(towns, key=lambda town: (-town.count, not town.name, town.name)))


def count_of(sites: Iterable[SitePoint]) -> int:
    return len(frozenset[int]().union(*(site.studies for site in sites)))


def studies_by_point(sites: Iterable[SitePoint]) -> dict[Point, set[int]]:
    """Ids of the studies at each point."""
    found: dict[Point, set[int]] = defaultdict(set)
    for site in sites:
        if point := site.point:
            found[point].update(site.studies)
    return found


def _key(site: SitePoint, places: Mapping[Point, PlaceFound]) -> str:
    point = site.point
    if point is None:
        return f"no point: {site.city.casefold()}"
    return places[point].slug if point in places else f"{point}"


def _town(
    group: list[SitePoint],
    places: Mapping[Point, PlaceFound],
    around: Mapping[Point, set[int]],
) -> Town:
    first = group[0]
    point = first.point
    place = places.get(point) if point else None
    return Town(
        name=place.name if place else first.city,
        count=_count_near(place, around) if place else count_of(group),
        place=place,
        point=point,
        is_approximate=all(site.is_approximate for site in group),
    )


def _count_near(place: PlaceFound, around: Mapping[Point, set[int]]) -> int:
    """As the list counts that the town's link opens: all studies within TOWN_KM."""
    centre = (place.latitude, place.longitude)
    near = (
        studies
        for point, studies in around.items()
        if abs(point[0] - centre[0]) * KM_PER_DEGREE <= TOWN_KM
        if distance_km(centre, point) <= TOWN_KM
    )
    return len(set().union(*near))
