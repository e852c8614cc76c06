"""What readers get while the database is away: the last copy, which says so, or a few words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from trialfinder.watching.counts import count_page
from trials.views.errors import unreachable
from trials.views.headers import PRIVATE
from trials.views.kept.copies import Copy
from trials.views.kept.packing import unpack
from trials.views.presenters.earlier_copy import earlier_copy_notice

AFTER = b"</h1>"


def earlier(request: HttpRequest, copy: Copy | None) -> HttpResponse:
    """The copy with its age, below the page's title; without one a page that asks nothing."""
    count_page("earlier" if copy else "unreachable")
    if copy is None:
        return unreachable(request)
    body = unpack(copy.packed)
    if copy.content_type.startswith("text/html"):
        title, found, rest = body.partition(AFTER)
        if not found:
            return unreachable(request)
        body = title + AFTER + _notice(copy) + rest
    response = HttpResponse(body, content_type=copy.content_type)
    response.headers["Cache-Control"] = PRIVATE
    return response


def _notice(copy: Copy) -> bytes:
    context = {"note": earlier_copy_notice(copy.made_at)}
    return render_to_string("components/earlier_copy.jinja", context).encode()
