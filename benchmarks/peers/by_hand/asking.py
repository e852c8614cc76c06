"""What an address asks, as a mapping of lists; and the words of a search as a tsquery."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from trials.search.text_query import tsquery

Asked = dict[str, Any]
SEVERAL = ("kind", "status", "phase", "cell", "tissue", "donor", "route", "country", "state")
KM = {"mi": 1.609344, "km": 1.0}


def asked(query: str) -> Asked:
    """The choices of an address that is right; wrong ones are the site's business alone."""
    given = parse_qs(query)
    found: Asked = {name: sorted(given.get(name, [])) for name in SEVERAL}
    for name in ("q", "near", "within", "unit", "results", "since", "sort"):
        found[name] = given.get(name, [""])[0]
    found["page"] = int(given.get("page", ["1"])[0])
    return found


def parameters(asked: Asked, place: Mapping[str, Any] | None) -> tuple[str, dict[str, Any]]:
    """The tsquery's SQL and all parameters of the statements."""
    words_sql, words = tsquery(asked["q"])
    values: dict[str, Any] = {f"w{number}": word for number, word in enumerate(words)}
    for name in values:
        words_sql = words_sql.replace("%s", f"%({name})s", 1)
    values |= {name: asked[name] for name in SEVERAL}
    values["whole"] = _whole_countries(asked["country"], asked["state"])
    values["start"] = 20 * (asked["page"] - 1)
    if asked["since"]:
        values["since"] = date.fromisoformat(asked["since"])
    if place:
        values |= {"lat": place["latitude"], "lon": place["longitude"]}
    if asked["within"]:
        values["km"] = int(asked["within"]) * KM[asked["unit"] or "mi"]
    return words_sql, values


def _whole_countries(countries: Sequence[str], states: Sequence[str]) -> list[str]:
    narrowed = {state[:2] for state in states}
    return [code for code in countries if code not in narrowed]
