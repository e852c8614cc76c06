"""Which filters a study fails, as one number, so that one pass over the studies counts for all.

Every filter that is set has a bit; a study's number has the bits of the filters that it fails.
A count that leaves out one filter then asks only that the other bits are clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trials.search.conditions import Conditions

ANYWHERE = "TRUE"
OWN_STATUS = "own_status"


def column_of(form: str) -> str:
    """The column of ``place`` that says whether a study passes without this filter."""
    return f"here_without_{form}" if form else "here"


class Passing:
    """The bits of one search. Place is one condition in several forms: see Statement._place."""

    def __init__(self, found: Conditions) -> None:
        self._of_study = dict(found.of_study)
        self.of_study = tuple(self._of_study)
        self.of_place = tuple(
            name
            for name, sql in (("country", found.country), ("near", found.near))
            if sql != ANYWHERE
        )
        self.forms = tuple(self._forms()) if self.of_place else ()
        self._of_sites = {f"here:{form}": f"p.{column_of(form)}" for form in self.forms}
        names = (*self._of_study, *self._of_sites)
        self._bits = {name: 1 << number for number, name in enumerate(names)}

    def _forms(self) -> Iterator[str]:
        """The filters that a count of this search leaves out, as far as place is concerned."""
        yield from ("", OWN_STATUS)
        if "status" in self.of_study:
            yield "status"
        if len(self.of_place) == 2:
            yield from ("country", "near")

    @property
    def filters(self) -> tuple[str, ...]:
        """Names of the filters that somebody set, as relaxations can drop them."""
        return self.of_study + self.of_place

    @property
    def number(self) -> str:
        """SQL of a study's number by itself; 0 where it passes all that looks at no site."""
        return self._number(self._of_study)

    @property
    def place_number(self) -> str:
        """SQL of what the sites add to the number."""
        return self._number(self._of_sites)

    def _number(self, failing: Mapping[str, str]) -> str:
        bits = (f"CASE WHEN {sql} THEN 0 ELSE {self._bits[n]} END" for n, sql in failing.items())
        return " + ".join(bits) or "0"

    def asked(self, dropped: str = "") -> int:
        """The bits that must be clear for a study to pass every filter but the dropped one.

        "own_status": every filter, as if the study's own status had been chosen.
        """
        off = "status" if dropped == OWN_STATUS else dropped
        of_study = sum(self._bits[name] for name in self.of_study if name != off)
        if not set(self.of_place) - {dropped}:
            return of_study
        here = self._bits.get(f"here:{dropped}", self._bits["here:"])
        return of_study | here

    def passes(self, dropped: str = "") -> str:
        """The same as SQL over a table ``m`` with the studies' numbers in ``failed``.

        "< 1": of an equality the planner would guess that hardly any study passes, and then
        would look up the sites of thousands one by one.
        """
        asked = self.asked(dropped)
        return f"m.failed & {asked} < 1" if asked else ANYWHERE

    @property
    def counts_somewhere(self) -> str:
        """SQL: whether a study is in any count of the search at all."""
        drops = ("", OWN_STATUS, *self.filters)
        counts = dict.fromkeys(self.passes(name) for name in drops)
        return ANYWHERE if ANYWHERE in counts else " OR ".join(counts)
