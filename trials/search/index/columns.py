"""The index's columns: one NumPy array a file, read where they lie, shared by all processes.

A row is one study that searches look at. Rows are in the order that every search ends with: the
latest update first, then the NCT id.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = Any  # NumPy's: its own types say Any of whatever an index takes out
SETS_OF = ("kind", "status", "donor", "results", "phase", "cell", "tissue", "route")
"""The filters whose values each study has; the names are those of Criteria."""
NO_DATE = -(2**31)  # days of `updated` where the registry has no date


@dataclass(frozen=True, slots=True)
class Sets:
    """One filter: ``code[row]`` says which set of values a study has; few sets occur.

    ``value`` and ``owner`` list the sets: ``names[value[i]]`` is in the set ``owner[i]``.
    """

    code: Array
    value: Array
    owner: Array
    number: int
    names: tuple[str, ...]

    def having(self, chosen: Collection[str]) -> Array:
        """For each set, whether any of the chosen is in it."""
        wanted = np.array([name in chosen for name in self.names], dtype=bool)
        found: Array = np.zeros(self.number, dtype=bool)
        found[self.owner[wanted[self.value]]] = True
        return found

    def counts(self, codes: Array) -> dict[str, int]:
        """Value -> how many of the studies with these codes have it."""
        studies = np.bincount(codes, minlength=self.number)
        values = np.bincount(self.value, studies[self.owner], minlength=len(self.names))
        return {self.names[i]: int(values[i]) for i in np.flatnonzero(values)}


@dataclass(frozen=True, slots=True)
class Studies:
    """``id``: the key in PostgreSQL; ``updated``: days since 1970, see NO_DATE."""

    id: Array
    updated: Array


@dataclass(frozen=True, slots=True)
class Sites:
    """All sites, those of the first row first, within a row by country and state.

    ``first[row]`` to ``first[row + 1]``: a row's sites. ``status``, ``place`` and ``point`` number
    what the lists of the index name. ``is_own``: it has no status, or its study's.
    """

    first: Array
    status: Array
    is_own: Array
    place: Array
    point: Array


@dataclass(frozen=True, slots=True)
class Points:
    """The places of sites, each once, in degrees; NaN for the one that stands for none."""

    latitude: Array
    longitude: Array


@dataclass(frozen=True, slots=True)
class Words:
    """PostgreSQL's own lexemes, in the order of their bytes.

    Lexeme ``i`` is ``letters[spelt[i]:spelt[i + 1]]``. It is in the studies
    ``row[first[i]:first[i + 1]]``, in each of them ``times`` times; its positions there follow one
    another from ``position[placed[i]]``, each with its weight in the two highest bits.
    """

    letters: Array
    spelt: Array
    first: Array
    row: Array
    times: Array
    placed: Array
    position: Array


@dataclass(frozen=True, slots=True)
class Index:
    """Everything of one edition. ``sets`` by filter, with ``is_trial`` and ``at`` (site_places).

    ``places``: (country, state) by number; ``site_statuses`` likewise. ``ranks_agree``: whether
    ts_rank is worked out here as PostgreSQL works it out.
    """

    edition: str
    studies: Studies
    sets: Mapping[str, Sets]
    sites: Sites
    points: Points
    words: Words
    places: tuple[tuple[str, str], ...]
    site_statuses: tuple[str, ...]
    ranks_agree: bool


def ranges(starts: Array, lengths: Array) -> Array:
    """All numbers of several ranges, one range after the other."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - (ends - lengths), lengths)
