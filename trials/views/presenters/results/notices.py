"""What the page has to say about the search itself: values not used, places to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import ngettext

from trials.places import AnswerKind, PlaceAnswer, RegionFound
from trials.search.criteria import Criteria
from trials.search.parsing import Ignored
from trials.search.said import said as _
from trials.views.presenters.addresses import search_address
from trials.views.presenters.frame import Link
from trials.views.presenters.results.filter_names import filter_name

MOST_NAMED = 10  # of the values not used; more would keep the results away


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know before the results, with what can be done about it."""

    title: str
    paragraphs: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def ignored_notice(ignored: Iterable[Ignored]) -> Iterator[Notice]:
    """One notice that names the values of the address that were not used."""
    rest = iter(ignored)
    lines = [
        _("%(name)s: “%(value)s” %(reason)s.")
        % {"name": filter_name(one.parameter), "value": one.value, "reason": one.reason}
        for one in islice(rest, MOST_NAMED)
    ]
    if more := sum(1 for _one in rest):
        lines.append(ngettext("And %(count)s more.", "And %(count)s more.", more) % {"count": more})
    if lines:
        title = _("We left out a part of your search that we could not use")
        yield Notice(title, tuple(lines))


def place_notice(answer: PlaceAnswer, typed: str, criteria: Criteria) -> Notice:
    """What became of a place that could not be taken as it was typed."""
    links = tuple(_place_links(answer, criteria))
    values = {"typed": typed}
    if answer.kind in (AnswerKind.CHOICES, AnswerKind.REGION):
        title = _("Which place do you mean by “%(typed)s”?")
        text = _("Choose one. Until then, the list below is not sorted by distance.")
        return Notice(title % values, (text,), links)
    if answer.kind is AnswerKind.UNKNOWN_ZIP:
        text = _("Please check the five digits, or type the name of a town.")
        return Notice(_("We do not know the ZIP code “%(typed)s”") % values, (text,))
    if answer.kind is AnswerKind.NOT_LOADED:
        text = _("Please choose a country in the filters for now.")
        return Notice(_("Our list of towns is not ready yet"), (text,))
    if links:
        text = _("Did you mean one of these?")
    else:
        text = _("Please check how it is spelled, type a larger town nearby, or choose a country.")
    return Notice(_("We do not know a place called “%(typed)s”") % values, (text,), links)


def _place_links(answer: PlaceAnswer, criteria: Criteria) -> Iterator[Link]:
    for region in answer.regions:
        yield Link(
            _("Anywhere in %(region)s") % {"region": region.label},
            search_address(_in_region(criteria, region)),
        )
    for place in (*answer.choices, *answer.near_misses):
        yield Link(
            _("Near %(place)s") % {"place": place.full_label},
            search_address(criteria.with_(near=place.slug)),
        )


def _in_region(criteria: Criteria, region: RegionFound) -> Criteria:
    plain = criteria.without("near")
    country = tuple(sorted({*plain.country, region.country_code}))
    if not region.admin_code:
        return plain.with_(country=country)
    state = f"{region.country_code}-{region.admin_code}"
    return plain.with_(country=country, state=tuple(sorted({*plain.state, state})))
