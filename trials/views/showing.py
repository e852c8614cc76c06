"""From a page that a presenter worded to the answer that a browser gets."""

from __future__ import annotations

from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from trials.views.comfort_cookie import comfort
from trials.views.freshness import freshness
from trials.views.headers import PAGE
from trials.views.kept.edition import edition_called
from trials.views.presenters.frame import Head, frame


class Page(Protocol):
    """What every page's presenter makes."""

    @property
    def head(self) -> Head: ...


def show(request: HttpRequest, template: str, page: Page, *, status: int = 200) -> HttpResponse:
    """The page in its template, with the frame and the date of the data around it.

    It looks as the reader's comfort cookie asks; so caches must tell cookies apart, and a
    browser asks again each time. A view whose page is private says so after this.
    """
    framed = frame(page.head, classes=comfort(request).classes)
    edition = edition_called(getattr(request, "edition_name", ""))  # a kept page's mark has it
    context = {"page": page, "frame": framed, "freshness": freshness(edition)}
    response = render(request, template, context, status=status)
    response.headers["Cache-Control"] = PAGE
    patch_vary_headers(response, ["Cookie"])
    return response
