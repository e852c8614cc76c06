"""The page that hands lists over, its dictionary, its pace, and the command for cron."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from tests.integration.catalogue import publish
from tests.records import all_examples, study
from trials.exports.columns import COLUMNS
from trials.exports.rates import network

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("examples")
class TestThePage:
    def test_hands_the_search_on(self, client: Client) -> None:
        page = client.get("/export/?status=RECRUITING&cell=mesenchymal&page=2").text
        assert '<input type="hidden" name="status" value="RECRUITING">' in page
        assert 'name="page"' not in page
        assert "/export/studies.csv?status=RECRUITING&amp;cell=mesenchymal" in page
        assert 'formaction="/export/studies.xlsx"' in page

    def test_names_what_it_could_not_use(self, client: Client) -> None:
        assert "PHASE9" in client.get("/export/?phase=PHASE9").text

    def test_choices_stand_in_the_addresses(self, client: Client) -> None:
        page = client.get("/export/?columns=sex&rows=site").text
        assert "/export/studies.csv?rows=site&amp;columns=nct_id&amp;columns=sex" in page

    def test_the_dictionary_has_every_column(self, client: Client) -> None:
        page = client.get("/export/columns/").text
        for column in COLUMNS:
            assert f'<tr id="{column.name}">' in page

    def test_the_search_page_leads_here(self, client: Client) -> None:
        page = client.get("/trials/?status=RECRUITING").text
        assert 'href="/export/?status=RECRUITING"' in page

    def test_a_list_is_kept_by_no_cache(self, client: Client) -> None:
        for address in ("/export/?id=NCT90000203", "/export/studies.csv?id=NCT90000203"):
            assert client.get(address).headers["Cache-Control"] == "private, no-store"
        assert client.get("/export/studies.csv").headers["Cache-Control"].startswith("public")


class TestThePace:
    def test_too_many_files_are_refused_for_a_while(
        self, client: Client, settings: pytest.FixtureRequest
    ) -> None:
        settings.RATES = {**settings.RATES, "api": "2/m", "export": "2/m"}  # type: ignore[attr-defined]
        cache.clear()
        near, far = "203.0.113.7", "198.51.100.7"
        answers = [client.get("/export/studies.ris", REMOTE_ADDR=near) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert 0 < int(answers[2].headers["Retry-After"]) <= 60
        assert client.get("/export/studies.ris", REMOTE_ADDR=far).status_code == 200
        neighbour = client.get("/export/studies.ris", REMOTE_ADDR="203.0.113.200")
        assert neighbour.status_code == 429

    def test_a_forged_header_buys_nothing(
        self, client: Client, settings: pytest.FixtureRequest
    ) -> None:
        settings.RATES = {**settings.RATES, "api": "1/m", "export": "1/m"}  # type: ignore[attr-defined]
        cache.clear()
        statuses = [
            client.get("/export/studies.ris", headers={"x-forwarded-for": one}).status_code
            for one in ("192.0.2.1", "198.51.100.1")
        ]
        assert statuses == [200, 429]

    @pytest.mark.parametrize(
        ("address", "cut"),
        [
            ("203.0.113.7", "203.0.113.0/24"),
            ("2001:db8:1:2::7", "2001:db8:1::/48"),
            ("::ffff:203.0.113.7", "203.0.113.0/24"),
            ("", ""),
            ("unix:", ""),
        ],
    )
    def test_addresses_are_cut(self, address: str, cut: str) -> None:
        assert network(address) == cut


class TestTheCommand:
    def test_writes_the_file(self, tmp_path: Path) -> None:
        publish(*all_examples())
        target, said = tmp_path / "studies.csv", StringIO()
        call_command("export_studies", query="status=RECRUITING", output=str(target), stdout=said)
        rows = list(csv.DictReader(StringIO(target.read_text("utf-8-sig"), newline="")))
        assert {row["Status"] for row in rows} == {"RECRUITING"}
        assert f"{len(rows)} recruiting studies" in said.getvalue()
        assert [one.name for one in tmp_path.iterdir()] == ["studies.csv"]

    def test_a_wrong_value_writes_nothing(self, tmp_path: Path) -> None:
        publish(study(nct_id="NCT90000001"))
        with pytest.raises(CommandError, match="RECRUTING"):
            call_command("export_studies", query="status=RECRUTING", output=str(tmp_path / "x"))
        assert not list(tmp_path.iterdir())

    def test_a_folder_that_is_not_there_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="can't be written"):
            call_command("export_studies", output=str(tmp_path / "none" / "x.csv"))
