"""From an order to its rows, a batch of studies at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from trials.exports.columns import Rows
from trials.exports.held import held_ids
from trials.exports.order import Order
from trials.exports.row import Batch, Row, SiteRow, StudyFacts
from trials.models import Site, Study
from trials.records import NCT_ID
from trials.search.every import every_id

BATCH = 50
UNREAD = (
    *("search_names", "search_subject", "search_summary", "search_detail", "search_vector"),
    "reading__answers",
)


def rows_of(order: Order) -> Iterator[Row]:
    """The rows, in the order of the list on the page; a study without sites has one row too."""
    for facts in studies_of(order):
        if order.rows is Rows.SITE and facts.sites:
            yield from (Row(facts, site) for site in facts.sites)
        else:
            yield Row(facts)


def studies_of(order: Order) -> Iterator[StudyFacts]:
    """The studies, each once."""
    for keys in keys_of(order, BATCH):
        yield from facts_of(keys)


def keys_of(order: Order, batch: int) -> Iterator[list[int]]:
    """The studies' keys, each once, in lists of at most ``batch``; a chosen list comes whole."""
    if order.is_list:
        yield list(dict.fromkeys(held_ids(order.ids).values()))
        return
    yield from every_id(order.asked.criteria, place=order.asked.place, batch=batch)


def facts_of(keys: Sequence[int]) -> Iterator[StudyFacts]:
    """Studies by their keys, in this order. Two queries; two more where a column needs them."""
    studies = Study.objects.select_related("reading").defer(*UNREAD).in_bulk(keys)
    sites: dict[int, list[SiteRow]] = defaultdict(list)
    for row in Site.objects.filter(study__in=keys).values_list(*SiteRow._fields):
        sites[row[0]].append(SiteRow._make(row))
    batch = Batch(list(studies.values()))
    for key in keys:
        if key in studies:
            yield StudyFacts(studies[key], sites[key], batch)


def study_facts(nct_id: str) -> StudyFacts | None:
    """One study by its id, of today or former; None where there is none."""
    held = held_ids([nct_id]) if NCT_ID.fullmatch(nct_id) else {}
    return next(facts_of(list(held.values())), None)
