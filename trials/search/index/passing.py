"""Which studies pass which filters, so that any one of them can be left out of a count."""

from __future__ import annotations

from datetime import date

import numpy as np

from trials.search.index.columns import Array, Index
from trials.search.index.holding import rows_holding
from trials.search.index.lexemes import Query, taken_apart
from trials.search.index.question import Question
from trials.search.index.reach import Reach
from trials.search.passing import OWN_STATUS

_EPOCH = date(1970, 1, 1)


class Passing:
    """``rows``: the studies that fail no more than one filter that looks at no site.

    All arrays of a search are as long as ``rows``.
    """

    def __init__(self, index: Index, question: Question) -> None:
        self.index, self.question = index, question
        self.words: Query | None = None
        self.rows = self._rows_with_words()
        self.of_study = self._of_study()
        self._drop_hopeless()
        self.reach = Reach(index, question, self.rows, self._with_sites_that_count())
        self.distance = self.reach.distance

    def _rows_with_words(self) -> Array:
        number = len(self.index.studies.id)
        if self.question.lexemes is None:
            return np.arange(number)
        self.words = taken_apart(self.question.lexemes)
        return rows_holding(self.words, self.index.words, number)

    def _of_study(self) -> dict[str, Array]:
        """Filter -> for each row, whether it passes."""
        found = {}
        for name in self.question.of_study:
            sets = self.index.sets[name]
            found[name] = sets.having(self.question.chosen(name))[sets.code[self.rows]]
        if since := self.question.criteria.since:
            found["since"] = self.index.studies.updated[self.rows] >= (since - _EPOCH).days
        return found

    def _drop_hopeless(self) -> None:
        """Without those that fail two filters: they are in no count, whichever is left out."""
        if len(self.of_study) < 2:
            return
        failed = sum((~passes).astype(np.uint8) for passes in self.of_study.values())
        kept = np.flatnonzero(failed < 2)
        self.rows = self.rows[kept]
        self.of_study = {name: passes[kept] for name, passes in self.of_study.items()}

    def _with_sites_that_count(self) -> Array:
        """Numbers of the rows whose sites decide something, or are counted."""
        if self.question.of_place:
            return np.arange(len(self.rows))
        return np.flatnonzero(self._passes_itself(""))

    def passes(self, dropped: str = "") -> Array:
        """Whether each row passes all filters but the dropped one.

        "own_status": all, as if the study's own status had been chosen.
        """
        found = self._passes_itself("status" if dropped == OWN_STATUS else dropped)
        here = self.reach.here(dropped)
        return found if here is None else found & here

    def _passes_itself(self, dropped: str) -> Array:
        found: Array = np.ones(len(self.rows), dtype=bool)
        for name, passes in self.of_study.items():
            if name != dropped:
                found &= passes
        return found

    def rows_passing(self, dropped: str = "") -> Array:
        """The same as row numbers of the index."""
        return self.rows[self.passes(dropped)]

    @property
    def filters(self) -> tuple[str, ...]:
        """Names of the filters that narrow this search."""
        return (*self.of_study, *self.question.of_place)
