"""What somebody wants handed over: which studies, which columns, one row a study or a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.exports.column import Column
from trials.exports.columns import Rows, choose
from trials.exports.held import held_ids
from trials.records import NCT_ID
from trials.search.asked import Asked, ask
from trials.search.find import tally
from trials.search.parsing import Ignored, Parameters
from trials.search.sentence import sentence

MOST_IDS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What stands in a row. ``named``: columns that the address names, () for the usual ones."""

    columns: tuple[Column, ...]
    named: tuple[str, ...]
    rows: Rows
    ignored: tuple[Ignored, ...]

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters of the address, in one fixed order."""
        rows = [("rows", str(self.rows))] if self.rows is not Rows.STUDY else []
        return [*rows, *(("columns", name) for name in self.named)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """``is_list``: studies were chosen one by one (``ids``, in this order); nothing else counts."""

    asked: Asked
    is_list: bool
    ids: tuple[str, ...]
    table: Table
    ignored: tuple[Ignored, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns

    @property
    def rows(self) -> Rows:
        return self.table.rows

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters of the address, in one fixed order; equal orders have one address."""
        chosen = self.asked.criteria.with_(page=1).pairs()
        if self.is_list:  # a list of nothing must not become the list of everything
            chosen = [("id", one) for one in self.ids or ("none",)]
        return [*chosen, *self.table.pairs()]

    def query_string(self) -> str:
        return urlencode(self.pairs())

    def in_words(self) -> str:
        """'7 recruiting trials of mesenchymal cells'; how many were chosen, for a list."""
        if self.is_list:
            return ngettext("%(count)s chosen study", "%(count)s chosen studies", len(self.ids)) % {
                "count": len(self.ids)
            }
        criteria, place = self.asked.criteria, self.asked.place
        found = tally(criteria, place=place)
        return sentence(criteria, found.total, place, trials=found.trials)


def read_order(parameters: Parameters) -> Order:
    """The order that an address's parameters give; what can't be used is ignored, and named."""
    table = read_table(parameters)
    ids, bad_ids = _ids(parameters)
    asked = ask(parameters)
    return Order(
        asked=asked,
        is_list=bool(ids or bad_ids),
        ids=ids,
        table=table,
        ignored=(*asked.ignored, *table.ignored, *bad_ids),
    )


def read_table(parameters: Parameters) -> Table:
    """The columns and rows that an address's parameters give. Asks nobody."""
    rows, bad_rows = _rows(parameters)
    chosen = choose(_listed(parameters, "columns"), rows)
    unknown = [Ignored("columns", name[:80], _("is not a column")) for name in chosen.unknown]
    usual = choose((), rows).columns
    return Table(
        columns=chosen.columns,
        named=() if chosen.columns == usual else tuple(one.name for one in chosen.columns),
        rows=rows,
        ignored=(*unknown, *bad_rows),
    )


def _rows(parameters: Parameters) -> tuple[Rows, list[Ignored]]:
    text = next(iter(parameters.get("rows", ())), "")
    if text in ("", *Rows):
        return Rows(text or Rows.STUDY), []
    return Rows.STUDY, [Ignored("rows", text[:80], _("is not one of the choices"))]


def _ids(parameters: Parameters) -> tuple[tuple[str, ...], list[Ignored]]:
    typed = [text.upper() for text in _listed(parameters, "id")]
    good = tuple(dict.fromkeys(text for text in typed if NCT_ID.fullmatch(text)))
    bad = [
        Ignored("id", text[:80], _("is not the number of a study"))
        for text in typed
        if not NCT_ID.fullmatch(text)
    ]
    bad += [Ignored("id", text, _("is one too many")) for text in good[MOST_IDS:]]
    held = held_ids(good[:MOST_IDS])
    bad += [Ignored("id", text, _("is not here")) for text in good[:MOST_IDS] if text not in held]
    return tuple(text for text in good[:MOST_IDS] if text in held), bad


def _listed(parameters: Parameters, name: str) -> Sequence[str]:
    """The values of a parameter that may come several times, or joined by commas."""

    def every() -> Iterator[str]:
        for value in parameters.get(name, ()):
            yield from (part.strip() for part in value.split(",") if part.strip())

    return list(every())
