"""The search's parameters, for the OpenAPI document: the same as on the search page.

They are read leniently, as the page does: a value that can't be used is named in ``not_used``.
"""

from __future__ import annotations

from typing import Any

from trials.search.criteria import CHOICES, DISTANCES, LAST_PAGE, LONGEST_Q, SORTS, UNITS

MOST_ON_A_PAGE = 100
WORDS = {
    "q": f"Words that must be found, with synonyms; at most {LONGEST_Q} characters.",
    "near": "A place's slug from /places, or a town or US ZIP code as typed.",
    "within": f"Distance from `near`, a whole number such as {DISTANCES[0]}.",
    "since": "Only studies whose record changed on or after this day (2026-05-31).",
    "page": f"From 1 to {LAST_PAGE}.",
    "page_size": f"From 1 to {MOST_ON_A_PAGE}; 20 where it is left out.",
}
SINGLE = {"unit": UNITS, "results": ("yes", "no"), "sort": SORTS}
CODES = {
    "country": "Countries (ISO 3166, two letters).",
    "state": "Country and state (US-MA).",
}


def search_parameters(*, with_pages: bool) -> dict[str, Any]:
    """``openapi_extra`` of an operation that takes the search's parameters."""
    found = [_many(name, {"enum": list(words)}) for name, words in CHOICES.items()]
    found += [_many(name, {}, text) for name, text in CODES.items()]
    found += [_one(name, {"enum": list(values)}) for name, values in SINGLE.items()]
    paging = ("page", "page_size")
    found += [
        _one(name, {}, text) for name, text in WORDS.items() if with_pages or name not in paging
    ]
    return {"parameters": found}


def _one(name: str, more: dict[str, Any], description: str = "") -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": {"type": "string", **more},
    }


def _many(name: str, more: dict[str, Any], description: str = "") -> dict[str, Any]:
    schema = {"type": "array", "items": {"type": "string", **more}}
    described = {**_one(name, {}, description or "Several values mean any of them.")}
    return {**described, "schema": schema, "style": "form", "explode": True}
