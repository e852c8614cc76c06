"""A page of plain words in sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from trials.views.presenters.frame import Head, Link


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs, then items of a list, then links."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyPage:
    head: Head
    intro: tuple[str, ...]
    sections: tuple[Section, ...]


def whom_to_write_to() -> Iterator[str]:
    """How to reach those who run this copy of the site (setting SITE_CONTACT)."""
    if settings.SITE_CONTACT:
        yield _("Write to %(address)s. You get an answer by e-mail; nobody has to phone.") % {
            "address": settings.SITE_CONTACT
        }
    else:
        yield _("The people who run this copy of the site have not given an address yet.")
