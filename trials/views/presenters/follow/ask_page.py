"""Words for following a search or a trial: what is kept, why, how long, how to end it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from trials.models import Study
from trials.search.asked import Asked
from trials.search.results import Tally
from trials.search.sentence import sentence
from trials.views.presenters.addresses import search_address, study_address
from trials.views.presenters.follow.words import follow_words
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.results.notices import Notice, ignored_notice


@dataclass(frozen=True, slots=True)
class Choice:
    """One rhythm to choose."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed so far, and what is wrong with it ("" for nothing)."""

    email: str = ""
    frequency: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be followed. ``is_registrys``: its words are the registry's."""

    title: str
    text: str
    is_registrys: bool
    action: str
    page: Link
    feed: Link
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class AskPage:
    """``can_mail``: whether this site can send e-mails at all."""

    head: Head
    subject: Subject
    can_mail: bool
    typed: Typed
    choices: tuple[Choice, ...]
    kept: tuple[str, ...]
    health_data: Link


def search_subject(asked: Asked, found: Tally) -> Subject:
    """A search, as its address asks for it."""
    criteria = asked.criteria.with_(sort="")
    query = f"?{criteria.query_string()}" if criteria.query_string() else ""
    return Subject(
        title=_("Follow this search"),
        text=sentence(criteria, found.total, asked.place, trials=found.trials),
        is_registrys=False,
        action=reverse("follow") + query,
        page=Link(_("Back to the search"), search_address(criteria)),
        feed=Link(_("Feed of this search"), reverse("search_feed") + query),
        notices=tuple(ignored_notice(list(asked.ignored))),
    )


def study_subject(study: Study) -> Subject:
    """One study."""
    names, words = {"typed": study.nct_id}, follow_words(study.study_type)
    return Subject(
        title=words.title,
        text=f"{study.nct_id}: {study.brief_title}",
        is_registrys=True,
        action=reverse("follow_study", kwargs=names),
        page=Link(words.back, study_address(study.nct_id)),
        feed=Link(words.feed, reverse("study_feed", kwargs=names)),
    )


def ask_page(subject: Subject, typed: Typed) -> AskPage:
    """The form, with what it means to send it."""
    return AskPage(
        head=Head(subject.title, _("News by e-mail or by feed."), subject.action),
        subject=subject,
        can_mail=settings.ALERTS_BY_MAIL,
        typed=typed,
        choices=_choices(typed.frequency or "week"),
        kept=_kept(),
        health_data=Link(_("Our notice on health data"), reverse("health_data")),
    )


def fault_of_address() -> str:
    return _("This does not look like an e-mail address. It should look like name@example.org.")


def fault_of_rhythm() -> str:
    return _("Please choose how often.")


def _choices(chosen: str) -> tuple[Choice, ...]:
    return (
        Choice("day", _("At most once a day"), chosen == "day"),
        Choice("week", _("At most once a week"), chosen == "week"),
    )


def _kept() -> tuple[str, ...]:
    return (
        _("Your address, next to what you follow here, can say something about your health."),
        _("We keep your address, what you follow, how often, and the day you said yes."),
        _("We use it to send you these e-mails, and for nothing else. We give it to nobody."),
        _("Like all e-mail, ours passes through a server on our side and one on yours."),
        _(
            "We keep it until you end it. Each e-mail has a link for that: one press, and your "
            "address is deleted."
        ),
        _(
            "After a year we ask if you still want these e-mails. If we hear nothing for 30 days, "
            "we delete your address."
        ),
        _(
            "First you get one e-mail with a link. Nothing else is sent until you open it and "
            "press the button. If you do not, we forget your address after seven days."
        ),
    )
