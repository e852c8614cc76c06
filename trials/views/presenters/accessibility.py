"""Words on who can use this site."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.frame import Head, Link
from trials.views.presenters.policy import PolicyPage, Section, whom_to_write_to

WCAG = "https://www.w3.org/TR/WCAG22/"


def accessibility_page() -> PolicyPage:
    title = _("Who can use this site")
    return PolicyPage(
        head=Head(title, title, reverse("accessibility")),
        intro=(
            _("This site is made for people who may use their eyes, one switch or their voice."),
            _(
                "Our aim is level AA of WCAG 2.2, the rules of the web. We want more than that for "
                "contrast, and for the size of what you press."
            ),
        ),
        sections=(_works(), _tried(), _not_yet(), _told()),
    )


def _works() -> Section:
    return Section(
        _("What you can count on"),
        items=(
            _("Every page works with the keyboard alone, and with no script."),
            _("Nothing moves, nothing plays, and nothing is sent before you press a button."),
            _("No question has a time limit, and you can undo what you answered."),
            _("Buttons and links are large, with room between them."),
            _("Text can grow to four times its size, and fits a narrow screen."),
            _("There are dark colors, and you can print every page."),
        ),
        links=(Link(_("Make this site easier to use"), reverse("comfort")),),
    )


def _tried() -> Section:
    return Section(
        _("What was tried, and how"),
        (_("Tests run by a machine check this with each change of the site:"),),
        (
            _("rules for access, by the tool axe-core, in the browser Chromium"),
            _("that pages are well formed, by the tools html-validate and html5lib"),
            _("three pages as a whole, by the tool Lighthouse"),
            _("the size of buttons and links, and that no page is wider than a small phone"),
            _("that you can answer the questions of “My situation” by keys alone"),
        ),
    )


def _not_yet() -> Section:
    return Section(
        _("What has not been tried yet"),
        (_("We know of no fault here, but we have not tried these with people or devices:"),),
        (
            _("people with ALS using the site"),
            _("screen readers such as NVDA, JAWS, VoiceOver or TalkBack"),
            _("eye gaze and switch devices, and voice control"),
            _("the browsers Firefox and Safari"),
        ),
    )


def _told() -> Section:
    return Section(
        _("If something is in your way"),
        (
            *whom_to_write_to(),
            _(
                "What the registry writes is shown in its own words. They are often hard to read. "
                "We put plain words beside them."
            ),
        ),
        links=(Link(_("The rules: WCAG 2.2"), WCAG),),
    )
