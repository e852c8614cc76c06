"""A digest in words: what stands in the mail, before it is text or HTML."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.models import Alert
from trials.saved.alerts.looking import search_of
from trials.saved.alerts.news import News, StudyNews
from trials.search.change_words import LONG, before_and_after, field_in_words
from trials.search.sentence import sentence
from trials.search.words import RECRUITING_LAST_KNOWN, STATUS, word
from trials.sync.changes import FieldChange

MOST_STUDIES, MOST_CHANGES, LONGEST = 20, 8, 300


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """One change; ``note`` stands where before and after are too long for a mail."""

    what: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class StudyTold:
    """One study with its address; ``left`` says what didn't fit in, or is ""."""

    nct_id: str
    title: str
    address: str
    status: str
    is_new: bool
    changes: tuple[ChangeTold, ...]
    left: str


@dataclass(frozen=True, slots=True)
class DigestTold:
    """``followed`` is what the alert follows, ``address`` its page."""

    followed: str
    address: str
    studies: tuple[StudyTold, ...]
    left: str


def digest_told(alert: Alert, news: News) -> DigestTold:
    """The news in words, at most as much as a mail can bear."""
    left = len(news.studies) - MOST_STUDIES
    return DigestTold(
        followed=followed(alert, len(news.mark.matched)),
        address=address_of(alert),
        studies=tuple(_study(one) for one in news.studies[:MOST_STUDIES]),
        left=_more_studies(left) if left > 0 else "",
    )


def subject_of(alert: Alert, count: int) -> str:
    """Says nothing about anybody's health: a subject is read over shoulders."""
    values = {"count": f"{count:,}"}
    if alert.study_id:
        text = ngettext(
            "The page you follow has %(count)s change",
            "The page you follow has %(count)s changes",
            count,
        )
        return text % values
    text = ngettext(
        "Your saved search has %(count)s change",
        "Your saved search has %(count)s changes",
        count,
    )
    return text % values


def followed(alert: Alert, total: int) -> str:
    """What the alert follows, in words: the search's sentence, or the study."""
    if alert.study:
        return f"{alert.study.nct_id}: {alert.study.brief_title}"
    asked = search_of(alert)
    return sentence(asked.criteria, total, asked.place)


def address_of(alert: Alert) -> str:
    """The whole address of the page that the alert follows."""
    if alert.study:
        return study_address(alert.study.nct_id)
    query = f"?{alert.query}" if alert.query else ""
    return settings.SITE_URL + reverse("search") + query


def study_address(nct_id: str) -> str:
    return settings.SITE_URL + reverse("study", kwargs={"typed": nct_id})


def _study(news: StudyNews) -> StudyTold:
    study = news.study
    left = len(news.changes) - MOST_CHANGES
    return StudyTold(
        nct_id=study.nct_id,
        title=study.brief_title or study.official_title,
        address=study_address(study.nct_id),
        status=_status(news),
        is_new=news.is_new,
        changes=tuple(_change(one) for one in news.changes[:MOST_CHANGES]),
        left=_more_changes(left) if left > 0 else "",
    )


def _status(news: StudyNews) -> str:
    if news.study.delisted_at:
        return _("No longer listed on the registry")
    if news.study.is_starter and news.study.overall_status == "RECRUITING":
        return word(STATUS, RECRUITING_LAST_KNOWN)
    return word(STATUS, news.study.overall_status)


def _change(change: FieldChange) -> ChangeTold:
    what = field_in_words(change.field)
    if change.field in LONG:
        return ChangeTold(what, "", "", _("The text was changed. Please read it on the page."))
    before, after = before_and_after(change.field, change.before, change.after)
    return ChangeTold(what, _one_line(before), _one_line(after))


def _one_line(texts: tuple[str, ...]) -> str:
    """One line for a mail; cut with '…'. '' becomes a word, so that no arrow points at nothing."""
    line = " ".join("; ".join(texts).split())
    if not line:
        return _("nothing")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _more_studies(count: int) -> str:
    text = ngettext("and %(count)s study more", "and %(count)s studies more", count)
    return text % {"count": f"{count:,}"}


def _more_changes(count: int) -> str:
    text = ngettext("and %(count)s change more", "and %(count)s changes more", count)
    return text % {"count": f"{count:,}"}
