"""How many studies each value of each filter would find."""

from __future__ import annotations

from collections import Counter

import numpy as np

from trials.search.index.columns import SETS_OF, Array
from trials.search.index.passing import Passing
from trials.search.passing import OWN_STATUS


def counts(passing: Passing) -> dict[str, Counter[str]]:
    """Filter -> value -> studies; each filter without its own choice."""
    found, question = {}, passing.question
    together = passing.rows_passing()
    for name in (*SETS_OF, "is_trial"):
        rows = together
        if name == "status" and (passing.reach.asks or question.criteria.status):
            rows = passing.rows_passing(OWN_STATUS)
        elif name in passing.of_study:
            rows = passing.rows_passing(name)
        sets = passing.index.sets[name]
        found[name] = Counter(sets.counts(sets.code[rows]))
    return found | _places(passing)


def _places(passing: Passing) -> dict[str, Counter[str]]:
    """Countries and states of the studies that pass all but the country; each study once."""
    if passing.question.criteria.status or "near" in passing.reach.asks:
        return _by_site(passing)
    sets = passing.index.sets["at"]
    found: dict[str, Counter[str]] = {"country": Counter(), "state": Counter()}
    for place, number in sets.counts(sets.code[passing.rows_passing("country")]).items():
        found["country" if len(place) == 2 else "state"][place] = number
    return found


def _by_site(passing: Passing) -> dict[str, Counter[str]]:
    """Where only some sites of a study count. Within a study, sites are in the places' order."""
    reach, places = passing.reach, passing.index.places
    counts = passing.passes("country")[reach.of] & reach.near & reach.has_status
    of = reach.of[counts]
    place = reach.place[counts]
    countries = {country: None for country, _state in places}
    number_of = {country: number for number, country in enumerate(countries)}
    country = np.array([number_of[country] for country, _state in places], np.int64)[place]
    states = [f"{country}-{state}" if country and state else "" for country, state in places]
    return {
        "country": _studies(of, country, list(countries)),
        "state": _studies(of, place, states),
    }


def _studies(of: Array, value: Array, names: list[str]) -> Counter[str]:
    """Name of a value -> of how many studies it is; a study's values stand in their order."""
    is_next = np.diff(value.astype(np.int64), prepend=-1) != 0
    changes = (np.diff(of, prepend=-1) != 0) | is_next
    numbers = np.bincount(value[changes], minlength=len(names))
    return Counter({names[i]: int(numbers[i]) for i in np.flatnonzero(numbers) if names[i]})
