"""A CSV file that the database writes is, byte for byte, the one made row by row."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.integration.catalogue import NOW, publish
from tests.records import Json, all_examples, study
from tests.records.parts import location, sponsor
from tests.records.shared import shared_records
from trials.exports.cells import LONGEST
from trials.exports.columns import COLUMNS
from trials.exports.csv_file import csv_bytes, csv_of
from trials.exports.order import Order, read_order
from trials.exports.selection import rows_of
from trials.models import Reading, Site, Study
from trials.sync.starter import load_starter_studies

STORED = tuple(column.name for column in COLUMNS if column.stored)
EVERYTHING = {"kind": ["unclear", "stem_cells", "other_cells"], "columns": list(STORED)}
NASTY = (
    *("=1+1", "+1", "-1", "-12.5", "@A1", "'=1", '"=1"', '""', '"', ",", '","', 'a","=1', '\n"=1'),
    *("\t=1", "a\tb", "\u200b=1", "\ufeff-1", "\u00a0+1", "\u200d@x", "\uff1d1+1", "\ufe63 1"),
    *("one\n=1\n two", "one\r\n+2", "one\r-1", "a\u2028=1", "a\x85@1", "\\.", "\\N", "NULL"),
    *("Élan", "¿qué?", "Ω≈ç√", "\U0001d6fc cells", "\u061cx", "x\u202ey", " ", "  lead", "trail  "),
    *("'", "''", "%s %(x)s %%", "{}", "\x01\x02", "x\x7f", "x" * LONGEST, "=" * (LONGEST + 1)),
    *("\U0001f600" * (LONGEST // 2), "\U0001f600" * (LONGEST // 2 + 1), '"' * 200_000, "", "(x)"),
)


def ordered(rows: str, columns: Sequence[str] = STORED) -> Order:
    return read_order({**EVERYTHING, "rows": [rows], "columns": list(columns)})


def assert_same(order: Order) -> int:
    """The number of lines, those within cells included."""
    by_database = b"".join(csv_of(order))
    assert by_database == b"".join(csv_bytes(rows_of(order), order.columns))
    return by_database.count(b"\r\n")


def fill(texts: Sequence[str]) -> None:
    """One study for each text, which stands wherever its study, reading and site have text."""
    publish(*(study(nct_id=f"NCT9200{n:04}") for n in range(len(texts))))
    for n, text in enumerate(texts):
        one = Study.objects.get(nct_id=f"NCT9200{n:04}")
        words = {"overall_status": text[:40], "last_known_status": text[:40], "phases": [text[:40]]}
        Study.objects.filter(pk=one.pk).update(
            brief_title=text, official_title=text * 2, acronym=text, lead_sponsor=text, **words
        )
        codes = {"cell_type": [text[:40], "b"], "tissue": ["a", text[:40]], "route": [text[:40]]}
        Reading.objects.filter(study=one).update(donor=text[:40] or None, **codes)
        Site.objects.filter(study=one).update(
            facility=text, status=text[:40], city=text, state=text, zip=text, country=text
        )


@pytest.mark.django_db
@pytest.mark.parametrize("rows", ["study", "site"])
class TestSameFile:
    def test_of_the_examples(self, rows: str) -> None:
        publish(*all_examples())
        assert assert_same(ordered(rows)) > 10

    def test_of_starter_studies(self, rows: str) -> None:
        load_starter_studies(now=NOW)
        assert assert_same(ordered(rows)) > 10

    @pytest.mark.shared_records
    def test_of_real_records(self, rows: str) -> None:
        records: list[Json] = list(shared_records())
        publish(*records)
        assert assert_same(ordered(rows)) > 10

    def test_of_hostile_cells(self, rows: str) -> None:
        fill([text.replace("\x00", "") for text in NASTY])
        assert assert_same(ordered(rows)) > len(NASTY)

    @pytest.mark.parametrize("name", STORED)
    def test_of_each_column_alone(self, rows: str, name: str) -> None:
        publish(*all_examples()[:6], study(brief_title="-1", overall_status="=A1"))
        assert_same(ordered(rows, [name]))

    def test_in_another_order(self, rows: str) -> None:
        publish(*all_examples())
        for query in ({"q": ["cells"]}, {"sort": ["updated"]}, {"id": ["NCT90000203,NCT90000001"]}):
            assert_same(read_order({**query, "rows": [rows], "columns": list(STORED)}))

    def test_of_a_delisted_study(self, rows: str) -> None:
        publish(study(nct_id="NCT90000031"))
        Study.objects.update(delisted_at=NOW, last_changed_at=NOW)
        order = read_order({"id": ["NCT90000031"], "rows": [rows], "columns": list(STORED)})
        assert assert_same(order) > 1

    def test_of_nothing(self, rows: str) -> None:
        assert assert_same(ordered(rows)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "degrees", [0.0, -0.0, 35.0, -35.5, 1e-05, -0.0001, 12.345678901234567, 90.0]
)
def test_degrees_are_written_alike(degrees: float) -> None:
    place = location("Clinic", "Lima", "Peru", point=(degrees, degrees))
    publish(study(locations=[place], also={}), study(nct_id="NCT90000002", locations=[]))
    Site.objects.update(latitude=degrees, longitude=-degrees)
    assert assert_same(ordered("site")) == 3


class TestAnyText(TestCase):
    """Each example in a transaction of its own."""

    @given(st.lists(st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=50)))
    def test_of_any_text(self, texts: list[str]) -> None:
        fill(texts[:5])
        assert_same(ordered("site"))


@pytest.mark.django_db
def test_a_column_that_is_not_stored_is_made_row_by_row() -> None:
    publish(study(also={"protocolSection.sponsorCollaboratorsModule.leadSponsor": sponsor("=1")}))
    order = ordered("study", [*STORED, "conditions"])
    assert b"".join(csv_of(order)) == b"".join(csv_bytes(rows_of(order), order.columns))
