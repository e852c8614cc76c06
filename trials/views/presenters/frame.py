"""What every page has: title, navigation, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from django.conf import settings
from django.utils.safestring import SafeString

from trials.search.said import said as _
from trials.views.presenters.addresses import page_address

REGISTRY = "https://clinicaltrials.gov"
REGISTRY_SEARCH = f"{REGISTRY}/search?cond=Amyotrophic%20Lateral%20Sclerosis&term=stem%20cells"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words; ``is_here``: it leads to the page it stands on."""

    text: str
    address: str
    is_here: bool = False

    @property
    def is_outward(self) -> bool:
        """Whether it leads away from this site."""
        return self.address.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Head:
    """``title`` of the document; ``canonical``: path (and query) that this page is known by.

    ``structured``: facts for search engines (see structured_data.py), None for most pages.
    """

    title: str
    description: str
    canonical: str
    structured: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """``canonical_address`` is whole, with the site's own name; ``classes`` go on <html>."""

    document_title: str
    description: str
    canonical_address: str
    navigation: tuple[Link, ...]
    about: tuple[Link, ...]
    classes: str = ""
    structured: SafeString | None = None


def frame(head: Head, *, classes: str = "") -> Frame:
    """The frame around a page; ``classes``: how the reader likes it."""
    site = _("ALS Stem Cell Trial Finder")
    title = site if head.title == site else f"{head.title} | {site}"
    address = settings.SITE_URL + head.canonical
    return Frame(
        document_title=title,
        description=head.description,
        canonical_address=address,
        navigation=navigation(head),
        about=about(head),
        classes=classes,
        structured=head.structured,
    )


def navigation(head: Head) -> tuple[Link, ...]:
    """The pages that every page leads to, at its top."""
    return _links(
        head,
        (_("Find a trial"), "search"),
        (_("Check an offer"), "check"),
        (_("Guide"), "guide"),
        (_("My situation"), "fit"),
        (_("My list"), "saved"),
        (_("Comfort"), "comfort"),
    )


def about(head: Head) -> tuple[Link, ...]:
    """The pages about the site itself, at the foot of every page."""
    return _links(
        head,
        (_("About the data"), "about_data"),
        (_("What we keep about you"), "privacy"),
        (_("Notice on health data"), "health_data"),
        (_("Who can use this site"), "accessibility"),
        (_("Is it up to date?"), "status"),
    )


def _links(head: Head, *pages: tuple[str, str]) -> tuple[Link, ...]:
    path = head.canonical.partition("?")[0]
    return tuple(
        replace(link, is_here=True) if link.address == path else link for link in _everywhere(pages)
    )


@lru_cache(maxsize=64)
def _everywhere(pages: tuple[tuple[str, str], ...]) -> tuple[Link, ...]:
    """The links as they stand on nearly all pages."""
    return tuple(Link(text, page_address(name)) for text, name in pages)
