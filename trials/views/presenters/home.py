"""Words for the first page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from trials.search.criteria import Criteria
from trials.search.results import SearchResult
from trials.search.said import said as _
from trials.views.presenters.addresses import search_address
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.results.filters import in_words
from trials.views.presenters.structured_data import as_script, site_data

FDA = (
    "https://www.fda.gov/vaccines-blood-biologics/consumers-biologics/"
    "important-patient-and-consumer-information-about-regenerative-medicine-therapies"
)
MOST_COUNTRIES = 12


@dataclass(frozen=True, slots=True)
class WayIn:
    """One large way in: what it leads to, and in a line what one does there."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class Browse:
    """One list of links that need no typing."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """``answer``: three sentences; ``recruiting``: how many studies take people now."""

    head: Head
    question: str
    answer: tuple[str, ...]
    source_link: Link
    recruiting: str
    recruiting_link: Link | None
    ways_in: tuple[WayIn, ...]
    browse: tuple[Browse, ...]


def home_page(everything: SearchResult, recruiting: int, *, has_starters: bool) -> HomePage:
    """``everything``: the bare search; ``recruiting``: studies whose record says so now."""
    title = _("ALS Stem Cell Trial Finder")
    description = _("Find trials of stem cells for ALS, in plain words.")
    return HomePage(
        head=Head(title, description, reverse("home"), as_script(site_data(reverse("search")))),
        question=_("Where can I get stem cell treatment for ALS?"),
        answer=_answer(),
        source_link=Link(_("What the FDA says about stem cells"), FDA),
        recruiting=_recruiting(recruiting, has_starters=has_starters),
        recruiting_link=_recruiting_link(recruiting),
        ways_in=_ways_in(),
        browse=tuple(one for one in _browse(everything) if one.links),
    )


def _answer() -> tuple[str, ...]:
    return (
        _("Outside of trials, the FDA of the United States has approved no stem cells for ALS."),
        _("Trials are the regulated way to get them, but nobody knows yet if they help."),
        _("Here you can find such trials, and read in plain words what each one states."),
    )


def _recruiting(count: int, *, has_starters: bool) -> str:
    if not count and has_starters:
        return _(
            "We cannot say yet how many studies take people now. The list below holds facts as "
            "they were last known."
        )
    return ngettext(
        "%(count)s study of stem cells for ALS says that it takes people now.",
        "%(count)s studies of stem cells for ALS say that they take people now.",
        count,
    ) % {"count": f"{count:,}"}


def _recruiting_link(count: int) -> Link | None:
    if not count:
        return None
    criteria = Criteria(status=("RECRUITING",))
    return Link(_("See the studies that take people now"), search_address(criteria))


def _ways_in() -> tuple[WayIn, ...]:
    return (
        WayIn(
            Link(_("Find a trial"), reverse("search")),
            _("See all trials. Choose by place, status, phase or kind of cell."),
        ),
        WayIn(
            Link(_("Check a clinic's offer"), reverse("check")),
            _("See what the registry says, and which signs to look for."),
        ),
        WayIn(
            Link(_("Questions to ask"), reverse("guide_page", kwargs={"slug": "questions"})),
            _("Eight questions for a study team or a clinic, and why they matter."),
        ),
        WayIn(
            Link(_("Understand trials"), reverse("guide")),
            _("Short pages on ALS, stem cells, phases, your rights and who can help."),
        ),
    )


def _browse(everything: SearchResult) -> Iterator[Browse]:
    yield _of(everything, "status", _("By status"))
    yield _of(everything, "country", _("By country"), most=MOST_COUNTRIES)
    yield _of(everything, "cell", _("By kind of cell"))


def _of(everything: SearchResult, name: str, title: str, *, most: int = 20) -> Browse:
    links = tuple(
        Link(
            f"{in_words(name, value.value)} ({value.count})",
            search_address(Criteria().with_(**{name: (value.value,)})),
        )
        for value in everything.facet(name).values[:most]
    )
    return Browse(title, links)
