"""Atom feeds (RFC 4287): of a search, and of one study."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from trials.exports.cells import clean
from trials.exports.etag import etag_of
from trials.models import Edition
from trials.models.known_study import known_study
from trials.search.asked import ask, filled
from trials.search.find import search
from trials.views.errors import unknown_study
from trials.views.headers import PRIVATE, PUBLIC
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.feeds import Feed
from trials.views.presenters.feeds import search_feed as present_search
from trials.views.presenters.feeds import study_feed as present_study

MOST_ENTRIES = 50
MOST_CHANGES = 200


class _Atom(Atom1Feed):
    """Django's own, with a date that is the data's even where there is no entry."""

    def __init__(self, updated: datetime, **values: Any) -> None:
        super().__init__(**values)
        self.updated = updated

    def latest_post_date(self) -> datetime:
        return self.updated


@require_safe
@condition(etag_func=etag_of)
def search_feed(request: HttpRequest) -> HttpResponse:
    """The studies of the address's criteria, the newest change first."""
    asked = ask(filled(request.GET.lists()))
    criteria = asked.criteria.with_(sort="updated", page=1)
    result = search(criteria, place=asked.place, page_size=MOST_ENTRIES)
    response = _atom(present_search(result, asked, Edition.current()))
    response.headers["Cache-Control"] = PRIVATE if asked.is_typed else PUBLIC
    return response


@require_safe
@condition(etag_func=etag_of)
def study_feed(request: HttpRequest, typed: str) -> HttpResponse:
    """What changed in one study."""
    nct_id = nct_id_of(typed)
    study = known_study(nct_id) if nct_id else None
    if study is None:
        return unknown_study(request, nct_id)
    if study.nct_id != typed:
        address = reverse("study_feed", kwargs={"typed": study.nct_id})
        return HttpResponsePermanentRedirect(address)
    changes = study.changes.order_by("-seen_at", "id")[:MOST_CHANGES]
    return _atom(present_study(study, changes))


def _atom(feed: Feed) -> HttpResponse:
    atom = _Atom(
        updated=feed.updated,
        title=clean(feed.title),
        link=feed.address,
        description="",
        subtitle=clean(feed.about),
        feed_url=feed.own_address,
        feed_guid=feed.id,
        language="en",
        author_name=_("ALS Stem Cell Trial Finder"),
    )
    for entry in feed.entries:
        atom.add_item(
            title=clean(entry.title),
            link=entry.address,
            description="<br>".join(escape(clean(line)) for line in entry.lines),
            unique_id=entry.id,
            updateddate=entry.updated,
        )
    response = HttpResponse(
        atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
