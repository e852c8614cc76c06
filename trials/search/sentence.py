"""One search as one sentence: the page's title, the feed's, the alert's.

'7 recruiting trials of mesenchymal cells within 100 miles of Boston, MA'
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.places import PlaceFound
from trials.records.countries import country_name
from trials.records.states import state_name
from trials.search import sentence_words as words
from trials.search.criteria import Criteria
from trials.search.words import STEM_CELLS, Words, word

MOST_NAMED = 2
# Countries whose names take an article in English.
WITH_ARTICLE = frozenset(
    ("AE", "BS", "CD", "CG", "DO", "FK", "GB", "GM", "MH", "MV", "NL", "PH", "SB", "US", "VI")
)


def sentence(
    criteria: Criteria, total: int, place: PlaceFound | None, *, trials: int | None = None
) -> str:
    """How many studies the criteria find, and which; no full stop.

    ``trials``: how many of them are interventional; None for all.
    """
    adjective, status = _statuses(criteria)
    pieces = [
        _counted(total, adjective, is_trials=_is_trials(criteria, total, trials)),
        _of_what(criteria),
        status,
    ]
    return " ".join(piece for piece in (*pieces, *_details(criteria, place)) if piece)


def _is_trials(criteria: Criteria, total: int, trials: int | None) -> bool:
    return set(criteria.kind) <= {STEM_CELLS} and trials in (None, total)


def _counted(total: int, adjective: str, *, is_trials: bool) -> str:
    """'7 recruiting trials', '1 study', 'No trials'."""
    values = {"count": f"{total:,}", "adjective": f"{adjective} " if adjective else ""}
    if is_trials:
        if not total:
            return _("No %(adjective)strials") % values
        return ngettext("%(count)s %(adjective)strial", "%(count)s %(adjective)strials", total) % (
            values
        )
    if not total:
        return _("No %(adjective)sstudies") % values
    return ngettext("%(count)s %(adjective)sstudy", "%(count)s %(adjective)sstudies", total) % (
        values
    )


def _statuses(criteria: Criteria) -> tuple[str, str]:
    """What stands before the noun, or else in brackets after it."""
    if len(criteria.status) == 1 and criteria.status[0] in words.BEFORE_NOUN:
        return word(words.STATUS, criteria.status[0]), ""
    status = _any_of(words.STATUS, criteria.status, _("one of %(count)s statuses"))
    return "", f"({status})" if status else ""


def _details(criteria: Criteria, place: PlaceFound | None) -> Iterator[str]:
    if criteria.tissue:
        many = _("%(count)s kinds of tissue")
        yield _("from %(tissue)s") % {"tissue": _any_of(words.TISSUE, criteria.tissue, many)}
    yield _any_of(words.DONOR, criteria.donor, _("with one of %(count)s kinds of donor"))
    if criteria.route:
        many = _("one of %(count)s ways")
        yield _("given %(route)s") % {"route": _any_of(words.ROUTE, criteria.route, many)}
    if criteria.phase:
        many = _("one of %(count)s phases")
        yield _("in %(phase)s") % {"phase": _any_of(words.PHASE, criteria.phase, many)}
    yield from _where(criteria, place)
    yield from _how_told(criteria)


def _of_what(criteria: Criteria) -> str:
    if not criteria.cell:
        many = _("of %(count)s kinds")
        return _any_of(words.KIND, criteria.kind or (STEM_CELLS,), many)
    cells = _any_of(words.CELL, criteria.cell, _("%(count)s kinds of cells"))
    return _("of %(cells)s") % {"cells": cells}


def _where(criteria: Criteria, place: PlaceFound | None) -> Iterator[str]:
    if place and criteria.within:
        yield within(criteria, place)
    elif place:
        yield _("by distance from %(place)s") % {"place": place.label}
    names = [state_name(*reversed(one.split("-", 1))) or one for one in criteria.state]
    with_states = {one.split("-")[0] for one in criteria.state}
    names += [within_sentence(code) for code in criteria.country if code not in with_states]
    if names:
        yield _("in %(places)s") % {"places": _or(names, _("%(count)s countries or states"))}


def within_sentence(code: str) -> str:
    """A country as it follows 'in': 'the United States', 'Israel'."""
    name = country_name(code)
    return _("the %(country)s") % {"country": name} if code in WITH_ARTICLE else name


def within(criteria: Criteria, place: PlaceFound) -> str:
    """'within 100 miles of Boston, MA'"""
    text = _("within %(distance)s km of %(place)s")
    if criteria.unit != "km":
        text = _("within %(distance)s miles of %(place)s")
    return text % {"distance": f"{criteria.within:,}", "place": place.label}


def _how_told(criteria: Criteria) -> Iterator[str]:
    if criteria.results:
        yield _("with results") if criteria.results == "yes" else _("without results")
    if criteria.since:
        yield _("changed since %(date)s") % {"date": date_format(criteria.since, "j F Y")}
    if criteria.q:
        yield _("that match “%(words)s”") % {"words": criteria.q}


def _any_of(vocabulary: Words, keys: tuple[str, ...], many: str) -> str:
    return _or([word(vocabulary, key) for key in keys], many)


def _or(texts: list[str], many: str) -> str:
    """Few are named, many are counted."""
    if len(texts) > MOST_NAMED:
        return many % {"count": len(texts)}
    return _(" or ").join(texts)
