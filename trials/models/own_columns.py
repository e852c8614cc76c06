"""Models from rows of SQL that is made once, of the models' own columns.

The ORM puts its query together anew for every page, which takes longer than running it (ADR 4).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.base import ModelState

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class OwnColumns(Generic[M]):
    """The columns of ``model`` less the fields ``but``; what is left out is read when asked for."""

    model: type[M]
    but: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, which are those of the fields too, in the model's order."""
        return tuple(field.attname for field in self._fields)

    def of(self, table: str) -> str:
        """As they stand in a SELECT from the table of this short name."""
        return ", ".join(f"{table}.{name}" for name in self.names)

    def made(self, values: Sequence[Any]) -> M:
        """A row's model, with what the ORM's has; the driver leaves JSON as text."""
        row, state = dict(zip(self.names, values, strict=True)), ModelState()
        for name in self._json:
            row[name] = None if row[name] is None else json.loads(row[name])
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        return bare(self.model, _state=state, **row)

    @cached_property
    def _fields(self) -> Iterable[models.Field[Any, Any]]:
        return [one for one in self.model._meta.concrete_fields if one.name not in self.but]

    @cached_property
    def _json(self) -> list[str]:
        return [one.attname for one in self._fields if isinstance(one, models.JSONField)]


def bare(model: type[M], **attributes: Any) -> M:
    """A model with these attributes and no others, made as pickle makes one.

    The ORM sets each field by itself, which takes four times as long and more; a page has up to
    forty models, a sync tens of thousands of sites.
    """
    made = model.__new__(model)
    made.__dict__ = attributes
    return made
