"""/robots.txt: public pages are open to all; what must not be listed says so itself (noindex)."""

from django.http import HttpRequest, HttpResponse

TEXT = "User-agent: *\nDisallow: /admin/\n"


def robots(_request: HttpRequest) -> HttpResponse:
    """Addresses with a query string stay open, so that their noindex can be read."""
    return HttpResponse(TEXT, content_type="text/plain; charset=utf-8")
