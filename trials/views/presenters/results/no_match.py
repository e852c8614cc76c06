"""No match is not a dead end: what to let go, and where else to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trials.places import PlaceFound
from trials.search.results import Relaxation, SearchResult
from trials.search.said import said as _
from trials.search.sentence import within
from trials.views.presenters.addresses import search_address
from trials.views.presenters.frame import REGISTRY, Link
from trials.views.presenters.wording import studies

OBSERVATIONAL = f"{REGISTRY}/search?cond=Amyotrophic%20Lateral%20Sclerosis&aggFilters=studyType:obs"


@dataclass(frozen=True, slots=True)
class NoMatch:
    """``less``: one choice less each, and what that finds; ``alone``: one choice only."""

    less: tuple[Link, ...]
    alone: tuple[Link, ...]
    elsewhere: tuple[Link, ...]


def no_match(
    result: SearchResult, less: Sequence[Relaxation], alone: Sequence[Relaxation]
) -> NoMatch:
    """What to offer where nothing was found: what one choice ``less``, and single ones, find."""
    return NoMatch(tuple(_less(result, less)), tuple(_alone(alone)), tuple(_elsewhere()))


def _alone(single: Sequence[Relaxation]) -> Iterator[Link]:
    for one in single:
        text = _("Only “%(choice)s”: %(studies)s") % {
            "choice": one.name,
            "studies": studies(one.count),
        }
        yield Link(text, search_address(one.criteria))


def _less(result: SearchResult, less: Sequence[Relaxation]) -> Iterator[Link]:
    for relaxation in less:
        text = _("%(dropped)s: %(studies)s") % {
            "dropped": dropped_in_words(relaxation.name, result),
            "studies": studies(relaxation.count),
        }
        yield Link(text, search_address(relaxation.criteria))


def dropped_in_words(name: str, result: SearchResult) -> str:
    """'Any status', 'Any distance from Boston, MA'"""
    words = {
        "q": _("Without the words"),
        "kind": _("Any kind of study"),
        "status": _("Any status"),
        "phase": _("Any phase"),
        "cell": _("Any kind of cell"),
        "tissue": _("Any tissue"),
        "donor": _("Own or donor cells"),
        "route": _("Any way into the body"),
        "results": _("With or without results"),
        "since": _("Changed at any time"),
        "country": _("Any country"),
    }
    if name == "near" and result.place:
        return _without_place(result, result.place)
    return words.get(name, name)


def _without_place(result: SearchResult, place: PlaceFound) -> str:
    if result.criteria.within:
        return _("Not only %(within)s") % {"within": within(result.criteria, place)}
    return _("Not only near %(place)s") % {"place": place.label}


def _elsewhere() -> Iterator[Link]:
    yield Link(_("ALS studies that watch people, on ClinicalTrials.gov"), OBSERVATIONAL)
    yield Link(_("The ALS Association (United States)"), "https://www.als.org")
    yield Link(_("MND Association (United Kingdom)"), "https://www.mndassociation.org")
    yield Link(
        _("International Alliance of ALS/MND Associations"),
        "https://www.als-mnd.org",
    )
