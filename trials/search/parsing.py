"""From an address to Criteria. A bad value is ignored, and named; a shared link always opens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import gettext as _

from trials.records.countries import country_codes
from trials.search.criteria import (
    CHOICES,
    FARTHEST,
    LAST_PAGE,
    LONGEST_Q,
    SORTS,
    UNITS,
    Criteria,
)

MOST_VALUES = 40
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_STATE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,4}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-[a-z]{2}(?:-\d+)?")
Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A value of the address that was not used, and why, in words for the page."""

    parameter: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """``place_text`` is what somebody typed for ``near``, where it is no place's slug."""

    criteria: Criteria
    ignored: tuple[Ignored, ...] = ()
    place_text: str = ""


class _Reader:
    """Reads parameters one by one and collects what is ignored."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = parameters
        self.ignored: list[Ignored] = []

    def many(self, name: str, accept: Callable[[str], str | None]) -> tuple[str, ...]:
        if not self.parameters.get(name):
            return ()
        values = [clean(value) for value in self.parameters[name][:MOST_VALUES]]
        accepted = {value: accept(value) for value in values if value}
        for value, found in accepted.items():
            if found is None:
                self.ignore(name, value, _("is not a value of this filter"))
        return tuple(sorted({found for found in accepted.values() if found}))

    def one(self, name: str) -> str:
        values = self.parameters.get(name, ())
        return clean(values[-1]) if values else ""

    def whole(self, name: str, *, most: int) -> int | None:
        text = self.one(name)
        if not text:
            return None
        if re.fullmatch(r"[0-9]{1,6}", text) and 1 <= int(text) <= most:
            return int(text)
        self.ignore(name, text, _("is not a whole number from 1 to %(most)s") % {"most": most})
        return None

    def choice(self, name: str, among: Sequence[str]) -> str:
        text = self.one(name)
        if text and text not in among:
            self.ignore(name, text, _("is not one of the choices"))
        return text if text in among else ""

    def day(self, name: str) -> date | None:
        text = self.one(name)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.ignore(name, text, _("is not a date like 2026-05-31"))
            return None

    def ignore(self, name: str, value: str, reason: str) -> None:
        self.ignored.append(Ignored(name, value[:80], reason))


def clean(text: str) -> str:
    """Text without unseen characters, one kind of space, at most 1,000 characters."""
    text = unicodedata.normalize("NFC", text[:1000])
    return " ".join(_UNSEEN.sub(" ", text).split())


def parse(parameters: Parameters) -> Parsed:
    """Criteria of an address's parameters (a Django QueryDict's ``lists()`` as a mapping)."""
    reader = _Reader(parameters)
    near, place_text = _near(reader)
    criteria = Criteria(
        q=_q(reader),
        **{name: reader.many(name, _among(name)) for name in CHOICES if name in parameters},
        country=reader.many("country", _country),
        state=reader.many("state", _state),
        near=near,
        within=reader.whole("within", most=FARTHEST) if near or place_text else None,
        unit=reader.choice("unit", UNITS) if near or place_text else "",
        results=reader.choice("results", ("yes", "no")),
        since=reader.day("since"),
        sort=_sort(reader, has_place=bool(near or place_text)),
        page=reader.whole("page", most=LAST_PAGE) or 1,
    )
    return Parsed(criteria, tuple(reader.ignored), place_text)


def _q(reader: _Reader) -> str:
    text = reader.one("q")
    if len(text) > LONGEST_Q:
        reader.ignore("q", text, _("is too long: its first 200 characters were used"))
    return text[:LONGEST_Q].strip()


@cache
def _among(name: str) -> Callable[[str], str | None]:
    by_folded = {key.casefold(): key for key in CHOICES[name]}
    return lambda value: by_folded.get(value.casefold())


def _country(value: str) -> str | None:
    code = value.upper()
    return code if code in country_codes() else None


def _state(value: str) -> str | None:
    code = value.upper()
    return code if _STATE.fullmatch(code) else None


def _near(reader: _Reader) -> tuple[str, str]:
    text = reader.one("near")[:100].strip()
    return (text, "") if _SLUG.fullmatch(text) else ("", text)


def _sort(reader: _Reader, *, has_place: bool) -> str:
    sort = reader.choice("sort", SORTS)
    if sort == "nearest" and not has_place:
        reader.ignore("sort", sort, _("needs a place to measure from"))
        return ""
    return "" if sort == "recruiting" and not has_place else sort
