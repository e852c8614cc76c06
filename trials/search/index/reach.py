"""Which studies have a site where, and with the status, that was asked for."""

from __future__ import annotations

import numpy as np

from trials.search.index.columns import Array, Index, ranges
from trials.search.index.question import Question
from trials.search.passing import OWN_STATUS


class Reach:
    """The sites of some rows: those whose numbers are ``looked_at``.

    ``of``: which of the rows each of these sites belongs to; ``place`` and the others: of the
    same sites. ``distance``: of each row, km to the nearest site that fits everything, NaN without
    one; None where no place was asked for.
    """

    def __init__(self, index: Index, question: Question, rows: Array, looked_at: Array) -> None:
        self._index, self._question, self._rows = index, question, rows
        self.asks = question.of_place
        self.distance: Array | None = None
        self._forms: dict[str, Array] = {}
        if self.asks or question.criteria.status:
            self._look_at_sites(looked_at)
        if self.asks:
            self._forms = {"": self._any_site(self.in_country & self.near & self.has_status)}
        if "near" in self.asks:
            self.distance = self._nearest()

    def _look_at_sites(self, looked_at: Array) -> None:
        sites, rows = self._index.sites, self._rows[looked_at]
        lengths = sites.first[rows + 1] - sites.first[rows]
        is_all = len(rows) == len(sites.first) - 1
        some = slice(None) if is_all else ranges(sites.first[rows], lengths)
        self.of: Array = np.repeat(looked_at, lengths)
        self.place = sites.place[some]
        self.has_status = self._statuses()[sites.status[some]]
        self.is_own = sites.is_own[some]
        self.in_country = self._countries()[self.place]
        self.near, self._km = self._near(sites.point[some])

    def _statuses(self) -> Array:
        chosen = self._question.criteria.status
        return np.array([not chosen or s in ("", *chosen) for s in self._index.site_statuses], bool)

    def _countries(self) -> Array:
        """A state narrows its own country; the other countries chosen stay whole."""
        criteria = self._question.criteria
        if "country" not in self.asks:
            return np.ones(len(self._index.places), dtype=bool)
        with_states = {state.split("-")[0] for state in criteria.state}
        whole = set(criteria.country) - with_states
        return np.array(
            [c in whole or f"{c}-{s}" in criteria.state for c, s in self._index.places], bool
        )

    def _near(self, point: Array) -> tuple[Array, Array | None]:
        if "near" not in self.asks:
            return np.ones(len(point), dtype=bool), None
        km = self._question.kilometres(self._index.points)
        farthest = self._question.criteria.distance_km
        is_near = ~np.isnan(km) if farthest is None else km <= farthest
        return is_near[point], km[point]

    def here(self, dropped: str = "") -> Array | None:
        """Whether each row has a site that fits without this filter; None: no place is asked."""
        if not set(self.asks) - {dropped}:
            return None
        if dropped not in ("status", "country", "near", OWN_STATUS):
            return self._forms[""]
        if dropped not in self._forms:
            self._forms[dropped] = self._any_site(self._fits(dropped))
        return self._forms[dropped]

    def _fits(self, dropped: str) -> Array:
        if dropped == OWN_STATUS:
            return self.in_country & self.near & self.is_own
        if dropped == "status":
            return self.in_country & self.near
        return self.has_status & (self.near if dropped == "country" else self.in_country)

    def _any_site(self, fits: Array) -> Array:
        found: Array = np.zeros(len(self._rows), dtype=bool)
        found[self.of[fits]] = True
        return found

    def _nearest(self) -> Array:
        fits = np.flatnonzero(self.in_country & self.near & self.has_status)
        of, km = self.of[fits], self._km[fits]  # type: ignore[index]
        found = np.full(len(self._rows), np.nan)
        if len(fits):
            begins = np.flatnonzero(np.diff(of, prepend=-1))
            found[of[begins]] = np.minimum.reduceat(km, begins)
        return found
