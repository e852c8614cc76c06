"""The whole page of a search on a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from trials.models import Study
from trials.places import PlaceFound
from trials.places.distance import Point
from trials.search.criteria import Criteria
from trials.search.said import said as _
from trials.search.sentence import sentence
from trials.search.site_points import SitePoints
from trials.views.presenters.addresses import search_address, study_address
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.map.addresses import FILTERS, list_address, map_address
from trials.views.presenters.map.areas import Area, in_area
from trials.views.presenters.map.drawing import area_picture
from trials.views.presenters.map.picture import Picture
from trials.views.presenters.map.places_list import PlaceGroup, place_groups
from trials.views.presenters.map.tallies import count_of
from trials.views.presenters.results.chips import choices
from trials.views.presenters.results.notices import Notice
from trials.views.presenters.wording import studies

MOST_CHIPS = 4


@dataclass(frozen=True, slots=True)
class MapPage:
    """Everything that the template places."""

    head: Head
    title: str
    notices: tuple[Notice, ...]
    chips: tuple[Link, ...]
    more_chips: tuple[Link, ...]
    as_list: Link
    change_filters: Link
    where: str
    where_text: str
    out: tuple[Link, ...]
    list_here: Link | None
    groups: tuple[PlaceGroup, ...]
    picture: Picture | None
    has_parts: bool
    has_approximate: bool
    without_place: str
    without_place_links: tuple[Link, ...]


def map_page(
    criteria: Criteria,
    place: PlaceFound | None,
    area: Area,
    sites: SitePoints,
    places: Mapping[Point, PlaceFound],
    *,
    without_place: Sequence[Study],
    notices: tuple[Notice, ...] = (),
) -> MapPage:
    """``places``: towns at the points of the area; ``without_place``: studies on no map."""
    studies = sentence(criteria, len(sites.found), place, trials=sites.trials)
    title = _("On a map: %(studies)s") % {"studies": studies}
    actions = tuple(_chips(criteria, place))
    here = in_area(area, sites.here)
    count = count_of(here)
    groups = place_groups(criteria, area, sites, places)
    return MapPage(
        head=Head(title, title, map_address(criteria, area)),
        title=title,
        notices=notices,
        chips=actions[:MOST_CHIPS],
        more_chips=actions[MOST_CHIPS:],
        as_list=Link(_("See as a list"), search_address(criteria)),
        change_filters=Link(_("Change filters"), search_address(criteria) + FILTERS),
        where=_where(area),
        where_text=_where_text(count),
        out=tuple(_out(criteria, area)),
        list_here=_list_here(criteria, area, count),
        groups=groups,
        picture=area_picture(area, sites.here, groups) if sites.here else None,
        has_parts=area.has_parts,
        has_approximate=any(site.is_approximate for site in here),
        without_place=_without_place(len(sites.without_place)),
        without_place_links=tuple(_study_link(study) for study in without_place),
    )


def _chips(criteria: Criteria, place: PlaceFound | None) -> Iterator[Link]:
    """As on the list, but each leads to a map again."""
    for text, less in choices(criteria, place):
        yield Link(_("Remove filter: %(choice)s") % {"choice": text}, map_address(less))


def _where(area: Area) -> str:
    return _("Places in %(area)s") % {"area": area.in_sentence}


def _where_text(count: int) -> str:
    if not count:
        return _("No study that fits has a known place here.")
    text = ngettext(
        "%(count)s study has a place here that fits your search.",
        "%(count)s studies have a place here that fits your search.",
        count,
    )
    return text % {"count": f"{count:,}"}


def _out(criteria: Criteria, area: Area) -> Iterator[Link]:
    for larger in reversed(area.path):
        text = _("Back out to %(area)s") % {"area": larger.in_sentence}
        yield Link(text, map_address(criteria, larger))


def _list_here(criteria: Criteria, area: Area, count: int) -> Link | None:
    address = list_address(criteria, area)
    if not (address and count):
        return None
    values = {"studies": studies(count), "area": area.in_sentence}
    return Link(_("List of %(studies)s in %(area)s") % values, address)


def _without_place(count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "%(count)s study that you searched for is not on this map. Its record names no place, or "
        "none that fits your search.",
        "%(count)s studies that you searched for are not on this map. Their records name no place, "
        "or none that fits your search.",
        count,
    )
    return text % {"count": f"{count:,}"}


def _study_link(study: Study) -> Link:
    return Link(f"{study.brief_title} ({study.nct_id})", study_address(study.nct_id))
