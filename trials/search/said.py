"""Wording, looked up once for each language: a page says the same short texts hundreds of times."""

from __future__ import annotations

from functools import cache, lru_cache

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

_kept: dict[tuple[str | None, int], tuple[Promise, str]] = {}


def said(text: str) -> str:
    """``gettext`` for a text of our own; never for what somebody typed."""
    return _said(language(), text)


def language() -> str | None:
    """The reader's. Django takes as long to tell it as to translate; of one, none need ask."""
    return _only_language() or get_language()


@cache
def _only_language() -> str:
    """ "" where there are several: a process keeps the settings it began with."""
    return settings.LANGUAGE_CODE if len(settings.LANGUAGES) == 1 else ""


@lru_cache(maxsize=4096)
def _said(_language: str | None, text: str) -> str:
    return gettext(text)


def spoken(lazy: Promise) -> str:
    """A lazy text of a vocabulary in the reader's language.

    The text is kept beside its translation, so that no other can get its identity.
    """
    known = (language(), id(lazy))
    if known not in _kept:
        _kept[known] = (lazy, str(lazy))
    return _kept[known][1]
