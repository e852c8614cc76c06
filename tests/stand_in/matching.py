"""Which studies an expression keeps.

Ranges, and everything in `filter.advanced`, are judged. Words of `query.*` are not, unless asked:
the registry's own matching (synonyms, MeSH ancestors) can't be played, and what belongs is judged
locally anyway. So a word's verdict is None, 'can't say', and only a plain False leaves a study out.
"""

import re
from dataclasses import dataclass, replace

from tests.stand_in.expression import And, Area, Missing, Node, Not, Or, Range, Words
from tests.stand_in.pieces import (
    DATE_TYPES,
    NUMBER_TYPES,
    Study,
    path_of,
    texts_in,
    type_of,
    values_at,
)
from tests.stand_in.refusal import not_played

PROTOCOL = "protocolSection"
TITLES = f"{PROTOCOL}.identificationModule"
ARMS = f"{PROTOCOL}.armsInterventionsModule"
CONDITIONS = f"{PROTOCOL}.conditionsModule"
SEARCHED = {
    "query.cond": (CONDITIONS, TITLES, "derivedSection.conditionBrowseModule"),
    "query.intr": (ARMS, TITLES, f"{PROTOCOL}.descriptionModule", f"{CONDITIONS}.keywords"),
    "query.titles": (TITLES,),
    "query.id": (f"{TITLES}.nctId", f"{TITLES}.nctIdAliases", f"{TITLES}.orgStudyIdInfo"),
    "query.spons": (f"{PROTOCOL}.sponsorCollaboratorsModule",),
    "query.lead": (f"{PROTOCOL}.sponsorCollaboratorsModule.leadSponsor",),
    "query.locn": (f"{PROTOCOL}.contactsLocationsModule.locations",),
    "query.outc": (f"{PROTOCOL}.outcomesModule",),
}
EVERYWHERE = ("",)
ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")

Verdict = bool | None


@dataclass(frozen=True)
class Scope:
    """Where words are looked for, if they are judged at all, and the AREA around a RANGE."""

    paths: tuple[str, ...] = EVERYWHERE
    judges_words: bool = True
    area: str | None = None

    def within(self, area: str) -> "Scope":
        path = path_of(area)
        return replace(self, area=area, paths=EVERYWHERE if path is None else (path,))


def verdict(node: Node, study: Study, scope: Scope) -> Verdict:
    """True, False, or None for can't say (Kleene's three values)."""
    match node:
        case Words(text):
            return stands_in(study, text, scope.paths) if scope.judges_words else None
        case Not(of):
            inner = verdict(of, study, scope)
            return None if inner is None else not inner
        case And(of):
            return _all([verdict(each, study, scope) for each in of])
        case Or(of):
            return _any([verdict(each, study, scope) for each in of])
        case Area(name, of):
            return verdict(of, study, scope.within(name))
        case Range() | Missing():
            return _in_area(node, study, scope.area)


def stands_in(study: Study, words: str, paths: tuple[str, ...]) -> bool:
    """Whether the words stand, whole and in any case, in a text at or below one of the paths."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return any(
        pattern.search(text)
        for path in paths
        for value in values_at(study, path)
        for text in texts_in(value)
    )


def _all(parts: list[Verdict]) -> Verdict:
    return False if False in parts else (None if None in parts else True)


def _any(parts: list[Verdict]) -> Verdict:
    return True if True in parts else (None if None in parts else False)


def _in_area(node: Range | Missing, study: Study, area: str | None) -> bool:
    path = path_of(area or "")
    if area is None or path is None:
        raise not_played("RANGE or MISSING outside the AREA of one piece")
    values = list(values_at(study, path))
    if isinstance(node, Missing):
        return not values
    return any(_within(value, node, area) for value in values)


def _within(value: object, limits: Range, area: str) -> bool:
    kind = type_of(area)
    if kind in DATE_TYPES and _are_dates(limits):
        low = "" if limits.low == "MIN" else limits.low
        return low <= str(value) <= limits.high.replace("MAX", "").ljust(10, "9")
    if kind in NUMBER_TYPES and isinstance(value, int | float):
        return _number(limits.low) <= value <= _number(limits.high)
    raise not_played(f"RANGE[{limits.low}, {limits.high}] over {area}")


def _are_dates(limits: Range) -> bool:
    low, high = ISO_DATE.fullmatch(limits.low), ISO_DATE.fullmatch(limits.high)
    return bool((low or limits.low == "MIN") and (high or limits.high == "MAX"))


def _number(limit: str) -> float:
    try:
        return {"MIN": float("-inf"), "MAX": float("inf")}.get(limit) or float(limit)
    except ValueError:
        raise not_played(f"the number {limit!r}") from None
