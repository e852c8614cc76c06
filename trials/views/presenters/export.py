"""Words for the page that hands lists over, and for the data dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from trials.exports.column import Column, Kind, Origin
from trials.exports.columns import COLUMNS, Rows
from trials.exports.file import Format
from trials.exports.order import Order
from trials.reading.codebook import Condition, Role
from trials.search.words import (
    CELL,
    DONOR,
    KIND,
    NO_PHASE,
    PHASE,
    RECRUITING_LAST_KNOWN,
    ROUTE,
    STATUS,
    STEM_CELLS,
    TISSUE,
    Words,
    word,
)
from trials.views.presenters.addresses import search_address, study_address
from trials.views.presenters.frame import Head, Link
from trials.views.presenters.results.cards import Fact
from trials.views.presenters.results.filters import Group, Option
from trials.views.presenters.results.notices import Notice, ignored_notice


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """One format: its button, what it is good for, and where it is.

    ``link`` leads from page to file; ``address`` is the same, whole, for a spreadsheet.
    """

    button: str
    text: str
    path: str
    link: str
    address: str


@dataclass(frozen=True, slots=True)
class ExportPage:
    """Everything that the template places; ``kept``: the search that the form hands on."""

    head: Head
    what: str
    notices: tuple[Notice, ...]
    kept: tuple[tuple[str, str], ...]
    tables: tuple[FormatChoice, ...]
    others: tuple[FormatChoice, ...]
    rows: Group
    columns: tuple[Group, ...]
    back: Link
    dictionary: Link


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of the dictionary."""

    heading: str
    name: str
    description: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class ColumnTable:
    title: str
    lines: tuple[ColumnLine, ...]


@dataclass(frozen=True, slots=True)
class CodeTable:
    title: str
    codes: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ColumnsPage:
    """Everything that the template places."""

    head: Head
    tables: tuple[ColumnTable, ...]
    codes: tuple[CodeTable, ...]


def export_page(order: Order) -> ExportPage:
    """The page for one search or list."""
    query = order.query_string()
    canonical = reverse("export") + (f"?{query}" if query else "")
    what = order.in_words()
    return ExportPage(
        head=Head(_("Export this list"), what, canonical),
        what=what,
        notices=tuple(ignored_notice(order.ignored)),
        kept=tuple(pair for pair in order.pairs() if pair[0] not in ("rows", "columns")),
        tables=tuple(_format(order, form) for form in Format if form.has_columns),
        others=tuple(_format(order, form) for form in Format if not form.has_columns),
        rows=_rows(order),
        columns=tuple(_columns(order, origin) for origin in Origin),
        back=_back(order),
        dictionary=Link(_("What each column means"), reverse("export_columns")),
    )


def _back(order: Order) -> Link:
    """Where the list came from, as far as the address tells."""
    if len(order.ids) == 1:
        return Link(_("Back to the study"), study_address(order.ids[0]))
    if order.is_list:
        return Link(_("My list"), reverse("saved"))
    return Link(_("Back to the list"), search_address(order.asked.criteria.with_(page=1)))


def _format(order: Order, form: Format) -> FormatChoice:
    words = {
        Format.CSV: (_("CSV"), _("For any spreadsheet.")),
        Format.XLSX: (_("Excel"), _("With a second sheet that says what the list is.")),
        Format.JSON: (_("JSON"), _("For programs. Every text is whole.")),
        Format.RIS: (_("RIS"), _("For lists of papers, in Zotero or EndNote.")),
        Format.BIBTEX: (_("BibTeX"), _("For LaTeX.")),
        Format.FHIR: (_("FHIR R4"), _("For the records of a clinic: one part for each study.")),
    }
    name, text = words[form]
    path = reverse("export_file", kwargs={"form": str(form)})
    query = order.query_string()
    link = path + (f"?{query}" if query else "")
    button = _("Get %(format)s file") % {"format": name}
    return FormatChoice(button, text, path, link, settings.SITE_URL + link)


def _rows(order: Order) -> Group:
    options = (
        Option(str(Rows.STUDY), _("One row for each study"), order.rows is Rows.STUDY),
        Option(str(Rows.SITE), _("One row for each site of a study"), order.rows is Rows.SITE),
    )
    return Group("rows", _("Rows"), "radio", options, is_open=True)


def _columns(order: Order, origin: Origin) -> Group:
    named = set(order.table.named)
    options = tuple(
        Option(one.name, str(one.heading), one.name in named if named else one.is_usual)
        for one in COLUMNS
        if one.origin is origin
    )
    return Group("columns", origin_in_words(origin), "checkbox", options, is_open=False)


def origin_in_words(origin: Origin) -> str:
    """Whose columns these are."""
    return {
        Origin.REGISTRY: _("Columns of the registry"),
        Origin.READING: _("Columns of our reading"),
        Origin.SITE: _("Columns that this site adds"),
    }[origin]


def columns_page() -> ColumnsPage:
    """The data dictionary, from the list that makes the files."""
    title = _("What each column means")
    description = _("Every column of our files: where it comes from and what it holds.")
    return ColumnsPage(
        head=Head(title, description, reverse("export_columns")),
        tables=tuple(ColumnTable(origin_in_words(one), tuple(_lines(one))) for one in Origin),
        codes=tuple(_codes()),
    )


def _lines(origin: Origin) -> Iterator[ColumnLine]:
    for one in COLUMNS:
        if one.origin is origin:
            kind = _("%(kind)s, on rows for sites") if one.of_site else "%(kind)s"
            yield ColumnLine(
                str(one.heading),
                one.name,
                str(one.description),
                kind % {"kind": _kind(one)},
                one.source,
            )


def _kind(column: Column) -> str:
    return {
        Kind.TEXT: _("text"),
        Kind.LIST: _("list"),
        Kind.NUMBER: _("number"),
        Kind.YES_NO: _("yes or no"),
        Kind.DATE: _("date"),
        Kind.LINK: _("link"),
    }[column.kind]


def _codes() -> Iterator[CodeTable]:
    """The words of the registry and of the codebook; the filters' own words are not in files."""
    yield _code_table(_("Status (the registry's words)"), STATUS, without=RECRUITING_LAST_KNOWN)
    yield _code_table(_("Phase (the registry's words)"), PHASE, without=NO_PHASE)
    yield _code_table(_("Illness"), _illnesses())
    yield _code_table(_("Role of cells"), _roles())
    yield _code_table(_("Kind of cell"), CELL)
    yield _code_table(_("Tissue"), TISSUE)
    yield _code_table(_("Whose cells"), DONOR)
    yield _code_table(_("Way into the body"), ROUTE)


def _code_table(title: str, words: Words, *, without: str = "") -> CodeTable:
    codes = tuple(Fact(code, word(words, code)) for code in words if code != without)
    return CodeTable(title, codes)


def _illnesses() -> Words:
    return {
        Condition.ALS: _("ALS"),
        Condition.ALS_AMONG_OTHERS: _("ALS and other illnesses"),
        Condition.MND_OTHER: _("Another motor neuron disease only"),
        Condition.NOT_ALS: _("Another illness"),
    }


def _roles() -> Words:
    ours = {Role.STEM_CELLS_GIVEN: word(KIND, STEM_CELLS), Role.NO_CELLS: _("No cells")}
    return {role: ours.get(role) or word(KIND, role) for role in Role}
