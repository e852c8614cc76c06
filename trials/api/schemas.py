"""The shapes of the answers; a study's fields are made from the one list of columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import Field, create_model

from trials.exports.column import Column, Kind
from trials.exports.columns import OF_STUDY
from trials.exports.site_columns import SITE

TYPES: dict[Kind, Any] = {
    Kind.TEXT: str | None,
    Kind.LIST: list[str],
    Kind.NUMBER: int | float | None,
    Kind.YES_NO: bool | None,
    Kind.DATE: str | None,
    Kind.LINK: str | None,
}


def _of_columns(name: str, columns: Iterable[Column]) -> type[Schema]:
    fields: dict[str, Any] = {
        one.name: (
            TYPES[one.kind],
            Field(title=str(one.heading), description=f"{one.description} ({one.source})"),
        )
        for one in columns
    }
    return create_model(name, __base__=Schema, **fields)


class Meta(Schema):
    """``data_as_of`` is the registry's own time stamp; null: only starter facts are here."""

    edition: int
    data_as_of: datetime | None
    reading_version: str
    source: str
    terms: str


class NotUsed(Schema):
    """A parameter's value that was not used."""

    parameter: str
    value: str
    reason: str


class Links(Schema):
    """Whole addresses; null where there is no such page."""

    self: str
    first: str | None = None
    prev: str | None = None
    next: str | None = None
    last: str | None = None


Study = _of_columns("Study", OF_STUDY)
Site = _of_columns("Site", SITE)


class Evidence(Schema):
    """Words of the record (at most 160 characters), where they stand, and the rule."""

    field: str
    quote: str
    rule: str


class ReadAnswer(Schema):
    """Our answer to one question. ``value`` null: we could not tell. ``by``: rules or curator."""

    question: str
    value: str | list[str] | None
    by: str
    evidence: list[Evidence]


class Demand(Schema):
    """One demand of the criteria, with its meaning for a person who can join."""

    kind: str
    operator: str
    value: str
    value_high: str
    unit: str
    anchor: str
    group: str
    quote: str
    field: str


class Whole(Schema):
    """One study with all that we read in it. ``study`` has the columns of the exports."""

    meta: Meta
    study: Study  # type: ignore[valid-type]
    sites: list[Site]  # type: ignore[valid-type]
    readings: list[ReadAnswer]
    demands: list[Demand]


class StudyList(Schema):
    """One page of a search; ``what`` is the search in words."""

    meta: Meta
    what: str
    total: int
    page: int
    pages: int
    not_used: list[NotUsed]
    links: Links
    studies: list[Study]  # type: ignore[valid-type]


class FacetValue(Schema):
    """``count``: studies that choosing this value alone, beside the other filters, would give."""

    value: str
    count: int
    is_chosen: bool


class Facet(Schema):
    name: str
    values: list[FacetValue]


class Facets(Schema):
    meta: Meta
    what: str
    total: int
    not_used: list[NotUsed]
    facets: list[Facet]


class Place(Schema):
    """``slug`` is the value for ``near``; degrees are WGS 84."""

    slug: str
    label: str
    latitude: float
    longitude: float
    country_code: str


class Region(Schema):
    """A country or a state of one: values for ``country`` and ``state``."""

    label: str
    country: str
    state: str | None


class Places(Schema):
    """``kind``: found, choices, region, not_found, unknown_zip, empty or not_loaded."""

    kind: str
    place: Place | None
    choices: list[Place]
    regions: list[Region]
    near_misses: list[Place]


class Change(Schema):
    """One field of one study, before and after; null for nothing. ``seen_at``: when we saw it."""

    id: int
    nct_id: str
    field: str
    before: Any
    after: Any
    seen_at: datetime


class Changes(Schema):
    meta: Meta
    links: Links
    changes: list[Change]


class Version(Schema):
    """``published_at``: when this site last published data of the registry."""

    api: str
    edition: int
    data_as_of: datetime | None
    published_at: datetime | None
    reading_version: str
