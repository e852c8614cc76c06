"""Where the map's links lead: closer in, further out, or to the list of a place."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from trials.places import PlaceFound
from trials.search.criteria import Criteria
from trials.views.presenters.addresses import search_address
from trials.views.presenters.map.areas import US, Area, Level
from trials.views.presenters.map.tallies import TOWN_KM

FILTERS = "#filters"


def map_address(criteria: Criteria, area: Area | None = None) -> str:
    """The map of a search; without an ``area`` it shows the smallest that holds the answer."""
    pairs = [*criteria.with_().pairs(), *([("at", area.code)] if area else [])]
    return reverse("map") + (f"?{urlencode(pairs)}" if pairs else "")


def list_address(criteria: Criteria, area: Area) -> str:
    """The list of the studies in a country or state; "" for larger areas."""
    chosen = list_criteria(criteria, area)
    return search_address(chosen) if chosen else ""


def list_criteria(criteria: Criteria, area: Area) -> Criteria | None:
    """The search narrowed to a country or state; None for larger areas."""
    if area.level is Level.STATE:
        return criteria.with_(country=(US,), state=(area.code,))
    if area.level is Level.COUNTRY:
        states = tuple(one for one in criteria.state if one.startswith(f"{area.code}-"))
        return criteria.with_(country=(area.code,), state=states)
    return None


def town_criteria(criteria: Criteria, place: PlaceFound) -> Criteria:
    """The search at one town, in place of any distance asked for before."""
    sort = "" if criteria.sort == "nearest" else criteria.sort
    return criteria.with_(near=place.slug, within=TOWN_KM, unit="km", sort=sort)
