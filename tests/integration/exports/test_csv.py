"""CSV files, read back."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.integration.catalogue import NOW, publish
from tests.integration.exports.conftest import Table, body_of
from tests.records import study
from tests.records.parts import location
from trials.exports.columns import COLUMNS, choose
from trials.exports.columns import Rows as RowsOf
from trials.search.criteria import Criteria
from trials.search.find import search
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db
Get = Callable[[str], bytes]
GetTable = Callable[..., Table]
NCT = "NCT number"


@pytest.mark.usefixtures("examples")
class TestOverTheExamples:
    @pytest.mark.parametrize(
        ("query", "criteria"),
        [
            ("", Criteria()),
            ("?status=RECRUITING", Criteria(status=("RECRUITING",))),
            ("?q=fat&sort=updated", Criteria(q="fat", sort="updated")),
            ("?country=US&page=3", Criteria(country=("US",))),
        ],
    )
    def test_the_same_studies_in_the_same_order_as_on_the_page(
        self, table: GetTable, query: str, criteria: Criteria
    ) -> None:
        on_page = [hit.study.nct_id for hit in search(criteria, page_size=1000).hits]
        assert [row[NCT] for row in table(query)] == on_page != []

    def test_form(self, get: Get) -> None:
        body = get("/export/studies.csv")
        assert body.startswith(b'\xef\xbb\xbf"NCT number","')
        assert body.endswith(b'"\r\n')

    def test_one_row_a_site_and_one_for_a_study_without_any(self, table: GetTable) -> None:
        whole, sites = table(), table("?rows=site")
        count = sum(max(1, int(row["Sites"])) for row in whole)
        assert len(sites) == count > len(whole)
        assert {row[NCT] for row in sites} == {row[NCT] for row in whole}
        assert "Site: city" not in whole[0]

    def test_chosen_columns_in_the_lists_order(self, table: GetTable) -> None:
        (row, *_) = table("?columns=route,brief_title&columns=cell_type")
        assert list(row) == [
            NCT,
            "Title",
            "Kind of cell (our code)",
            "Way into the body (our code)",
        ]

    def test_a_list_of_ids_keeps_its_order(self, table: GetTable) -> None:
        ids = [row[NCT] for row in table()][:3][::-1]
        assert [row[NCT] for row in table(f"?id={','.join(ids)}")] == ids

    def test_a_former_id_finds_its_study_once(self, table: GetTable) -> None:
        rows = table("?id=NCT90000921,NCT90000203")
        assert [row[NCT] for row in rows] == ["NCT90000203"]

    @pytest.mark.parametrize("ids", ["NCT99999999", "nonsense", "NCT99999999,%00"])
    def test_a_list_of_what_is_not_here_is_never_the_whole_catalogue(
        self, client: Client, ids: str
    ) -> None:
        response = client.get(f"/export/studies.csv?id={ids}")
        assert body_of(response).count(b"\r\n") == 1
        assert ids.split(",", maxsplit=1)[0].upper() in response.headers["X-Not-Used"]

    def test_what_could_not_be_used_is_named_in_a_header(self, client: Client) -> None:
        response = client.get("/export/studies.csv?status=OPEN&columns=shoe_size&rows=two")
        for named in ("OPEN", "shoe_size", "two"):
            assert named in response.headers["X-Not-Used"]

    def test_queries_do_not_grow_with_the_rows(self, get: Get) -> None:
        with CaptureQueriesContext(
            connection,
        ) as few:
            get("/export/studies.csv?id=NCT90000203")
        with CaptureQueriesContext(connection) as many:
            get("/export/studies.csv")
        assert len(many) <= len(few) + 2

    def test_every_column_has_a_value_for_every_example(self, get: Get) -> None:
        names = ",".join(column.name for column in COLUMNS)
        assert get(f"/export/studies.csv?rows=site&columns={names}&kind=unclear,stem_cells")

    def test_an_unchanged_file_is_not_made_again(self, client: Client) -> None:
        etag = client.get("/export/studies.csv").headers["ETag"]
        with CaptureQueriesContext(connection) as asked:
            again = client.get("/export/studies.csv", headers={"if-none-match": etag})
        assert again.status_code == 304
        assert not [query for query in asked if "trials_study" in query["sql"]]
        publish(study(nct_id="NCT90000777"))
        changed = client.get("/export/studies.csv", headers={"if-none-match": etag})
        assert changed.status_code == 200

    def test_head_makes_nothing(self, client: Client) -> None:
        response = client.head("/export/studies.csv")
        assert (response.status_code, body_of(response)) == (200, b"")

    def test_an_unknown_format_is_not_there(self, client: Client) -> None:
        assert client.get("/export/studies.exe").status_code == 404


def test_limits_stand_in_columns_of_their_own(table: GetTable) -> None:
    publish(study(nct_id="NCT90000001"))
    (row,) = table()
    assert row["Time since onset: at most (months)"] == "24"
    assert row["Vital capacity: at least (% of predicted)"] == "60"
    assert row["Vital capacity: test"] == "svc"
    assert row["Earlier cell therapy"] == "forbidden"
    assert "invasive" in row["Breathing support"]
    assert (row["Youngest age"], row["Oldest age"]) == ("18 years", "75 years")
    assert row["Last verified"] == "2026-10"
    assert row["Phase"] == "PHASE1; PHASE2"
    assert row["Link to ClinicalTrials.gov"] == "https://clinicaltrials.gov/study/NCT90000001"


def test_a_starter_study_says_how_old_its_facts_are(table: GetTable) -> None:
    load_starter_studies(now=NOW)
    rows = table()
    assert rows
    assert all(row["Facts as known on"] for row in rows)
    assert table("?status=RECRUITING") == []


def test_a_negative_longitude_stays_a_number(table: GetTable) -> None:
    place = location("Clinic", "Lima", "Peru", point=(-12.04, -77.03))
    publish(study(nct_id="NCT90000002", locations=[place]))
    (row,) = table("?rows=site")
    assert (row["Site: latitude"], row["Site: longitude"]) == ("-12.04", "-77.03")


def test_columns_are_named_once() -> None:
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert len({str(column.heading) for column in COLUMNS}) == len(COLUMNS)
    assert all(column.source and column.description for column in COLUMNS)


@pytest.mark.parametrize("rows", list(RowsOf))
def test_the_number_is_always_there(rows: RowsOf) -> None:
    assert "nct_id" in {column.name for column in choose(["sex"], rows).columns}
