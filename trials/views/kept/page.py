"""``kept``: the wrapping in urls.py that says a page is public and made of its address alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from trialfinder.code_version import code_version
from trialfinder.watching.counts import count_page
from trials.views.comfort_cookie import comfort
from trials.views.headers import PAGE
from trials.views.kept.addresses import Reader, by_path
from trials.views.kept.copies import Copy, shelf
from trials.views.kept.earlier import earlier
from trials.views.kept.edition import AWAY, edition_name
from trials.views.kept.made_of import Moment, Page, by_day
from trials.views.kept.making import copy_of_another
from trials.views.kept.packing import pack, takes_packed, unpack

View = Callable[..., HttpResponse]
Make = Callable[[], HttpResponse]
SAFE = ("GET", "HEAD")
KNOWN_HEADERS = frozenset({"Content-Type", "Vary", "Cache-Control"})


def kept(
    view: View, *, address: Reader = by_path, moment: Moment = by_day, is_dear: bool = False
) -> View:
    """A view whose page hangs on nothing but ``address``, comfort, language and ``moment``.

    Its mark is known before any query, so a reader who has the page is told so; its copy is
    served until one of these, the data or the code moves. One that ``is_dear`` to make is made
    by one of those who ask for it at the same time.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
        asked = address(request) if request.method in SAFE else None
        if asked is None:
            return view(request, *args, **values)
        page = Page(asked, get_language() or "", comfort(request).classes, code_version())
        return _answer(request, page, moment, lambda: view(request, *args, **values), is_dear)

    answer.is_kept = True  # type: ignore[attr-defined]
    return answer  # type: ignore[return-value]


def _answer(
    request: HttpRequest, page: Page, moment: Moment, make: Make, is_dear: bool
) -> HttpResponse:
    now = timezone.now()
    noted, copy = shelf().look(page.slot, page.place)
    edition = edition_name(noted)
    if edition is None:
        return earlier(request, copy)
    mark = page.mark(edition=edition, moment=moment(now))
    if _has(request, mark):
        count_page("not_modified")
        return _headed(HttpResponseNotModified(), mark)
    if copy and copy.mark == mark:
        return _kept(request, copy)
    request.edition_name = edition  # type: ignore[attr-defined]
    is_shared = is_dear and page.address.is_choice
    try:
        if is_shared and (other := copy_of_another(shelf(), page, mark)):
            return _kept(request, other)
        return _made(request, page, make(), mark, now)
    except AWAY:
        if copy is None:
            raise
        return earlier(request, copy)
    finally:
        if is_shared:
            shelf().give_up(page.place)


def _kept(request: HttpRequest, copy: Copy) -> HttpResponse:
    count_page("kept")
    return _sent(request, copy)


def _made(
    request: HttpRequest, page: Page, made: HttpResponse, mark: str, now: datetime
) -> HttpResponse:
    count_page("made")
    return _marked(request, page, made, mark, now) if _is_public(made) else made


def _has(request: HttpRequest, mark: str) -> bool:
    """Whether the reader's browser holds this very page. A '*' is no mark that we gave."""
    given = parse_etags(request.headers.get("If-None-Match", ""))
    return any(one.removeprefix("W/") == mark.removeprefix("W/") for one in given)


def _is_public(made: HttpResponse) -> bool:
    """A whole page that no view calls private, without a cookie or a header unknown here."""
    is_private = "private" in made.headers.get("Cache-Control", "")
    is_plain = set(made.headers) <= KNOWN_HEADERS and not made.cookies
    return made.status_code == 200 and is_plain and not is_private


def _marked(
    request: HttpRequest, page: Page, made: HttpResponse, mark: str, now: datetime
) -> HttpResponse:
    is_stored = page.address.is_choice and shelf().is_open
    if not is_stored and not takes_packed(request):
        return _headed(made, mark)
    copy = Copy(page.place, mark, made.headers["Content-Type"], now, pack(made.content))
    if is_stored:
        shelf().keep(page.slot, copy)
    if takes_packed(request):
        return _sent(request, copy)
    return _headed(HttpResponse(made.content, content_type=copy.content_type), mark)


def _sent(request: HttpRequest, copy: Copy) -> HttpResponse:
    if not takes_packed(request):
        return _headed(HttpResponse(unpack(copy.packed), content_type=copy.content_type), copy.mark)
    response = HttpResponse(copy.packed, content_type=copy.content_type)
    response.headers["Content-Encoding"] = "gzip"
    return _headed(response, copy.mark)


def _headed(response: HttpResponse, mark: str) -> HttpResponse:
    response.headers["ETag"] = mark
    response.headers["Cache-Control"] = PAGE
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response
