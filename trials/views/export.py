"""/export/: the current search or list as a file; every address goes on working."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import condition, require_safe

from trials.exports.about import ignored_in_words
from trials.exports.etag import etag_of
from trials.exports.file import File, Format, file_of
from trials.exports.order import Order, read_order
from trials.exports.rates import paced
from trials.exports.seats import Seats, seated
from trials.exports.xlsx_file import TooManyRows
from trials.models import Edition
from trials.search.asked import filled
from trials.views.headers import PRIVATE, PUBLIC
from trials.views.presenters.export import columns_page as present_columns
from trials.views.presenters.export import export_page as present
from trials.views.showing import show

PLAIN = "text/plain; charset=utf-8"
MOMENT = 30  # seconds
SEATS = Seats(settings.FILES_AT_ONCE)


@require_safe
def export_page(request: HttpRequest) -> HttpResponse:
    """What will be handed over, in which form, with which columns."""
    order = read_order(filled(request.GET.lists()))
    response = show(request, "export/export.jinja", present(order))
    if order.ignored or _cache_control(order) == PRIVATE:
        response.headers["Cache-Control"] = PRIVATE
    return response


@require_safe
def columns_page(request: HttpRequest) -> HttpResponse:
    """The data dictionary."""
    return show(request, "export/columns.jinja", present_columns())


def _too_often(seconds: int) -> HttpResponse:
    text = ngettext(
        "That was too many files at once. Please try again in %(count)s second.",
        "That was too many files at once. Please try again in %(count)s seconds.",
        seconds,
    )
    return HttpResponse(text % {"count": seconds}, status=429, content_type=PLAIN)


def _crowded() -> HttpResponse:
    text = ngettext(
        "Many files are being made just now. Please try again in %(count)s second.",
        "Many files are being made just now. Please try again in %(count)s seconds.",
        MOMENT,
    )
    headers = {"Retry-After": str(MOMENT), "Cache-Control": PRIVATE}
    return HttpResponse(text % {"count": MOMENT}, status=503, content_type=PLAIN, headers=headers)


@require_safe
@paced("export", _too_often)
@seated(SEATS, _crowded)
@condition(etag_func=etag_of)
def export_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """The file. What the address says and no file can use is named in a header."""
    if form not in list(Format):
        raise Http404
    order = read_order(filled(request.GET.lists()))
    try:
        file = file_of(order, Format(form), Edition.current(), now=timezone.now())
    except TooManyRows:
        return _too_long()
    return _response(request, file, order)


def _response(request: HttpRequest, file: File, order: Order) -> HttpResponseBase:
    headers = {
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "Cache-Control": _cache_control(order),
        "X-Robots-Tag": "noindex",
    }
    if order.ignored:
        named = "; ".join(ignored_in_words(one) for one in order.ignored)
        headers["X-Not-Used"] = _in_ascii(named)[:1000]
    if request.method == "HEAD":
        return HttpResponse(content_type=file.content_type, headers=headers)
    return StreamingHttpResponse(file.parts, content_type=file.content_type, headers=headers)


def _in_ascii(text: str) -> str:
    """As a header may hold it: no line's end, and other letters as their numbers."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain.encode("ascii", "backslashreplace").decode()


def _too_long() -> HttpResponse:
    text = _("This list has more rows than an Excel sheet holds. Please take the CSV file.")
    return HttpResponse(text, status=422, content_type=PLAIN)


def _cache_control(order: Order) -> str:
    """A typed place may be a home's ZIP code, and ids are somebody's list: no cache keeps those."""
    return PRIVATE if order.asked.is_typed or order.is_list else PUBLIC
