"""Every page of the site in each of its states: what the browser tests and the pictures go by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.sync_api import Page

Reach = Callable[[Page, str], None]
OPEN, WITH_RESULTS, STARTER = "NCT90000001", "NCT90000009", "NCT01051882"
FOUR = ("NCT90000001", "NCT90000002", "NCT90000004", "NCT90000008")


@dataclass(frozen=True)
class Address:
    """One page in one state. ``name`` is its picture's.

    ``path`` alone leads there, unless ``reach`` is set: then its steps do, from the site's
    address on. ``status``: the HTTP status that the path answers with. ``of_starters``: on a
    site before its first sync, which can send no mail.
    """

    name: str
    path: str
    status: int = 200
    reach: Reach | None = None
    of_starters: bool = False

    def open(self, page: Page, site: str) -> None:
        if self.reach:
            self.reach(page, site)
            return
        answer = page.goto(site + self.path)
        assert answer is not None
        assert answer.status == self.status, self.path


def _press(page: Page, name: str) -> None:
    """Press a button and wait for the page that it leads to, its style included."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def _save_two(page: Page, site: str) -> None:
    for nct_id in FOUR[:2]:
        page.goto(f"{site}/trials/{nct_id}/")
        _press(page, "Save to my list")
    page.get_by_label("My note on trial 2").fill("Ask how often we would have to travel.")
    _press(page, "Keep note 2")


def _saved(page: Page, site: str) -> None:
    _save_two(page, site)
    page.goto(f"{site}/saved/")


def _just_saved(page: Page, site: str) -> None:
    page.goto(f"{site}/trials/{OPEN}/")
    _press(page, "Save to my list")


def _just_removed(page: Page, site: str) -> None:
    _save_two(page, site)
    _press(page, "Take trial 1 off")


def _shared(page: Page, site: str) -> None:
    _save_two(page, site)
    _press(page, "Make a link to show")


def _read_by_others(page: Page, site: str) -> None:
    _save_two(page, site)
    page.get_by_label("Show my notes too").check()
    _press(page, "Make a link to show")
    page.goto(page.locator(".token-address").inner_text())


def _moving(page: Page, site: str) -> None:
    _save_two(page, site)
    _press(page, "Make a link for another device")


def _arriving(page: Page, site: str) -> None:
    _moving(page, site)
    page.goto(page.locator(".token-address").inner_text())


def _told(page: Page, site: str) -> None:
    """A first weakness long ago, and an age."""
    page.goto(f"{site}/fit/first-weakness/")
    page.get_by_label("Month").select_option("May")
    page.get_by_label("Year").fill("2019")
    _press(page, "Keep it and go on")
    page.goto(f"{site}/fit/age/")
    page.get_by_label("Age in years").fill("61")
    _press(page, "Keep it and go on")


def _told_start(page: Page, site: str) -> None:
    _told(page, site)
    page.goto(f"{site}/fit/")


def _told_results(page: Page, site: str) -> None:
    _told(page, site)
    page.goto(f"{site}/fit/results/")


def _answered_before(page: Page, site: str) -> None:
    _told(page, site)
    page.goto(f"{site}/fit/age/")


def _forgotten(page: Page, site: str) -> None:
    _told_start(page, site)
    _press(page, "Forget my answers")


def _fault_in_a_date(page: Page, site: str) -> None:
    page.goto(f"{site}/fit/diagnosis/")
    page.get_by_label("Year").fill("20 24")
    _press(page, "Keep it and go on")


def _fault_in_a_number(page: Page, site: str) -> None:
    page.goto(f"{site}/fit/breathing-test/")
    page.get_by_label("Result in percent").fill("lots")
    _press(page, "Keep it and go on")


def _fault_in_a_mail_address(page: Page, site: str) -> None:
    page.goto(f"{site}/follow/{OPEN}/")
    page.get_by_label("Your e-mail address").fill("somebody at example")
    _press(page, "I agree")


def _compare(*nct_ids: str) -> str:
    return "/compare/?" + "&".join(f"id={one}" for one in nct_ids)


FINDING = (
    Address("home", "/"),
    Address("search", "/trials/"),
    Address("search-near", "/trials/?status=RECRUITING&near=boston-ma-us&within=100"),
    Address(
        "search-many-choices",
        "/trials/?status=RECRUITING&phase=PHASE1&phase=PHASE2&country=US&cell=neural"
        "&cell=mesenchymal&near=boston-ma-us&within=1000",
    ),
    Address("search-page-2", "/trials/?page=2"),
    Address("search-bad-choices", "/trials/?near=Springfield&phase=PHASE9&page=400"),
    Address("search-no-match", "/trials/?status=WITHHELD&phase=PHASE4&near=boston-ma-us&within=25"),
    Address("search-other-kinds", "/trials/?kind=other_cells_given&country=US"),
    Address("map", "/trials/map/"),
    Address("map-europe", "/trials/map/?at=europe"),
    Address("map-united-states", "/trials/map/?at=US"),
    Address("map-massachusetts", "/trials/map/?at=US-MA&status=RECRUITING"),
    Address("map-france", "/trials/map/?at=FR"),
    Address("map-no-match", "/trials/map/?q=xylophone&at=moon"),
)
ONE_STUDY = (
    Address("study", f"/trials/{OPEN}/"),
    Address("study-results", f"/trials/{WITH_RESULTS}/"),
    Address("study-expanded-access", "/trials/NCT90000008/"),
    Address("study-withdrawn", "/trials/NCT90000010/"),
    Address("study-many-places", "/trials/NCT90000014/"),
    Address("study-observational", "/trials/NCT90000015/"),
    Address("study-notice", "/trials/NCT90000204/"),
    Address("study-signs", "/trials/NCT90000206/"),
    Address("study-hostile-text", "/trials/NCT90000207/"),
    Address("study-bare", "/trials/NCT90000210/"),
    Address("study-starter", f"/trials/{STARTER}/"),
    Address("study-unknown", "/trials/NCT09999999/", status=404),
    Address("study-no-id", "/trials/not-an-id/", status=404),
    Address("questions", f"/trials/{OPEN}/questions/"),
    Address("questions-starter", f"/trials/{STARTER}/questions/"),
)
COMPARING = (
    Address("compare-none", "/compare/"),
    Address("compare-one", _compare(OPEN)),
    Address("compare-two", _compare(*FOUR[:2])),
    Address("compare-bad", _compare(*FOUR[:2], "zebra", "NCT09999999")),
    Address("compare-four", _compare(*FOUR)),
)
CHECKING = (
    Address("check", "/check/"),
    Address("check-found", f"/check/?id={OPEN}"),
    Address("check-several", f"/check/?id=NCT0328005+NCT12345678+{STARTER}"),
    Address("check-typo", "/check/?id=hello"),
    Address("check-earlier-cells", "/check/earlier-cells/"),
)
GUIDE = (
    Address("guide", "/guide/"),
    *(
        Address(f"guide-{slug}", f"/guide/{slug}/")
        for slug in (
            *("what-is-als", "stem-cells", "finding-trials", "phases", "consent"),
            *("unproven-offers", "questions", "words", "where-to-turn"),
        )
    ),
)
FIT = (
    Address("fit", "/fit/"),
    Address("fit-told", "/fit/", reach=_told_start),
    Address("fit-date", "/fit/first-weakness/"),
    Address("fit-number", "/fit/breathing-test/"),
    Address("fit-answered", "/fit/age/", reach=_answered_before),
    Address("fit-one-press", "/fit/sex/"),
    Address("fit-ticks", "/fit/breathing-help/"),
    Address("fit-yes-since", "/fit/riluzole/"),
    Address("fit-words", "/fit/el-escorial/"),
    Address("fit-last", "/fit/caregiver/"),
    Address("fit-fault-date", "/fit/diagnosis/", reach=_fault_in_a_date),
    Address("fit-fault-number", "/fit/breathing-test/", reach=_fault_in_a_number),
    Address("fit-results-untold", "/fit/results/"),
    Address("fit-results", "/fit/results/", reach=_told_results),
    Address("fit-forgotten", "/fit/", reach=_forgotten),
)
KEEPING = (
    Address("saved-empty", "/saved/"),
    Address("saved", "/saved/", reach=_saved),
    Address("saved-just-now", "/saved/", reach=_just_saved),
    Address("saved-removed", "/saved/", reach=_just_removed),
    Address("saved-shared", "/saved/", reach=_shared),
    Address("shared-list", "/lists/", reach=_read_by_others),
    Address("saved-moving", "/saved/move/", reach=_moving),
    Address("saved-arriving", "/saved/move/", reach=_arriving),
    Address("shared-list-gone", "/lists/no-such-list/", status=404),
    Address("follow-search", "/follow/?status=RECRUITING&country=US"),
    Address("follow-everything", "/follow/"),
    Address("follow-study", f"/follow/{OPEN}/"),
    Address("follow-fault", f"/follow/{OPEN}/", reach=_fault_in_a_mail_address),
    Address("follow-sent", "/follow/sent/"),
    Address("follow-link-gone", "/follow/confirm/no-such-link/", status=404),
    Address("export", "/export/"),
    Address("export-chosen", "/export/?status=RECRUITING&rows=site&columns=sex&phase=PHASE9"),
    Address("export-columns", "/export/columns/"),
)
ABOUT = (
    Address("comfort", "/comfort/"),
    Address("privacy", "/privacy/"),
    Address("health-data", "/privacy/health-data/"),
    Address("accessibility", "/accessibility/"),
    Address("status", "/status/"),
    Address("about-the-data", "/about/data/"),
    Address("components", "/about/components/"),
    Address("not-found", "/nowhere/", status=404),
    *(
        Address(f"error-{status}", f"/about/components/errors/{status}/", status=status)
        for status in (400, 403, 500)
    ),
)
EVERY = (*FINDING, *ONE_STUDY, *COMPARING, *CHECKING, *GUIDE, *FIT, *KEEPING, *ABOUT)
PLAIN = tuple(one for one in EVERY if one.reach is None)
"""Those that a GET of their path shows, with no step before it."""
_ALSO_OF_STARTERS = frozenset(
    ("home", "search", "map", "study-starter", "questions-starter", "about-the-data", "status")
)
STARTERS = tuple(
    replace(one, name=f"{one.name.removesuffix('-starter')}-of-starters", of_starters=True)
    for one in (
        *(one for one in EVERY if one.name in _ALSO_OF_STARTERS),
        Address("compare", _compare(STARTER, "NCT03280056")),
        Address("follow", "/follow/"),
    )
)
"""What a site shows before its first sync, which can send no mail."""
_NOT_PICTURED = frozenset(
    (
        *("search-page-2", "search-other-kinds", "search-many-choices", "map-europe", "map-france"),
        *("map-no-match", "study-withdrawn", "study-many-places", "study-signs", "study-bare"),
        *("study-hostile-text", "study-starter", "study-no-id", "study-notice"),
        *("questions-starter", "study-expanded-access"),
        *("compare-bad", "check-typo", "check-several", "fit-told", "fit-answered", "fit-last"),
        *("fit-yes-since", "fit-words", "fit-fault-number", "fit-results-untold", "saved-removed"),
        *("saved-just-now", "shared-list-gone", "follow-everything", "export-chosen"),
        *("follow-link-gone", "error-400", "error-403"),
    )
)
_STARTERS_PICTURED = ("home-of-starters", "study-of-starters")
PICTURED = (
    *(one for one in EVERY if one.name not in _NOT_PICTURED),
    *(one for one in STARTERS if one.name in _STARTERS_PICTURED),
)
"""Every page once, and the states that look different."""
