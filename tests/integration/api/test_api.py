"""The public API: the same answers as the pages, and a clear word for what can't be answered."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openapi_schema_validator import OAS31Validator

from tests.integration.catalogue import NOW, publish
from tests.records import study
from trials.exports.columns import OF_STUDY
from trials.models import Change, Edition
from trials.search.criteria import Criteria
from trials.search.find import search

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"


def get(client: Client, path: str) -> Any:
    response = client.get(f"/api/v1{path}")
    assert response.status_code == 200, response.content
    return response.json()


@pytest.mark.usefixtures("examples")
class TestStudies:
    @pytest.mark.parametrize(
        ("query", "criteria"),
        [
            ("", Criteria()),
            (
                "?status=RECRUITING&phase=PHASE1",
                Criteria(status=("RECRUITING",), phase=("PHASE1",)),
            ),
            ("?q=fat", Criteria(q="fat")),
        ],
    )
    def test_the_same_as_on_the_page(self, client: Client, query: str, criteria: Criteria) -> None:
        result, answer = search(criteria), get(client, f"/studies{query}")
        assert answer["total"] == result.total > 0
        assert [one["nct_id"] for one in answer["studies"]] == [
            hit.study.nct_id for hit in result.hits
        ]

    def test_pages_lead_through_all_of_them(self, client: Client) -> None:
        seen: list[str] = []
        address = "http://testserver/api/v1/studies?page_size=7"
        while address:
            response = client.get(address)
            seen += [one["nct_id"] for one in response.json()["studies"]]
            address = response.json()["links"]["next"]
            assert ('rel="next"' in response.headers["Link"]) is (address is not None)
        assert seen == [hit.study.nct_id for hit in search(Criteria(), page_size=1000).hits]

    def test_past_the_end_is_empty_and_leads_back(self, client: Client) -> None:
        answer = get(client, "/studies?page=400")
        assert answer["studies"] == []
        assert answer["links"]["next"] is None
        assert "page=" in answer["links"]["prev"] or answer["pages"] == 1

    def test_names_what_it_did_not_use(self, client: Client) -> None:
        answer = get(client, "/studies?status=OPEN&page_size=0&near=Nowhereville")
        assert {one["parameter"] for one in answer["not_used"]} == {"status", "page_size", "near"}

    def test_a_typed_place_is_kept_by_no_cache(self, client: Client) -> None:
        response = client.get("/api/v1/studies?near=02114")
        assert response.headers["Cache-Control"] == "private, no-store"

    def test_one_study(self, client: Client) -> None:
        answer = get(client, "/studies/NCT90000203")
        assert answer["study"]["nct_id"] == "NCT90000203"
        assert answer["sites"][0]["site_status"] == "RECRUITING"
        assert {one["question"] for one in answer["readings"]} >= {"cell_type", "route"}
        assert all(len(e["quote"]) <= 160 for one in answer["readings"] for e in one["evidence"])
        assert answer["demands"]

    def test_a_former_number_leads_to_todays(self, client: Client) -> None:
        response = client.get("/api/v1/studies/NCT90000921")
        assert (response.status_code, response.headers["Location"]) == (
            301,
            "/api/v1/studies/NCT90000203",
        )

    def test_facets_are_the_searchs(self, client: Client) -> None:
        answer, result = get(client, "/facets?status=RECRUITING"), search(Criteria())
        (status,) = [one for one in answer["facets"] if one["name"] == "status"]
        counts = {one["value"]: one["count"] for one in status["values"]}
        assert counts == {one.value: one.count for one in result.facet("status").values}


class TestChanges:
    def test_oldest_first_in_pages(self, client: Client) -> None:
        publish(study(nct_id="NCT90000001"))
        changed = study(nct_id="NCT90000001", overall_status="SUSPENDED", why_stopped="Funds")
        publish(changed, now=NOW + timedelta(days=1))
        first = get(client, "/changes?since=2026-11-21&limit=1")
        assert first["changes"][0]["before"] == "RECRUITING"
        second = client.get(first["links"]["next"]).json()
        assert [one["field"] for one in second["changes"]] == ["why_stopped"]
        assert second["links"]["next"] is None
        assert Change.objects.count() == 2
        assert get(client, "/changes?since=2026-11-22")["changes"] == []

    @pytest.mark.parametrize("query", ["", "?since=yesterday", "?since=2026-11-20&limit=0"])
    def test_a_bad_question_gets_a_problem(self, client: Client, query: str) -> None:
        response = client.get(f"/api/v1/changes{query}")
        assert (response.status_code, response.headers["Content-Type"]) == (422, PROBLEM)
        assert response.json()["detail"]


class TestEveryAnswer:
    PATHS = ("/studies", "/studies/NCT90000001", "/facets", "/changes?since=2026-01-01", "/version")

    @pytest.mark.parametrize("path", PATHS)
    def test_unchanged_is_told_without_asking_for_a_study(self, client: Client, path: str) -> None:
        publish(study(nct_id="NCT90000001"))
        etag = client.get(f"/api/v1{path}").headers["ETag"]
        with CaptureQueriesContext(connection) as asked:
            again = client.get(f"/api/v1{path}", headers={"if-none-match": etag})
        assert (again.status_code, len(asked)) == (304, 1)
        Edition.publish(now=NOW)
        changed = client.get(f"/api/v1{path}", headers={"if-none-match": etag})
        assert changed.status_code == 200

    def test_may_be_read_by_every_sites_scripts(self, client: Client) -> None:
        response = client.get("/api/v1/version", headers={"origin": "https://example.org"})
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        asked = client.options(
            "/api/v1/version",
            headers={
                "origin": "https://example.org",
                "access-control-request-method": "GET",
                "access-control-request-headers": "if-none-match",
            },
        )
        assert "if-none-match" in asked.headers["Access-Control-Allow-Headers"]
        assert "DELETE" not in asked.headers["Access-Control-Allow-Methods"]

    def test_pages_are_not_for_other_sites_scripts(self, client: Client) -> None:
        response = client.get("/trials/", headers={"origin": "https://example.org"})
        assert "Access-Control-Allow-Origin" not in response.headers

    def test_sets_no_cookie(self, client: Client) -> None:
        assert not client.get("/api/v1/version").cookies

    @pytest.mark.parametrize("path", ["/studies/NCT99999999", "/studies/%00", "/nothing", "/"])
    def test_what_is_not_there_is_a_problem(self, client: Client, path: str) -> None:
        response = client.get(f"/api/v1{path}")
        assert (response.status_code, response.headers["Content-Type"]) == (404, PROBLEM)

    def test_head_is_answered(self, client: Client) -> None:
        assert client.head("/api/v1/studies").status_code == 200

    def test_nothing_can_be_written(self, client: Client) -> None:
        assert client.post("/api/v1/studies").status_code == 405

    def test_too_many_questions_are_told_when_to_come_back(
        self, client: Client, settings: pytest.FixtureRequest
    ) -> None:
        settings.RATES = {**settings.RATES, "api": "1/m", "export": "1/m"}  # type: ignore[attr-defined]
        cache.clear()
        answers = [client.get("/api/v1/version", REMOTE_ADDR="203.0.113.9") for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 429]
        assert answers[1].headers["Content-Type"] == PROBLEM
        assert int(answers[1].headers["Retry-After"]) > 0

    def test_places(self, client: Client) -> None:
        assert get(client, "/places?q=Boston")["kind"] == "not_loaded"
        assert client.get("/api/v1/places").status_code == 422


def test_the_document_is_openapi_3_1_and_has_every_column(client: Client) -> None:
    document = get(client, "/openapi.json")
    assert document["openapi"].startswith("3.1")
    properties = document["components"]["schemas"]["Study"]["properties"]
    assert set(properties) == {column.name for column in OF_STUDY}
    for schema in document["components"]["schemas"].values():
        OAS31Validator.check_schema(schema)
