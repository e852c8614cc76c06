"""/robots.txt: public pages are open to all; what must not be listed says so itself (noindex)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

TEXT = "User-agent: *\nDisallow: /admin/\nSitemap: {sitemap}\n"


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Addresses with a query string stay open, so that their noindex can be read."""
    text = TEXT.format(sitemap=settings.SITE_URL + reverse("sitemap"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
