"""Which page an address asks for, however it was typed. Nothing here asks the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from trials.exports.order import read_table
from trials.search.asked import filled
from trials.search.criteria import Criteria
from trials.search.parsing import Parameters, parse
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.map.areas import parse_area

MOST_COMPARED = 4
LONGEST_AT = 40


@dataclass(frozen=True, slots=True)
class Address:
    """A page's one address, without what the page doesn't look at.

    ``is_choice``: made of choices alone, none of them words that somebody typed; only such
    pages are kept, so that neither a private word nor a hostile one gets into the store.
    """

    path: str
    query: str = ""
    is_choice: bool = True


Reader = Callable[[HttpRequest], Address | None]
"""The address of a request's page; None where the page names something that it can't use."""


def by_path(request: HttpRequest) -> Address | None:
    """For pages that look at no parameter at all."""
    return Address(request.path)


def without_question(request: HttpRequest) -> Address | None:
    """For a page whose parameters are somebody's own question, and so never kept."""
    return None if request.GET else Address(request.path)


def by_criteria(request: HttpRequest) -> Address | None:
    """For the search."""
    criteria = _criteria(filled(request.GET.lists()))
    if criteria is None:
        return None
    return Address(request.path, criteria.query_string(), not criteria.q)


def by_criteria_and_area(request: HttpRequest) -> Address | None:
    """For the map."""
    criteria = _criteria({name: request.GET.getlist(name) for name in request.GET})
    text = request.GET.get("at", "").strip()[:LONGEST_AT]
    area = parse_area(text) if text else None
    if criteria is None or (text and area is None):
        return None
    pairs = [*criteria.pairs(), *([("at", area.code)] if area else [])]
    return Address(request.path, urlencode(pairs), not criteria.q)


def by_order(request: HttpRequest) -> Address | None:
    """For the export of a search; studies chosen one by one are somebody's list, never kept."""
    parameters = filled(request.GET.lists())
    criteria, table = _criteria(parameters), read_table(parameters)
    if criteria is None or table.ignored or "id" in parameters:
        return None
    pairs = [*criteria.with_(page=1).pairs(), *table.pairs()]
    return Address(request.path, urlencode(pairs), not criteria.q)


def by_studies(request: HttpRequest) -> Address | None:
    """For the comparison: whole numbers of studies, each once, in their order."""
    typed = [text for text in request.GET.getlist("id") if text.strip()]
    found = [nct_id for text in typed if (nct_id := nct_id_of(text))]
    is_plain = len(found) == len(typed) == len(set(found)) <= MOST_COMPARED
    return Address(request.path, urlencode([("id", one) for one in found])) if is_plain else None


def _criteria(parameters: Parameters) -> Criteria | None:
    parsed = parse(parameters)
    return None if parsed.ignored or parsed.place_text else parsed.criteria
