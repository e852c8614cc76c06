"""Hostile input in every parameter, part of an address and header of every route."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from tests.integration.admin.curators import signed_in
from tests.integration.security.answers import faults_of
from tests.integration.security.corpus import CORPUS, RAW_BYTES, SMALL
from tests.integration.security.inputs import (
    COOKIES,
    CRITERIA,
    FIELDS,
    HEADERS,
    OF_FILES,
    PARAMETERS,
)
from tests.integration.security.routes import every_route, public_routes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("examples", "_no_mark_in_logs")]


def with_everything(value: str) -> str:
    return urlencode([(name, value) for name in PARAMETERS])


def test_every_route_with_every_parameter(stranger: Client) -> None:
    found = [
        fault
        for name, value in CORPUS.items()
        for route in public_routes()
        for fault in faults_of(
            lambda: stranger.get(f"{route.address()}?{with_everything(value)}"),  # noqa: B023
            f"GET {route.pattern} with {name}",
        )
    ]
    assert not found


SEARCHES = {
    "/trials/": CRITERIA,
    "/trials/map/": ("at", "near"),
    "/api/v1/studies": ("page_size", "q", "near"),  # all else is read by the same code
    "/api/v1/changes": ("since", "after", "limit"),
    "/api/v1/places": ("q",),
    "/export/studies.csv": OF_FILES,
    "/export/": OF_FILES,
    "/compare/": ("id",),
    "/check/": ("id",),
    "/fit/results/": ("page",),
}


@pytest.mark.parametrize("path", SEARCHES)
def test_each_parameter_of_a_search_alone(stranger: Client, path: str) -> None:
    found = []
    for parameter in SEARCHES[path]:
        for name, value in CORPUS.items():
            address = f"{path}?{urlencode({parameter: value})}"
            found += faults_of(lambda: stranger.get(address), f"{parameter} with {name}")  # noqa: B023
    assert not found


def test_every_part_of_every_address(stranger: Client) -> None:
    found = []
    for route in public_routes():
        for part in route.parts:
            for name, value in CORPUS.items():
                address = route.address(**{part: value})
                told = f"GET {route.pattern} with {part} {name}"
                found += faults_of(lambda: stranger.get(address), told)  # noqa: B023
    assert not found


BODIES = {
    "json": (b'{"a":1}', "application/json"),
    "xml": (b"<a/>", "application/xml"),
    "no boundary": (b"--a--", "multipart/form-data"),
    "broken multipart": (b"--a\r\nContent-Disposition: x", "multipart/form-data; boundary=a"),
    "bad bytes": (b"\xff\xfe=\xed\xa0\x80&note=%ff%00", "application/x-www-form-urlencoded"),
    "bad charset": (b"note=a", "application/x-www-form-urlencoded; charset=evil"),
    "utf-7": (b"note=+ADw-script+AD4-", "application/x-www-form-urlencoded; charset=utf-7"),
    "no type": (b"note=a", ""),
}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace", "head"])
def test_every_route_with_every_method_and_body(stranger: Client, method: str) -> None:
    found = []
    for route in every_route():
        for name, (body, kind) in BODIES.items():
            found += faults_of(
                lambda: stranger.generic(method.upper(), route.address(), body, kind),  # noqa: B023
                f"{method} {route.pattern} with {name}",
            )
            if method != "post":
                break
    assert not found


def test_every_header_and_cookie(stranger: Client) -> None:
    paths = ("/", "/trials/", "/saved/", "/fit/results/", "/comfort/", "/api/v1/studies", "/admin/")
    found = []
    for path in paths:
        for name, value in SMALL.items():
            plain = value.encode("utf-8", "replace").decode("latin-1")  # as WSGI hands it over
            headers = dict.fromkeys(HEADERS, plain)
            found += faults_of(
                lambda: stranger.get(path, headers=headers),  # noqa: B023
                f"{path}, headers {name}",
            )
            cookies = "; ".join(f"{cookie}={plain}" for cookie in COOKIES)
            found += faults_of(
                lambda: stranger.get(path, headers={"Cookie": cookies}),  # noqa: B023
                f"{path}, cookies {name}",
            )
    assert not found


RAW = (
    "q=%ff%fe",
    "q=%ED%A0%80",
    "q=%C0%AE%C0%AE/",
    "q=%00",
    "q[]=a&q[0][b]=c",
    "q=" + "&q=".join("abcdefghij"),
    "&&&===&&;;;",
    "%",
    "%zz=%zz",
    "?" * 3000,
    "page=1&page=-1&page=9999999999999999999",
    "&".join(f"kind=k{number}" for number in range(900)),
    "&".join(f"id=NCT{90000000 + number}" for number in range(900)),
    "id=" + ",".join(f"NCT{90000000 + number}" for number in range(3000)),
    "columns=" + ",".join(f"c{number}" for number in range(9000)),
    "&".join(f"a{number}=1" for number in range(1200)),
)


@pytest.mark.parametrize("name", RAW_BYTES)
def test_bytes_that_are_no_text(stranger: Client, name: str) -> None:
    sent, found = RAW_BYTES[name], []
    query = "&".join(f"{parameter}={sent}" for parameter in PARAMETERS)
    form = "&".join(f"{field}={sent}" for field in FIELDS)
    kind = "application/x-www-form-urlencoded"
    for route in public_routes():
        addresses = [f"{route.address()}?{query}"]
        addresses += [route.raw_address(part, sent) for part in route.parts]
        for address in addresses:
            found += faults_of(lambda: stranger.get(address), f"GET {address[:60]}")  # noqa: B023
            found += faults_of(
                lambda: stranger.generic("POST", address, form, kind),  # noqa: B023
                f"POST {address[:60]}",
            )
    assert not found


@pytest.mark.parametrize("query", RAW, ids=range(len(RAW)))
def test_every_route_with_a_query_that_is_none(stranger: Client, query: str) -> None:
    found = [
        fault
        for route in public_routes()
        for fault in faults_of(
            lambda: stranger.get(route.address(), QUERY_STRING=query),  # noqa: B023
            f"GET {route.pattern}?{query[:40]}",
        )
    ]
    assert not found


def test_the_admin_signed_in(client: Client) -> None:
    curator = signed_in(client)
    curator.raise_request_exception = False
    names = ("sql quote", "tag", "attribute", "null", "elsewhere", "negative", "crlf", "many words")
    found = []
    for route in every_route():
        if not route.is_admins or "logout" in route.pattern:
            continue
        for name in names:
            query = urlencode(dict.fromkeys(("q", "p", "o", "next", "app_label"), CORPUS[name]))
            address = f"{route.address()}?{query}"
            found += faults_of(lambda: curator.get(address), f"GET {route.pattern}, {name}")  # noqa: B023
            inside = route.address(object_id=CORPUS[name])
            found += faults_of(lambda: curator.get(inside), f"GET {inside[:60]}")  # noqa: B023
    assert not found


def test_markup_in_an_address_that_leads_nowhere(stranger: Client) -> None:
    found = [
        fault
        for name, value in CORPUS.items()
        for fault in faults_of(lambda: stranger.get(f"/{quote(value)}/"), f"/{name}/")  # noqa: B023
    ]
    assert not found
