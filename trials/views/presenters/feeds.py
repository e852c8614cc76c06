"""Words for feeds: one entry a study of a search, or one entry a change of a study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from trials.models import Change, Edition, Study
from trials.search.asked import Asked
from trials.search.results import Hit, SearchResult
from trials.search.sentence import sentence
from trials.search.words import PHASE
from trials.views.presenters.addresses import search_address, study_address
from trials.views.presenters.dates import day_in_words, moment_in_words
from trials.views.presenters.statuses import mark_of
from trials.views.presenters.study.history import LONG, ChangeLine, change_lines
from trials.views.presenters.verified import starter_note
from trials.views.presenters.wording import in_countries, worded

SINCE = 2026  # the year that the tags are minted in (RFC 4151); it never changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``id`` stays the same for ever; ``lines`` are plain text."""

    id: str
    title: str
    address: str
    updated: datetime
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """``address`` is the page that it follows, ``own_address`` the feed itself, both whole."""

    id: str
    title: str
    about: str
    address: str
    own_address: str
    updated: datetime
    entries: tuple[Entry, ...]


def tag(what: str) -> str:
    """A name that no address is part of but the host's (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{SINCE}:{what}"


def search_feed(result: SearchResult, asked: Asked, edition: Edition) -> Feed:
    """The studies of a search, the newest change first."""
    bare = asked.criteria.with_(sort="", page=1)
    query = bare.query_string()
    entries = tuple(_study_entry(hit) for hit in result.hits)
    own = reverse("search_feed") + (f"?{query}" if query else "")
    return Feed(
        id=tag(f"search/{query}"),
        title=sentence(bare, result.total, result.place, trials=result.trials),
        about=_("Studies of this search, the newest change first. Not medical advice."),
        address=settings.SITE_URL + search_address(bare),
        own_address=settings.SITE_URL + own,
        updated=max((entry.updated for entry in entries), default=_published(edition)),
        entries=entries,
    )


def _study_entry(hit: Hit) -> Entry:
    study = hit.study
    return Entry(
        id=tag(f"trial/{study.nct_id}"),
        title=f"{mark_of(study).text}: {study.brief_title or study.nct_id}",
        address=settings.SITE_URL + study_address(study.nct_id),
        updated=_changed(study),
        lines=tuple(line for line in _facts(hit) if line),
    )


def _facts(hit: Hit) -> Iterator[str]:
    study = hit.study
    yield study.nct_id
    yield starter_note(study)
    yield worded(PHASE, study.phases)
    if study.lead_sponsor:
        yield _("Run by: %(sponsor)s") % {"sponsor": study.lead_sponsor}
    if codes := {site.country_code for site in hit.sites if site.country_code}:
        yield _("Where: in %(countries)s") % {"countries": in_countries(codes)}
    if study.last_update_post_date:
        day = day_in_words(study.last_update_post_date)
        yield _("Last change at the registry: %(day)s") % {"day": day}


def _changed(study: Study) -> datetime:
    """When the registry last posted a change; else when we first saw the study."""
    if study.last_update_post_date:
        return datetime.combine(study.last_update_post_date, time(), UTC)
    return study.first_seen_at


def _published(edition: Edition) -> datetime:
    return edition.published_at or datetime(SINCE, 1, 1, tzinfo=UTC)


def study_feed(study: Study, changes: Iterable[Change]) -> Feed:
    """What changed in one study, newest first, down to the day when it was first seen."""
    path = study_address(study.nct_id)
    entries = (*_change_entries(study, changes), _first_entry(study))
    return Feed(
        id=tag(f"trial/{study.nct_id}/changes"),
        title=_("Changes of %(study)s") % {"study": study.brief_title or study.nct_id},
        about=_("What changed in the record of this study. Not medical advice."),
        address=settings.SITE_URL + path,
        own_address=settings.SITE_URL + reverse("study_feed", kwargs={"typed": study.nct_id}),
        updated=max(entry.updated for entry in entries),
        entries=entries,
    )


def _change_entries(study: Study, changes: Iterable[Change]) -> Iterator[Entry]:
    ordered = sorted(changes, key=lambda one: (one.seen_at, -one.pk), reverse=True)
    for seen_at, group in groupby(ordered, key=lambda one: one.seen_at):
        fields = list(group)
        lines = change_lines(fields)
        yield Entry(
            id=tag(f"trial/{study.nct_id}/seen/{seen_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"),
            title=_("Changed: %(what)s") % {"what": ", ".join(line.what for line in lines)},
            address=settings.SITE_URL + study_address(study.nct_id),
            updated=seen_at,
            lines=tuple(_line(one, line) for one, line in zip(fields, lines, strict=True)),
        )


def _line(change: Change, line: ChangeLine) -> str:
    """'Status: Recruiting -> Completed'"""
    if change.field in LONG:
        return _("%(what)s: the text was changed") % {"what": line.what}
    nothing = _("nothing")
    return _("%(what)s: %(before)s → %(after)s") % {
        "what": line.what,
        "before": "; ".join(line.before) or nothing,
        "after": "; ".join(line.after) or nothing,
    }


def _first_entry(study: Study) -> Entry:
    day = moment_in_words(study.first_seen_at)
    return Entry(
        id=tag(f"trial/{study.nct_id}/first"),
        title=_("First seen here on %(day)s") % {"day": day},
        address=settings.SITE_URL + study_address(study.nct_id),
        updated=study.first_seen_at,
        lines=(study.nct_id,),
    )
