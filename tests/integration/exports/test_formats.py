"""Excel, JSON, RIS, BibTeX and FHIR, read back by their own libraries."""

import json
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import bibtexparser
import openpyxl
import pytest
import rispy

from tests.integration.catalogue import NOW, publish
from tests.integration.exports.conftest import Table, resources_of
from tests.records import study
from tests.records.shared import shared_records
from trials.models import Study
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db
Get = Callable[[str], bytes]
GetTable = Callable[..., Table]

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""


@pytest.mark.usefixtures("examples")
class TestOverTheExamples:
    def test_excel_holds_the_same_cells_as_csv(self, get: Get, table: GetTable) -> None:
        book = openpyxl.load_workbook(BytesIO(get("/export/studies.xlsx?rows=site")))
        sheet = book["Studies"]
        (head, *lines) = [list(line) for line in sheet.iter_rows(values_only=True)]
        rows = table("?rows=site")
        assert head == list(rows[0])
        assert len(lines) == len(rows)
        for line, row in zip(lines, rows, strict=True):
            for value, text in zip(line, row.values(), strict=True):
                assert str(value or "").replace(".0", "") in (
                    text.replace(".0", ""),
                    text.replace("'", "").replace(".0", ""),
                    "" if text == "0" else None,
                )
        assert sheet.freeze_panes == "B2"

    def test_excel_says_what_it_is(self, get: Get) -> None:
        body = get("/export/studies.xlsx?status=RECRUITING&phase=PHASE9")
        about = openpyxl.load_workbook(BytesIO(body))["About"]
        said = {str(label): str(text) for label, text in about.iter_rows(values_only=True)}
        assert "recruiting" in said["What this is"]
        assert "as of 20 November 2026" in said["Data"]
        assert said["The same list on the site"].endswith("/trials/?status=RECRUITING")
        assert "PHASE9" in said["Not used"]

    def test_json_says_what_it_is_and_keeps_lists(self, get: Get) -> None:
        found = json.loads(get("/export/studies.json"))
        assert "studies" in found["about"]["what"]
        both = [row for row in found["rows"] if row["phases"] == ["PHASE1", "PHASE2"]]
        assert both
        assert set(both[0]) == set(found["columns"])

    def test_json_of_nothing_is_json(self, get: Get) -> None:
        assert json.loads(get("/export/studies.json?q=xylophone"))["rows"] == []

    def test_every_study_is_a_reference(self, get: Get, table: GetTable) -> None:
        ids = [row["NCT number"] for row in table()]
        ris = rispy.loads(get("/export/studies.ris").decode())
        bib = bibtexparser.parse_string(get("/export/studies.bib").decode())  # type: ignore[attr-defined]
        assert [entry["accession_number"] for entry in ris] == ids
        assert [entry.key for entry in bib.entries] == ids
        assert not bib.failed_blocks

    def test_fhir_is_valid_and_keeps_phase_and_status(self, get: Get) -> None:
        resources = resources_of(get("/export/studies.fhir.json"))
        by_id = {study.nct_id: study for study in Study.objects.all()}
        assert resources
        for resource in resources:
            kept = by_id[resource.id]
            if kept.phases == ["PHASE1", "PHASE2"]:
                assert resource.phase.coding[0].code == "phase-1-phase-2"
            if kept.overall_status == "COMPLETED":
                assert resource.status == "completed"
            verbatim = [category.text for category in resource.category]
            assert f"Overall status: {kept.overall_status}" in verbatim

    if OFFICE:  # where it is installed; everywhere, openpyxl has read the workbook above

        def test_libreoffice_reads_the_workbook(self, get: Get, tmp_path: Path) -> None:
            (tmp_path / "studies.xlsx").write_bytes(get("/export/studies.xlsx"))
            command = [OFFICE, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path)]
            subprocess.run([*command, str(tmp_path / "studies.xlsx")], check=True, timeout=120)
            assert "NCT number" in (tmp_path / "studies.csv").read_text()


@pytest.mark.parametrize(
    ("overall", "code"),
    [
        ("RECRUITING", "active"),
        ("NOT_YET_RECRUITING", "approved"),
        ("ACTIVE_NOT_RECRUITING", "closed-to-accrual"),
        ("SUSPENDED", "temporarily-closed-to-accrual"),
        ("COMPLETED", "completed"),
        ("TERMINATED", "administratively-completed"),
        ("WITHDRAWN", "withdrawn"),
        ("UNKNOWN", None),
        ("WITHHELD", None),
        ("A_WORD_OF_TOMORROW", None),
    ],
)
def test_status_comes_from_the_overall_status(get: Get, overall: str, code: str | None) -> None:
    publish(study(nct_id="NCT90000003", overall_status=overall, last_known_status="RECRUITING"))
    body = get("/export/studies.fhir.json")
    (resource,) = resources_of(body)
    assert resource.status == code
    (sent,) = [one["resource"] for one in json.loads(body)["entry"]]
    assert ("_status" in sent) is (code is None)


def test_an_empty_bundle_is_valid(get: Get) -> None:
    assert resources_of(get("/export/studies.fhir.json")) == []


def test_starter_studies_are_valid_fhir_and_never_active(get: Get) -> None:
    load_starter_studies(now=NOW)
    resources = resources_of(get("/export/studies.fhir.json"))
    assert resources
    assert all(resource.status not in ("active", "approved") for resource in resources)


def test_real_records_are_valid_fhir(get: Get) -> None:
    records = shared_records()
    publish(*records)
    ids = ",".join(Study.objects.values_list("nct_id", flat=True))
    resources = resources_of(get(f"/export/studies.fhir.json?id={ids}"))
    assert len(resources) == len(records)
