"""/sitemap.xml and /opensearch.xml: for search engines, and for a browser's own search box."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from trials.models import Study
from trials.reading.scope import Scope
from trials.views.presenters.addresses import study_address
from trials.views.presenters.guide.pages import PAGES as GUIDE_PAGES

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
PAGES = ("home", "search", "map", "check", "guide", "about_data", "privacy", "accessibility")
MOST = 50_000


@require_safe
def sitemap(_request: HttpRequest) -> HttpResponse:
    """Every public page; studies with the day they last changed here."""
    root = Element("urlset", xmlns=SITEMAP)
    for path, changed in _pages():
        url = SubElement(root, "url")
        SubElement(url, "loc").text = settings.SITE_URL + path
        if changed:
            SubElement(url, "lastmod").text = changed
    return _xml(root, "application/xml")


@require_safe
def opensearch(_request: HttpRequest) -> HttpResponse:
    """How a browser searches this site (OpenSearch 1.1)."""
    root = Element("OpenSearchDescription", xmlns=OPENSEARCH)
    SubElement(root, "ShortName").text = "ALS trials"
    SubElement(root, "Description").text = "Stem cell trials for ALS"
    SubElement(root, "InputEncoding").text = "UTF-8"
    template = f"{settings.SITE_URL}{reverse('search')}?q={{searchTerms}}"
    SubElement(root, "Url", type="text/html", method="get", template=template)
    return _xml(root, "application/opensearchdescription+xml")


def _pages() -> Iterator[tuple[str, str]]:
    for name in PAGES:
        yield reverse(name), ""
    for slug in GUIDE_PAGES:
        yield reverse("guide_page", kwargs={"slug": slug}), ""
    studies = Study.objects.exclude(scope=Scope.LEFT_OUT).order_by("nct_id")[:MOST]
    for nct_id, changed in studies.values_list("nct_id", "last_changed_at"):
        yield study_address(nct_id), changed.date().isoformat()


def _xml(root: Element, kind: str) -> HttpResponse:
    body = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(body, content_type=f"{kind}; charset=utf-8")
