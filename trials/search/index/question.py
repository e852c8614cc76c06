"""What the index is asked: one search, with what PostgreSQL made of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians

import numpy as np

from trials.places import PlaceFound
from trials.search.conditions import DEFAULT_KIND, EARTH_KM
from trials.search.criteria import Criteria
from trials.search.index.columns import SETS_OF, Array, Points


@dataclass(frozen=True, slots=True)
class Question:
    """``lexemes``: a tsquery's text; None where no words were asked for."""

    criteria: Criteria
    place: PlaceFound | None
    lexemes: str | None

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values chosen of one of SETS_OF; of the kind always some."""
        values = getattr(self.criteria, name)
        if name == "kind":
            return values or DEFAULT_KIND
        return (values,) if isinstance(values, str) and values else tuple(values)

    @property
    def of_study(self) -> tuple[str, ...]:
        """The filters among SETS_OF that narrow this search."""
        return tuple(name for name in SETS_OF if self.chosen(name))

    @property
    def of_place(self) -> tuple[str, ...]:
        """The filters that look at sites; a state belongs to its country."""
        return tuple(self._of_place())

    def _of_place(self) -> Iterator[str]:
        if self.criteria.country or self.criteria.state:
            yield "country"
        if self.place:
            yield "near"

    def kilometres(self, points: Points) -> Array:
        """How far each point is from the place, by the formula of conditions.py; NaN for none."""
        if self.place is None:
            return np.full(len(points.latitude), np.nan)
        latitude, longitude = self.place.latitude, self.place.longitude
        across = np.sin(np.radians(points.latitude - latitude) / 2) ** 2
        along = np.sin(np.radians(points.longitude - longitude) / 2) ** 2
        chord = across + cos(radians(latitude)) * np.cos(np.radians(points.latitude)) * along
        return 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1, chord)))
