"""The words of the page, ready as plain strings."""

from __future__ import annotations

from datetime import date
from functools import cache

from trials.records.countries import country_name
from trials.search import words

MONTHS = """January February March April May June July August September October November
December""".split()  # noqa: SIM905
WORDS = {
    "status": {key: str(text) for key, text in words.STATUS.items()},
    "phase": {key: str(text) for key, text in words.PHASE.items()},
    "cell": {key: str(text) for key, text in words.CELL.items()},
    "tissue": {key: str(text) for key, text in words.TISSUE.items()},
    "donor": {key: str(text) for key, text in words.DONOR.items()},
    "route": {key: str(text) for key, text in words.ROUTE.items()},
    "kind": {key: str(text) for key, text in words.KIND.items()},
    "results": {key: str(text) for key, text in words.RESULTS.items()},
}
ORDER = {name: {key: place for place, key in enumerate(known)} for name, known in WORDS.items()}
country = cache(country_name)


def day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def joined(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else "".join(texts)


def lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def several(name: str, keys: list[str]) -> str:
    texts = [WORDS[name].get(key, key) for key in keys]
    return joined([*texts[:1], *map(lowered, texts[1:])])
