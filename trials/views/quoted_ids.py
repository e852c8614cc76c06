"""Ids of studies within what people paste: a number, a sentence, a clinic's whole page.

Nothing is filled up or guessed here: seven digits of a clinic's number may be another study's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 2000
DIGITS = 8
_MENTION = re.compile(r"(?<![a-z0-9])nct[\s_:#.-]*([0-9oil]+(?:[ -][0-9]+)*)", re.IGNORECASE)
_BARE = re.compile(r"\s*([0-9]{8})\s*")
_SEVERAL = re.compile(r"[ -]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """``ids``: whole ids, each once, in order; ``broken``: what looks like an id and is none."""

    ids: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


def quoted_ids(text: str) -> Quoted:
    """The ids in a text; only its first ``LONGEST`` characters are looked at."""
    plain = unicodedata.normalize("NFKC", text)[:LONGEST]
    if bare := _BARE.fullmatch(plain):
        return Quoted((f"NCT{bare[1]}",))
    mentions = [(found[0].strip(), _digits(found[1])) for found in _MENTION.finditer(plain)]
    return Quoted(
        ids=tuple(dict.fromkeys(f"NCT{digits}" for _typed, digits in mentions if digits)),
        broken=tuple(dict.fromkeys(typed for typed, digits in mentions if not digits)),
    )


def _digits(written: str) -> str:
    """The eight digits; "" where there are more, or fewer, or letters among them."""
    first, *_rest = _SEVERAL.split(written)
    whole = first if len(first) >= DIGITS else _SEVERAL.sub("", written)
    return whole if len(whole) == DIGITS and whole.isdecimal() else ""
