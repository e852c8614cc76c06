"""How somebody likes to read: a cookie of a few words, the same for everyone who likes the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PLAIN_NAME = "comfort"
A_YEAR = 31_536_000
CHOICES: Mapping[str, tuple[str, ...]] = {
    "text": ("normal", "large", "larger"),
    "targets": ("normal", "large"),
    "calm": ("normal", "calm"),
    "contrast": ("normal", "strong"),
    "columns": ("normal", "one"),
}
"""Each setting with its values; the first is how the site looks by itself."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """At most 48 combinations, so that the cookie can't tell two people apart."""

    text: str = "normal"
    targets: str = "normal"
    calm: str = "normal"
    contrast: str = "normal"
    columns: str = "normal"

    @property
    def is_large(self) -> bool:
        """Whether lists are better cut into shorter pages: large letters make them long."""
        return self.text != "normal"

    @property
    def classes(self) -> str:
        """For <html>: 'text-larger columns-one'; "" where nothing was chosen."""
        return " ".join(f"{name}-{value}" for name, value in self._chosen())

    @property
    def cookie(self) -> str:
        """'text-larger.columns-one'"""
        return ".".join(f"{name}-{value}" for name, value in self._chosen())

    def _chosen(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in asdict(self).items() if value != "normal"]


def comfort_of(values: Mapping[str, str]) -> Comfort:
    """Only values of the closed sets; all else is as if it were not there."""
    return Comfort(
        **{
            one.name: values[one.name]
            for one in fields(Comfort)
            if values.get(one.name) in CHOICES[one.name]
        }
    )


def comfort(request: HttpRequest) -> Comfort:
    """What the browser's cookie says."""
    text = request.COOKIES.get(cookie_name(), "")[:200]
    pairs = (part.partition("-") for part in text.split("."))
    return comfort_of({name: value for name, _dash, value in pairs})


def keep_comfort(response: HttpResponse, chosen: Comfort) -> None:
    """Set the cookie; take it away where everything is as the site looks by itself."""
    if not chosen.cookie:
        return forget_comfort(response)
    response.set_cookie(
        cookie_name(),
        chosen.cookie,
        max_age=A_YEAR,
        path="/",
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return None


def forget_comfort(response: HttpResponse) -> None:
    response.delete_cookie(cookie_name(), path="/", samesite="Lax")
    response.cookies[cookie_name()]["secure"] = settings.HTTPS


def cookie_name() -> str:
    return f"__Host-{PLAIN_NAME}" if settings.HTTPS else PLAIN_NAME
