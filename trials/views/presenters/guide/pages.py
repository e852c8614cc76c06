"""The pages of the guide in their order, and what stands around each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trials.views.presenters.dates import day_in_words
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.guide.essential_questions import (
    EssentialQuestion,
    essential_questions,
)
from trials.views.presenters.guide.organisations import organisations
from trials.views.presenters.guide.sources import SOURCES, Source, Text
from trials.views.presenters.guide.warning_signs import WarningSign, risks, warning_signs
from trials.views.presenters.guide.words import WordList, word_lists
from trials.views.presenters.results.no_match import OBSERVATIONAL

LAST_REVIEWED = date(2026, 11, 22)
FDA_MAIL = "ocod@fda.hhs.gov"

# slug -> title, and in a line what the page tells; in the order to read
PAGES: Mapping[str, tuple[Text, Text]] = {
    "what-is-als": (
        gettext_lazy("What ALS is"),
        gettext_lazy("The illness in a few words."),
    ),
    "stem-cells": (
        gettext_lazy("How stem cells may help ALS"),
        gettext_lazy("What doctors hope for, and what nobody knows yet."),
    ),
    "finding-trials": (
        gettext_lazy("Finding real trials"),
        gettext_lazy("Where to look, and how to read what a trial says of itself."),
    ),
    "phases": (
        gettext_lazy("What the phases mean"),
        gettext_lazy("Phase 1, 2 and 3, and what a placebo is."),
    ),
    "consent": (
        gettext_lazy("Ethics review and consent"),
        gettext_lazy("Who looks out for you, and your right to say no."),
    ),
    "unproven-offers": (
        gettext_lazy("Unproven offers and their risks"),
        gettext_lazy("Signs to look for, and the harm that can come."),
    ),
    "questions": (
        gettext_lazy("Questions to ask"),
        gettext_lazy("Eight questions, and why each one matters."),
    ),
    "words": (
        gettext_lazy("Words explained"),
        gettext_lazy("The words of the registry and of this site."),
    ),
    "where-to-turn": (
        gettext_lazy("Where to turn"),
        gettext_lazy("People who can help you, and other ways to look."),
    ),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One line of the guide's list of pages."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class GuideIndex:
    """The guide's first page."""

    head: Head
    title: str
    chapters: tuple[Chapter, ...]
    reviewed: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page. ``sources``: all that templates may cite; ``following``: None on the last."""

    head: Head
    title: str
    reviewed: str
    sources: Mapping[str, Source]
    following: Link | None
    questions: tuple[EssentialQuestion, ...]
    signs: tuple[WarningSign, ...]
    risks: tuple[WarningSign, ...]
    words: tuple[WordList, ...]
    organisations: tuple[Link, ...]
    observational: Link
    fda_mail: Link


def guide_index() -> GuideIndex:
    title = _("Understand trials: a short guide")
    description = _("Short pages on ALS, stem cells and trials, each with its sources.")
    return GuideIndex(
        head=Head(title, description, reverse("guide")),
        title=title,
        chapters=tuple(Chapter(_link(slug), str(text)) for slug, (_title, text) in PAGES.items()),
        reviewed=reviewed(),
    )


def guide_page(slug: str) -> GuidePage:
    """The page with this slug, a key of ``PAGES``."""
    title, text = PAGES[slug]
    return GuidePage(
        head=Head(str(title), str(text), _link(slug).address),
        title=str(title),
        reviewed=reviewed(),
        sources=SOURCES,
        following=_following(slug),
        questions=essential_questions(),
        signs=warning_signs(),
        risks=risks(),
        words=word_lists(),
        organisations=organisations(),
        observational=Link(
            _("ALS studies that watch people, on ClinicalTrials.gov"), OBSERVATIONAL
        ),
        fda_mail=Link(_("E-mail %(address)s") % {"address": FDA_MAIL}, f"mailto:{FDA_MAIL}"),
    )


def reviewed() -> str:
    """Said on every page, until a clinician has read it."""
    return _("Last reviewed %(date)s. Not yet reviewed by a clinician.") % {
        "date": day_in_words(LAST_REVIEWED)
    }


def _link(slug: str) -> Link:
    return Link(str(PAGES[slug][0]), reverse("guide_page", kwargs={"slug": slug}))


def _following(slug: str) -> Link | None:
    slugs = list(PAGES)
    place = slugs.index(slug) + 1
    return _link(slugs[place]) if place < len(slugs) else None
