"""Every study of a search, a few at a time, for whoever hands all of them over."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from trials.places import PlaceFound
from trials.search.conditions import conditions
from trials.search.criteria import Criteria
from trials.search.statement import Statement


def every_id(
    criteria: Criteria, *, place: PlaceFound | None = None, batch: int = 100
) -> Iterator[list[int]]:
    """Keys of the studies on all pages, in the search's order, in lists of at most ``batch``.

    A cursor of the server holds the rest, so memory stays flat however many there are.
    """
    statement = Statement(criteria, conditions(criteria, place), page_size=1)
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement.text.ids_sql, statement.parameters)
        while rows := cursor.fetchmany(batch):
            yield [row[0] for row in rows]
