"""/places: from words to a place that the search can measure from."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.decorators import decorate_view
from ninja.params import functions as param_functions

from trials.api import schemas
from trials.api.answering import in_private
from trials.api.problems import documented
from trials.places import PlaceFound, RegionFound, find_places

router = Router()


@router.api_operation(
    ["GET", "HEAD"],
    "/places",
    response=schemas.Places,
    summary="The place that a town, a region or a US ZIP code names",
    openapi_extra=documented(422),
)
@decorate_view(in_private)
def places(
    request: HttpRequest, q: str = param_functions.Query(..., max_length=200)
) -> dict[str, Any]:
    """From an offline gazetteer (GeoNames, CC BY 4.0); nothing leaves this site."""
    answer = find_places(q)
    return {
        "kind": answer.kind.value,
        "place": _place(answer.place) if answer.place else None,
        "choices": [_place(one) for one in answer.choices],
        "regions": [_region(one) for one in answer.regions],
        "near_misses": [_place(one) for one in answer.near_misses],
    }


def _place(place: PlaceFound) -> dict[str, Any]:
    return {**asdict(place), "label": place.full_label}


def _region(region: RegionFound) -> dict[str, Any]:
    state = f"{region.country_code}-{region.admin_code}" if region.admin_code else None
    return {"label": region.label, "country": region.country_code, "state": state}
