"""Asking a running stand-in registry."""

from typing import Any

import requests

from tests.stand_in import StandIn
from tests.stand_in.release import nct_id_of

TIMEOUT = 10


def ask(registry: StandIn, path: str = "/studies", **params: Any) -> requests.Response:
    """One request; a dot in a parameter's name is written `__`. Follows no redirect."""
    dotted = {name.replace("__", "."): value for name, value in params.items()}
    return requests.get(
        registry.base_url + path, params=dotted, timeout=TIMEOUT, allow_redirects=False
    )


def ids_in(response: requests.Response) -> list[str]:
    return [nct_id_of(each) for each in response.json()["studies"]]


def crawl(registry: StandIn, **params: Any) -> list[list[str]]:
    """The ids on every page, until a page has no token."""
    pages: list[list[str]] = []
    token: dict[str, str] = {}
    while True:
        response = ask(registry, **params, **token)
        pages.append(ids_in(response))
        if "nextPageToken" not in response.json():
            return pages
        token = {"pageToken": response.json()["nextPageToken"]}
