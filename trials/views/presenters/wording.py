"""Small pieces of wording that several pages share."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import ngettext

from trials.records.countries import country_name
from trials.search.said import said as _
from trials.search.sentence import within_sentence
from trials.search.words import Words, word


def listed(texts: Iterable[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *firsts, last = [text for text in texts if text] or [""]
    if not firsts:
        return last
    return _("%(firsts)s and %(last)s") % {"firsts": ", ".join(firsts), "last": last}


def worded(words: Words, keys: Iterable[str]) -> str:
    """The plain words for several keys, as one list."""
    texts = [word(words, key) for key in keys]
    return listed([*texts[:1], *(lowered(text) for text in texts[1:])])


def lowered(text: str) -> str:
    """The text for the middle of a sentence; a name such as 'iPSC' or 'US' stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def countries(codes: Iterable[str]) -> str:
    """'Israel and United States', by name."""
    return listed(sorted(country_name(code) for code in codes))


def in_countries(codes: Iterable[str]) -> str:
    """'Israel and the United States', as it follows 'in'."""
    return listed(within_sentence(code) for code in sorted(codes, key=country_name))


def studies(count: int) -> str:
    """'1 study', '2 studies'."""
    return ngettext("%(count)s study", "%(count)s studies", count) % {"count": f"{count:,}"}
