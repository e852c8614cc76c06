"""The whole page of a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trials.search.criteria import Criteria
from trials.search.results import Relaxation, SearchResult
from trials.search.said import said as _
from trials.search.sentence import sentence
from trials.search.words import KIND, STEM_CELLS, word
from trials.views.presenters.addresses import page_address, search_address
from trials.views.presenters.frame import REGISTRY_SEARCH, Head, Link
from trials.views.presenters.left_out import left_out_in_words
from trials.views.presenters.map.addresses import map_address
from trials.views.presenters.results.cards import Card, card
from trials.views.presenters.results.chips import chips
from trials.views.presenters.results.filters import Filters, filters
from trials.views.presenters.results.no_match import NoMatch, no_match
from trials.views.presenters.results.notices import Notice

MOST_CHIPS = 2  # so that no more than 12 tab stops come before the first result


@dataclass(frozen=True, slots=True)
class Paging:
    """Where this page of the list stands; a missing neighbour is None."""

    text: str
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything that the template places.

    ``asks``: a notice asks something; then nothing but it stands before the results.
    """

    head: Head
    title: str
    notices: tuple[Notice, ...]
    chips: tuple[Link, ...]
    more_chips: tuple[Link, ...]
    clear: Link | None
    asks: bool
    follow: Link
    cards: tuple[Card, ...]
    no_match: NoMatch | None
    paging: Paging | None
    take_along: tuple[Link, ...]
    filters: Filters
    kinds: tuple[Link, ...]
    left_out: str
    registry_search: Link
    on_map: Link


def search_page(
    result: SearchResult,
    *,
    notices: tuple[Notice, ...],
    less: Sequence[Relaxation] = (),
    alone: Sequence[Relaxation] = (),
    left_out: Mapping[str, int],
    today: date,
) -> SearchPage:
    """``left_out`` counts the studies left out, by reason; ``less``, ``alone``: see no_match."""
    criteria, place = result.criteria, result.place
    title = sentence(criteria, result.total, place, trials=result.trials)
    actions = chips(criteria, place)
    asks = any(notice.links for notice in notices)
    few = MOST_CHIPS if result.total else len(actions)
    most = 0 if asks else few
    return SearchPage(
        head=Head(_document_title(title, criteria), title, search_address(criteria)),
        title=title,
        notices=notices,
        chips=actions[:most],
        more_chips=actions[most:],
        clear=Link(_("Remove all filters"), page_address("search")) if len(actions) > 1 else None,
        asks=asks,
        follow=_follow(criteria),
        cards=tuple(card(hit, unit=criteria.unit or "mi", today=today) for hit in result.hits),
        no_match=None if result.total else no_match(result, less, alone),
        paging=_paging(result),
        take_along=tuple(_take_along(criteria)),
        filters=filters(result, today=today),
        kinds=tuple(_kinds(result)),
        left_out=left_out_in_words(left_out),
        registry_search=Link(_("Search ClinicalTrials.gov itself"), REGISTRY_SEARCH),
        on_map=Link(_("See on a map"), map_address(criteria)),
    )


def _document_title(title: str, criteria: Criteria) -> str:
    if criteria.page == 1:
        return title
    return _("%(title)s, page %(page)s") % {"title": title, "page": criteria.page}


def _paging(result: SearchResult) -> Paging | None:
    if result.pages == 1:
        return None
    page = result.criteria.page
    text = _("Page %(page)s of %(pages)s") % {"page": page, "pages": result.pages}
    previous = _page_link(result, page - 1, _("Previous page"))
    return Paging(text, previous, _page_link(result, page + 1, _("Next page")))


def _page_link(result: SearchResult, page: int, text: str) -> Link | None:
    if not 1 <= page <= result.pages:
        return None
    return Link(text, search_address(replace(result.criteria, page=page)))


def _follow(criteria: Criteria) -> Link:
    """Where one can ask for news of this search by mail."""
    return Link(_("Follow this search"), page_address("follow") + _behind(criteria))


def _behind(criteria: Criteria) -> str:
    query = criteria.with_(page=1).query_string()
    return f"?{query}" if query else ""


def _take_along(criteria: Criteria) -> Iterator[Link]:
    """The whole list as a file, and news of its changes."""
    behind = _behind(criteria)
    yield Link(_("Export this list"), page_address("export") + behind)
    yield _follow(criteria)
    yield Link(
        _("Follow this search in a feed reader (Atom)"), page_address("search_feed") + behind
    )


def _kinds(result: SearchResult) -> Iterator[Link]:
    """Studies near to these, named as what they are, one click away."""
    chosen = result.criteria.kind or (STEM_CELLS,)
    for value in result.facet("kind").values:
        if value.value in chosen or not value.count:
            continue
        kind = () if value.value == STEM_CELLS else (value.value,)
        text = f"{word(KIND, value.value)} ({value.count})"
        yield Link(text, search_address(result.criteria.with_(kind=kind)))
