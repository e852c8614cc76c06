"""The cards of the list as strings."""

# Long lines are the page's own.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from math import asin, cos, radians, sin, sqrt
from typing import Any

from benchmarks.peers.by_hand.asking import Asked
from benchmarks.peers.by_hand.text import MONTHS, WORDS, country, day, joined, lowered, several

Row = dict[str, Any]
SHAPES = {
    "disc": '<circle cx="8" cy="8" r="7"/>',
    "ring": '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8"/>',
    "half": '<path d="M8 1a7 7 0 1 0 0 14zm0 0v2a5 5 0 0 1 0 10v2A7 7 0 0 0 8 1"/>',
    "square": '<path d="M2 2h12v12H2z"/>',
    "bars": '<path d="M2 2h4v12H2zm8 0h4v12h-4z"/>',
    "cross": '<path d="m3.5 1L8 5.5 12.5 1 15 3.5 10.5 8 15 12.5 12.5 15 8 10.5 3.5 15z"/>',
    "question": '<path d="M4 5.5C4 2.7 5.8 1 8.2 1S12.4 2.6 12.4 5c0 3-3.1 3-3.1 5.3H6.7z"/>',
}
LOOKS = {
    "RECRUITING": ("open", "disc"),
    "AVAILABLE": ("open", "disc"),
    "NOT_YET_RECRUITING": ("soon", "ring"),
    "ENROLLING_BY_INVITATION": ("soon", "half"),
    "UNKNOWN": ("closed", "question"),
    "ACTIVE_NOT_RECRUITING": ("closed", "square"),
    "COMPLETED": ("closed", "square"),
    "NO_LONGER_AVAILABLE": ("closed", "square"),
    "SUSPENDED": ("stopped", "bars"),
    "TERMINATED": ("stopped", "cross"),
    "WITHDRAWN": ("stopped", "cross"),
}
OPEN = {
    "RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION", "AVAILABLE",
    "ACTIVE_NOT_RECRUITING", "SUSPENDED",
}  # fmt: skip


def card(
    number: int, study: Row, sites: list[Row], km: float | None, asked: Asked, *, back: str
) -> str:
    nct_id, status = study["nct_id"], study["overall_status"]
    tone, shape = LOOKS[status]
    noted = "".join(f'<p class="card-note">{note}</p>\n' for note in notes(study))
    told = "".join(
        f"<div><dt>{label}</dt><dd{lang}>{escape(text)}</dd></div>\n"
        for label, lang, text in facts(study, sites, km, asked)
    )
    noun = "trial" if study["study_type"] == "INTERVENTIONAL" else "study"
    return f"""<li class="card">
<h2><span class="card-number">{number}.</span> <span lang="en">{escape(study["brief_title"])}</span></h2>
<p class="card-status"><span class="status status-{tone}"><svg class="shape" viewBox="0 0 16 16" aria-hidden="true">{SHAPES[shape]}</svg><span>{WORDS["status"][status]}</span></span> <span class="card-id">{nct_id}</span></p>
{noted}<dl class="facts">
{told}</dl>
<div class="card-open list-actions">
<a class="button" href="/trials/{nct_id}/">Open {noun} {number}</a>
<form method="post" action="/saved/save/"><input type="hidden" name="nct_id" value="{nct_id}"><input type="hidden" name="back" value="{back}"><button type="submit" class="button button-quiet">Save {number} to my list</button></form>
</div>
<label class="option card-tick"><input type="checkbox" name="id" value="{nct_id}" form="compare"><span>Compare {number}</span></label>
</li>
"""


def notes(study: Row) -> Iterator[str]:
    if study["study_type"] == "OBSERVATIONAL":
        yield "This study watches people. It gives no treatment."
    if study["scope"] == "unclear":
        yield "We could not tell if this study gives stem cells to people with ALS."
    elif study["scope"] == "near" and study["condition"] == "mnd_other":
        yield "For another motor neuron disease, not for ALS."
    elif study["scope"] == "near":
        yield f"Not stem cells given: {lowered(WORDS['kind'][study['role']])}."
    year, month = map(int, study["status_verified_date"].split("-"))
    ends = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if study["overall_status"] in OPEN and ends + timedelta(days=730) < date.today():  # noqa: DTZ011
        yield (
            f"Nobody has confirmed this status since {MONTHS[month - 1]} {year}, "
            "more than two years ago."
        )


def facts(
    study: Row, sites: list[Row], km: float | None, asked: Asked
) -> Iterator[tuple[str, str, str]]:
    yield "Phase", "", several("phase", study["phases"] or ["NO_PHASE"])
    yield "Cells", "", _cells(study)
    if ways := [way for way in study["route"] if way not in ("not_stated", "none")]:
        yield "Given", "", several("route", ways)
    if km is not None:
        yield from _nearest(sites, km, asked)
    yield "Where", "", _where(sites)
    yield "Run by", ' lang="en"', study["lead_sponsor"]
    yield "Last change", "", day(study["last_update_post_date"])


def _cells(study: Row) -> str:
    parts = [several("cell", study["cell_type"])]
    if tissue := [one for one in study["tissue"] if one not in ("not_stated", "none")]:
        parts.append(f"from {lowered(several('tissue', tissue))}")
    if study["donor"] in ("autologous", "allogeneic", "both"):
        parts.append(lowered(WORDS["donor"][study["donor"]]))
    return ", ".join(parts)


def nearest_site(sites: list[Row], asked: Asked) -> Row:
    """The site that the distance is to."""
    lat, lon = asked["point"]
    wanted = ("", *asked["status"])
    return min(
        (one for one in sites if not asked["status"] or one["status"] in wanted),
        key=lambda one: (_km(lat, lon, one), not one["status"], one["position"]),
    )


def _nearest(sites: list[Row], km: float, asked: Asked) -> Iterator[tuple[str, str, str]]:
    site = nearest_site(sites, asked)
    yield "Distance", "", f"{_far(km, asked['unit'] or 'mi')} (to the city, {site['city']})"
    names = (site["facility"], site["city"], site["state"])
    yield "Nearest place", ' lang="en"', ", ".join(name for name in names if name)
    status = WORDS["status"].get(site["status"], site["status"]) or "Not stated for this place"
    yield "Status there", "", status


def _km(lat: float, lon: float, site: Row) -> float:
    across = sin(radians(site["latitude"] - lat) / 2) ** 2
    along = sin(radians(site["longitude"] - lon) / 2) ** 2
    half = across + cos(radians(lat)) * cos(radians(site["latitude"])) * along
    return 2 * 6371.0088 * asin(sqrt(min(1.0, half)))


def _far(km: float, unit: str) -> str:
    exact, noun = (km, "km") if unit == "km" else (km / 1.609344, "miles")
    if exact < 5:
        return f"Less than 5 {noun} away"
    return f"About {round(exact, -1 if exact >= 100 else 0):,.0f} {noun} away"


def _where(sites: list[Row]) -> str:
    if not sites:
        return "No place is listed"
    countries = joined(sorted({country(one["country_code"]) for one in sites}))
    cities = sorted({one["city"] for one in sites})
    if len(sites) > 3:
        return f"{len(sites)} places: {countries}"
    return f"{joined(cities)}; {countries}"
