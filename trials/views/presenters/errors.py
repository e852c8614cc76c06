"""Words for what went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.frame import REGISTRY, REGISTRY_SEARCH, Head, Link
from trials.views.presenters.guide.organisations import organisations


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """``title`` says what happened; ``links`` say where to go, the likeliest first."""

    head: Head
    title: str
    paragraphs: tuple[str, ...]
    links: tuple[Link, ...]


def not_found_page() -> ErrorPage:
    return _page(
        _("This page was not found"),
        _("The address may have a slip in it, or the page may have moved."),
        links=(_search(), _home()),
    )


def unknown_study_page(nct_id: str | None) -> ErrorPage:
    """The page for a study that is not here."""
    if nct_id is None:
        return _page(
            _("This is not the number of a study"),
            _("A study's number has the letters NCT and eight digits, such as NCT03280056."),
            links=(_search(), _registry()),
        )
    return _page(
        _("%(nct_id)s is not in our list") % {"nct_id": nct_id},
        _("A study's number has the letters NCT and eight digits. Please check each digit."),
        _(
            "This site holds only studies of cells for ALS and illnesses close to it. The "
            "registry has all other studies: you can look there for this number."
        ),
        links=(_at_the_registry(nct_id), _search()),
    )


def damaged_study_page(nct_id: str) -> ErrorPage:
    """The page for a study whose stored record was damaged: where to read it meanwhile."""
    return _page(
        _("We can't show %(nct_id)s right now") % {"nct_id": nct_id},
        _("Our copy of this study is damaged. We fetch it again with our next full update."),
        _("You can read the study at the registry."),
        links=(_at_the_registry(nct_id), _search()),
    )


def _at_the_registry(nct_id: str) -> Link:
    words = _("Look for %(nct_id)s on ClinicalTrials.gov") % {"nct_id": nct_id}
    return Link(words, f"{REGISTRY}/study/{nct_id}")


def bad_request_page() -> ErrorPage:
    return _page(
        _("We could not read this request"),
        _("Please go back and try again, or start from the first page."),
        links=(_home(), _search()),
    )


def unmeasured_page() -> ErrorPage:
    """A form came without its length, which no browser does by itself."""
    return _page(
        _("We could not read what was sent"),
        _("Nothing was changed: what you had before is still there."),
        _(
            "Something between you and us sent your form in pieces. It may be a filter, or a "
            "program that guards your device. Please go back and send it again. Or try another "
            "browser or network."
        ),
        links=(_home(), _search()),
    )


def forbidden_page() -> ErrorPage:
    return _page(
        _("This page is closed"),
        _("If you came here by a form, please go back, load it again and send it once more."),
        links=(_home(), _search()),
    )


def untaken_form_page() -> ErrorPage:
    """A form of curators without the token that shows where it comes from."""
    return _page(
        _("This form was not taken"),
        _("We could not see that it came from a page of this site. Nothing was changed."),
        _(
            "Most often the page was open for a long time, or the browser keeps no cookies. Allow "
            "cookies for this site. Go back and copy what you typed: it should still be there. "
            "Then open the page anew and send the form once more."
        ),
        links=(_home(), _search()),
    )


def only_read_page() -> ErrorPage:
    """Something was sent to a page that takes nothing."""
    return _page(
        _("This page can only be read"),
        _("Something was sent to it, and it takes no form. Nothing was changed."),
        _("To read the page, open its address in your browser."),
        links=(_home(), _search()),
    )


def server_error_page() -> ErrorPage:
    return _page(
        _("Something went wrong on our side"),
        _("It is not your fault. Please try again in a few minutes."),
        links=(_home(), _registry()),
    )


def unreachable_page() -> ErrorPage:
    """While the data is out of reach: who can help meanwhile."""
    return _page(
        _("We can't reach our data right now"),
        _("It is not your fault. Please try again in a few minutes."),
        _("If you just sent us something, it may not be kept. Please look then if it is there."),
        _("You can look in the registry now, or ask one of these groups."),
        links=(_home(), _registry(), *organisations()),
    )


def _page(title: str, *paragraphs: str, links: tuple[Link, ...]) -> ErrorPage:
    return ErrorPage(Head(title, paragraphs[0], ""), title, paragraphs, links)


def _search() -> Link:
    return Link(_("Find a trial on this site"), reverse("search"))


def _home() -> Link:
    return Link(_("Go to the first page"), reverse("home"))


def _registry() -> Link:
    return Link(_("Search ClinicalTrials.gov itself"), REGISTRY_SEARCH)
