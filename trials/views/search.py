"""/trials/: the search with its results. Every state is an address."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trials.models.known_study import known_study
from trials.places import AnswerKind, PlaceAnswer, PlaceFound, find_places, place_by_slug
from trials.search.asked import filled
from trials.search.criteria import Criteria
from trials.search.find import PAGE_SIZE, count, relaxations, search
from trials.search.parsing import Ignored, Parsed, parse
from trials.search.results import Relaxation, SearchResult
from trials.views.comfort_cookie import comfort
from trials.views.headers import PRIVATE
from trials.views.left_out import left_out_by_reason
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.addresses import search_address, study_address
from trials.views.presenters.results.chips import choices_alone
from trials.views.presenters.results.notices import ignored_notice, place_notice
from trials.views.presenters.results.page import search_page as present
from trials.views.showing import show

MOST_ALONE = 6
LARGE_PAGE_SIZE = 10


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The results of the address's criteria, or the way to a study or place that it names."""
    parsed = parse(filled(request.GET.lists()))
    if address := _address_of_study(parsed.criteria.q):
        return _private_redirect(address)
    answer = find_places(parsed.place_text) if parsed.place_text else None
    if answer and answer.kind is AnswerKind.FOUND and answer.place:
        return _private_redirect(search_address(parsed.criteria.with_(near=answer.place.slug)))
    return _results(request, parsed, answer)


def _address_of_study(q: str) -> str:
    """The address of the study whose id is all that was typed; "" where there is none."""
    nct_id = nct_id_of(q)
    study = known_study(nct_id) if nct_id else None
    return study_address(study.nct_id) if study else ""


def _private_redirect(address: str) -> HttpResponse:
    """What was typed may be a home's ZIP code: no cache keeps the address it came by."""
    return HttpResponseRedirect(address, headers={"Cache-Control": PRIVATE})


def _results(request: HttpRequest, parsed: Parsed, answer: PlaceAnswer | None) -> HttpResponse:
    criteria, place, unknown = _placed(parsed.criteria)
    size = LARGE_PAGE_SIZE if comfort(request).is_large else PAGE_SIZE
    result, beyond = _search(criteria, place, size)
    less = () if result.total else relaxations(result.criteria, place=place)
    notices = [*ignored_notice([*parsed.ignored, *unknown, *beyond])]
    if answer:
        notices.insert(0, place_notice(answer, parsed.place_text, criteria))
    page = present(
        result,
        notices=tuple(notices),
        less=less,
        alone=() if result.total or less else _alone(criteria, place),
        left_out=left_out_by_reason(),
        today=timezone.now().date(),
    )
    response = show(request, "search.jinja", page)
    if notices:  # what could not be used may be a home's ZIP code, and has no end of forms
        response.headers["Cache-Control"] = PRIVATE
    return response


def _alone(criteria: Criteria, place: PlaceFound | None) -> list[Relaxation]:
    """What each choice finds by itself, where no single one less finds anything; most first."""
    found = [
        Relaxation(text, one, count(one, place=place if one.near else None))
        for text, one in choices_alone(criteria, place)
    ]
    return sorted((one for one in found if one.count), key=lambda one: -one.count)[:MOST_ALONE]


def _placed(criteria: Criteria) -> tuple[Criteria, PlaceFound | None, list[Ignored]]:
    """The criteria with their place; without it, and that said, where no place has the slug."""
    if not criteria.near:
        return criteria, None, []
    if place := place_by_slug(criteria.near):
        return criteria, place, []
    ignored = Ignored("near", criteria.near, _("is not a place that we know"))
    return criteria.without("near"), None, [ignored]


def _search(
    criteria: Criteria, place: PlaceFound | None, size: int
) -> tuple[SearchResult, list[Ignored]]:
    """The result; a page past the last becomes the last, and that is said."""
    result = search(criteria, place=place, page_size=size)
    if criteria.page <= result.pages:
        return result, []
    last = replace(criteria, page=result.pages)
    ignored = Ignored("page", str(criteria.page), _("is past the end: this is the last page"))
    return search(last, place=place, page_size=size), [ignored]
