"""How far a site is, in words. Points are city-level, so no figure is finer than that."""

from __future__ import annotations

from django.utils.translation import ngettext

from trials.places import km_to_miles
from trials.search.results import HitSite
from trials.search.said import said as _

NEAR = 5  # below this a figure would say more than a city's point can


def distance_in_words(km: float, *, unit: str, site: HitSite) -> str:
    """'About 12 miles away (measured to the city, Worcester)'."""
    values = {"distance": _rounded(km, unit), "city": site.city or site.country}
    if site.is_approximate:
        return _("%(distance)s (to the city, %(city)s; the record gives no exact place)") % values
    return _("%(distance)s (to the city, %(city)s)") % values


def _rounded(km: float, unit: str) -> str:
    exact = km if unit == "km" else km_to_miles(km)
    if exact < NEAR:
        return _("Less than 5 km away") if unit == "km" else _("Less than 5 miles away")
    count = round(exact, -1 if exact >= 100 else 0)
    values = {"count": f"{count:,.0f}"}
    if unit == "km":
        return _("About %(count)s km away") % values
    return ngettext("About %(count)s mile away", "About %(count)s miles away", int(count)) % values
