"""/facets: how many studies each value of each filter would give."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.decorators import decorate_view

from trials.api import schemas
from trials.api.answering import PRIVATE, until_changed
from trials.api.meta import meta, not_used
from trials.api.parameters import search_parameters
from trials.api.problems import documented
from trials.search.asked import ask, filled
from trials.search.find import counted
from trials.search.sentence import sentence

router = Router()


@router.api_operation(
    ["GET", "HEAD"],
    "/facets",
    response=schemas.Facets,
    summary="The filters of a search with their counts",
    openapi_extra=search_parameters(with_pages=False) | documented(),
)
@decorate_view(until_changed)
def facets(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """Counts leave out the filter's own choice."""
    asked = ask(filled(request.GET.lists()))
    if asked.is_typed:
        response["Cache-Control"] = PRIVATE
    result = counted(asked.criteria.with_(page=1), place=asked.place)
    return {
        "meta": meta(),
        "what": sentence(asked.criteria, result.total, asked.place),
        "total": result.total,
        "not_used": not_used(asked.ignored),
        "facets": result.facets,
    }
