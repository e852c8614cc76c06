"""/trials/map/: the search on a map. The picture is made here; links zoom, nothing moves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trials.models import Study
from trials.places import PlaceFound
from trials.places.at_points import places_at
from trials.places.distance import Point
from trials.search.asked import Asked, ask
from trials.search.parsing import Ignored
from trials.search.site_points import SitePoints, site_points
from trials.views.headers import PRIVATE
from trials.views.presenters.map.addresses import map_address
from trials.views.presenters.map.areas import (
    WORLD,
    Area,
    parse_area,
    smallest_with,
)
from trials.views.presenters.map.page import map_page
from trials.views.presenters.map.tallies import TOWN_KM, by_town
from trials.views.presenters.results.notices import ignored_notice
from trials.views.showing import show

MOST_WITHOUT_PLACE = 20
LONGEST_AT = 40


@require_safe
def map_view(request: HttpRequest) -> HttpResponse:
    """The places of the address's criteria, in the area that ``at`` names."""
    parameters = dict(request.GET.lists())
    asked = ask(parameters)
    area, ignored = _area(request.GET.get("at", "").strip()[:LONGEST_AT])
    if asked.is_typed and asked.place:
        address = map_address(asked.criteria, area)
        return HttpResponseRedirect(address, headers={"Cache-Control": PRIVATE})
    return _page(request, asked, area, [*asked.ignored, *ignored])


def _area(text: str) -> tuple[Area | None, list[Ignored]]:
    area = parse_area(text) if text else None
    is_bad = bool(text) and area is None
    return area, [Ignored("at", text, _("is not a part of the map"))] if is_bad else []


def _page(
    request: HttpRequest, asked: Asked, area: Area | None, ignored: list[Ignored]
) -> HttpResponse:
    sites = site_points(asked.criteria, place=asked.place)
    area = area or _first_area(asked, sites)
    page = map_page(
        asked.criteria,
        asked.place,
        area,
        sites,
        _places(area, sites),
        without_place=_studies(sites.without_place[:MOST_WITHOUT_PLACE]),
        notices=tuple(ignored_notice(ignored)),
    )
    response = show(request, "map.jinja", page)
    if ignored:  # as on the list
        response.headers["Cache-Control"] = PRIVATE
    return response


def _studies(keys: tuple[int, ...]) -> list[Study]:
    return list(Study.objects.filter(pk__in=keys).only("nct_id", "brief_title").order_by("nct_id"))


def _first_area(asked: Asked, sites: SitePoints) -> Area:
    """Somebody who chose a place sees it; all others begin with the world."""
    criteria = asked.criteria
    is_placed = criteria.country or criteria.state or criteria.within
    return smallest_with(sites.here) if is_placed else WORLD


def _places(area: Area, sites: SitePoints) -> dict[Point, PlaceFound]:
    """The gazetteer's towns at the points of an area's towns. One query, or none."""
    points = {point for site in by_town(area, sites.here) if (point := site.point)}
    return places_at(points, TOWN_KM) if points else {}
