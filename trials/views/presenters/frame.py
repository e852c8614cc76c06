"""What every page has: title, navigation, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

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
    """``title`` of the document; ``canonical``: path (and query) that this page is known by."""

    title: str
    description: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Frame:
    """``canonical_address`` is whole, with the site's own name."""

    document_title: str
    description: str
    canonical_address: str
    navigation: tuple[Link, ...]


def frame(head: Head) -> Frame:
    """The frame around a page."""
    site = _("ALS Stem Cell Trial Finder")
    title = site if head.title == site else f"{head.title} | {site}"
    return Frame(title, head.description, settings.SITE_URL + head.canonical, navigation(head))


def navigation(head: Head) -> tuple[Link, ...]:
    """The pages that every page leads to."""
    pages = ((_("Find a trial"), "search"), (_("About the data"), "about_data"))
    path = head.canonical.partition("?")[0]
    return tuple(Link(text, reverse(name), reverse(name) == path) for text, name in pages)
