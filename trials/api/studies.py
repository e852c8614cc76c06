"""/studies and /studies/{nct_id}."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from ninja import Router
from ninja.decorators import decorate_view
from ninja.errors import HttpError

from trials.api import schemas
from trials.api.answering import PRIVATE, until_changed
from trials.api.meta import meta, not_used
from trials.api.parameters import MOST_ON_A_PAGE, search_parameters
from trials.api.problems import documented
from trials.api.whole import whole
from trials.exports.columns import OF_STUDY
from trials.exports.json_file import row_values
from trials.exports.row import Row
from trials.exports.selection import facts_of, study_facts
from trials.search.asked import Asked, ask, filled
from trials.search.find import PAGE_SIZE, search
from trials.search.parsing import Ignored
from trials.search.results import SearchResult
from trials.search.sentence import sentence

router = Router()
READ = ["GET", "HEAD"]


@router.api_operation(
    READ,
    "/studies",
    response=schemas.StudyList,
    summary="The studies of a search, a page at a time",
    openapi_extra=search_parameters(with_pages=True) | documented(),
)
@decorate_view(until_changed)
def studies(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """The same search as on the pages, with the columns of the exports."""
    parameters = filled(request.GET.lists())
    asked = ask(parameters)
    size, bad_size = _page_size(parameters)
    result = search(asked.criteria, place=asked.place, page_size=size)
    links = _links(asked, result)
    response["Link"] = ", ".join(
        f'<{address}>; rel="{rel}"' for rel, address in links.items() if address and rel != "self"
    )
    if asked.is_typed:
        response["Cache-Control"] = PRIVATE
    rows = (Row(facts) for facts in facts_of([hit.study.pk for hit in result.hits]))
    return {
        "meta": meta(),
        "what": sentence(asked.criteria, result.total, asked.place),
        "total": result.total,
        "page": asked.criteria.page,
        "pages": result.pages,
        "not_used": not_used((*asked.ignored, *bad_size)),
        "links": links,
        "studies": [row_values(row, OF_STUDY) for row in rows],
    }


@router.api_operation(
    READ,
    "/studies/{nct_id}",
    response=schemas.Whole,
    summary="One study, with sites, readings and the words that they stand on",
    openapi_extra=documented(404),
)
@decorate_view(until_changed)
def study(request: HttpRequest, nct_id: str) -> dict[str, Any] | HttpResponse:
    """By its NCT number; a former number leads to the one of today."""
    facts = study_facts(nct_id)
    if facts is None:
        raise HttpError(404, "No study with this number is here. Numbers look like NCT01234567.")
    if facts.study.nct_id != nct_id:
        return redirect("api-v1:study", nct_id=facts.study.nct_id, permanent=True)
    return {"meta": meta(), **whole(facts)}


def _page_size(parameters: dict[str, list[str]]) -> tuple[int, list[Ignored]]:
    text = parameters.get("page_size", [""])[-1].strip()
    if not text:
        return PAGE_SIZE, []
    if text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MOST_ON_A_PAGE:
        return int(text), []
    reason = f"is not a whole number from 1 to {MOST_ON_A_PAGE}"
    return PAGE_SIZE, [Ignored("page_size", text[:80], reason)]


def _links(asked: Asked, result: SearchResult) -> dict[str, str | None]:
    page = asked.criteria.page

    def address(number: int) -> str | None:
        return _address(asked, result.page_size, number) if 1 <= number <= result.pages else None

    return {
        "self": _address(asked, result.page_size, page),
        "first": address(1),
        "prev": address(min(page - 1, result.pages)),
        "next": address(page + 1),
        "last": address(result.pages),
    }


def _address(asked: Asked, size: int, page: int) -> str:
    pairs = [*asked.criteria.with_(page=page).pairs()]
    if size != PAGE_SIZE:
        pairs.append(("page_size", str(size)))
    query = f"?{urlencode(pairs)}" if pairs else ""
    return settings.SITE_URL + reverse("api-v1:studies") + query
