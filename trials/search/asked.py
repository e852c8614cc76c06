"""What an address asks for, with its place looked up: for machines, which can't be asked back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trials.places import AnswerKind, PlaceFound, find_places, place_by_slug
from trials.search.criteria import Criteria
from trials.search.parsing import Ignored, Parameters, parse


@dataclass(frozen=True, slots=True)
class Asked:
    """``ignored`` names every value that was not used. ``is_typed``: the place came as typed
    words, perhaps a home's ZIP code, so that no cache may keep the address."""

    criteria: Criteria
    place: PlaceFound | None = None
    ignored: tuple[Ignored, ...] = ()
    is_typed: bool = False


def filled(lists: Iterable[tuple[str, Iterable[object]]]) -> dict[str, list[str]]:
    """Parameter -> values, less the fields of a form left empty; ``lists``: QueryDict.lists()."""
    texts = {name: [str(value) for value in values] for name, values in lists}
    return {
        name: kept
        for name, values in texts.items()
        if (kept := [value for value in values if value.strip()])
    }


def ask(parameters: Parameters) -> Asked:
    """Criteria and place of an address's parameters; a place that is not clear is ignored."""
    parsed = parse(parameters)
    text = parsed.place_text
    if text:
        answer = find_places(text)
        if answer.kind is AnswerKind.FOUND and answer.place:
            criteria = parsed.criteria.with_(near=answer.place.slug, page=parsed.criteria.page)
            return Asked(criteria, answer.place, parsed.ignored, is_typed=True)
        return _without_place(parsed.criteria, text, parsed.ignored, is_typed=True)
    if not parsed.criteria.near:
        return Asked(parsed.criteria, None, parsed.ignored)
    if place := place_by_slug(parsed.criteria.near):
        return Asked(parsed.criteria, place, parsed.ignored)
    return _without_place(parsed.criteria, parsed.criteria.near, parsed.ignored, is_typed=False)


def _without_place(
    criteria: Criteria, text: str, ignored: tuple[Ignored, ...], *, is_typed: bool
) -> Asked:
    reason = _("is not a single place that we know")
    plain = criteria.without("near").with_(page=criteria.page)
    return Asked(plain, None, (*ignored, Ignored("near", text, reason)), is_typed)
