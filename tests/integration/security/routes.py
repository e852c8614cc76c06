"""Every route of the URL configuration: a new one is attacked without being named here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

PART = re.compile(r"<(?:[a-z_]+:)?([a-z_]+)>")
USUAL: Mapping[str, str] = {
    "typed": "NCT90000001",
    "nct_id": "NCT90000001",
    "token": "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
    "slug": "age",
    "form": "csv",
    "object_id": "1",
    "status": "404",
    "content_type_id": "1",
    "id": "1",
}

FOR_MACHINES = ("api/", "health/", "metrics")
"""What is for machines only reads."""
NO_FORM = 405
STANDS_FOR = "as-it-is-sent"


@dataclass(frozen=True)
class Route:
    """``pattern`` as in urls.py: 'trials/<str:typed>/'."""

    pattern: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of what is to be filled in."""
        return tuple(PART.findall(self.pattern))

    def address(self, **given: str) -> str:
        """The path, with these values and the usual ones."""
        values = {**USUAL, **given}
        return "/" + PART.sub(lambda found: quote(values.get(found[1], "x"), safe=""), self.pattern)

    def raw_address(self, part: str, as_sent: str) -> str:
        """The path with this part as it is, percent signs included."""
        return self.address(**{part: STANDS_FOR}).replace(STANDS_FOR, as_sent)

    @property
    def is_admins(self) -> bool:
        return self.pattern.startswith("admin/")


def every_route() -> list[Route]:
    """In the order of urls.py; without the admin's catch-all, which is a regular expression."""
    return list(dict.fromkeys(_routes(get_resolver().url_patterns, "")))


def public_routes() -> list[Route]:
    return [route for route in every_route() if not route.is_admins]


def public_forms() -> list[Route]:
    """Routes that take a form, told by their answer to an empty one of our own pages."""
    device = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
    return [
        route
        for route in public_routes()
        if not route.pattern.startswith(FOR_MACHINES)
        if device.post(route.address()).status_code != NO_FORM
    ]


def _routes(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[Route]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, route)
        elif "(?P" not in route:
            yield Route(route)
