"""Jinja2 for the site's pages: strict about what is missing, escaping all else."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

from django.templatetags.static import static
from django.utils.translation import ngettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from trials.search.said import said
from trials.views.presenters.addresses import page_address


def environment(**options: Any) -> Environment:
    """The environment that Django's template engine asks for (settings: TEMPLATES)."""
    options |= {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    }
    made = Environment(**options)  # noqa: S701 Django passes autoescape=True
    made.install_gettext_callables(said, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"_": worded, "url": page_address, "static": cache(static)}
    made.filters["quoted"] = quoted
    return made


def worded(text: str, **values: object) -> Markup:
    """A template's own text in the reader's language; what is put into it is escaped."""
    ours = Markup(said(text))  # noqa: S704 no text of others
    return ours % values if values else ours


def quoted(text: str) -> str:
    """Text as one part of an address, for ``mailto:`` and ``tel:``."""
    return quote(text, safe="@+")
