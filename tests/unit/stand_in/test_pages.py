"""Pages of studies, one study, the version."""

from typing import Any

import pytest
import requests

from tests.records import odd_records, studies, study
from tests.stand_in import StandIn
from tests.stand_in.release import nct_id_of
from tests.unit.stand_in.asking import TIMEOUT, ask, crawl, ids_in


class TestPages:
    def test_all_studies_come_once_in_no_order(self, registry: StandIn) -> None:
        pages = crawl(registry, pageSize=10)
        ids = [nct_id for page in pages for nct_id in page]

        assert [len(page) for page in pages] == [10, 10, 3]
        assert sorted(ids) == [nct_id_of(each) for each in studies(23)]
        assert ids != sorted(ids)

    def test_a_full_last_page_is_followed_by_an_empty_one(self, registry: StandIn) -> None:
        registry.records = studies(20)

        assert [len(page) for page in crawl(registry, pageSize=10)] == [10, 10, 0]

    def test_no_study_at_all_is_one_empty_page(self, registry: StandIn) -> None:
        registry.records = []

        assert crawl(registry) == [[]]

    @pytest.mark.parametrize(
        ("asked", "given"), [({}, 10), ({"pageSize": 0}, 10), ({"pageSize": 7}, 7)]
    )
    def test_the_page_size(self, registry: StandIn, asked: dict[str, Any], given: int) -> None:
        assert len(ids_in(ask(registry, **asked))) == given

    def test_the_page_size_is_coerced_to_a_thousand(self, registry: StandIn) -> None:
        registry.records = [study()] * 1001

        assert len(ids_in(ask(registry, pageSize=5000))) == 1000

    def test_a_registry_with_smaller_pages_has_more_of_them(self, registry: StandIn) -> None:
        registry.largest_page = 10

        assert [len(page) for page in crawl(registry, pageSize=200)] == [10, 10, 3]

    def test_the_page_size_may_change_from_page_to_page(self, registry: StandIn) -> None:
        token = ask(registry, pageSize=5).json()["nextPageToken"]

        assert len(ids_in(ask(registry, pageSize=18, pageToken=token))) == 18

    def test_the_total_is_on_the_first_page_only_and_only_if_asked(self, registry: StandIn) -> None:
        first = ask(registry, countTotal="true").json()
        second = ask(registry, countTotal="true", pageToken=first["nextPageToken"]).json()

        assert first["totalCount"] == 23
        assert "totalCount" not in second
        assert "totalCount" not in ask(registry).json()

    def test_later_pages_need_the_same_parameters(self, registry: StandIn) -> None:
        token = ask(registry, query__cond="ALS").json()["nextPageToken"]
        other = ask(registry, query__cond="MND", pageToken=token)

        assert other.status_code == 400
        assert other.headers["Content-Type"].startswith("text/plain")

    def test_a_token_dies_at_a_refresh(self, registry: StandIn) -> None:
        token = ask(registry).json()["nextPageToken"]
        registry.refresh(studies(23))

        assert ask(registry, pageToken=token).status_code == 400
        assert ask(registry).status_code == 200

    def test_sorting(self) -> None:
        records = [
            study(nct_id="NCT90000001", enrollment=30, last_update_posted="2026-01-01"),
            study(nct_id="NCT90000002", enrollment=None, last_update_posted="2026-03-01"),
            study(nct_id="NCT90000003", enrollment=5, last_update_posted="2026-02-01"),
        ]
        with StandIn(records) as registry:
            newest = ids_in(ask(registry, sort="LastUpdatePostDate"))
            smallest = ids_in(ask(registry, sort="EnrollmentCount"))
            largest = ids_in(ask(registry, sort="EnrollmentCount:desc"))

        assert [each[-1] for each in newest] == ["2", "3", "1"]
        assert [each[-1] for each in smallest] == ["3", "1", "2"]
        assert [each[-1] for each in largest] == ["1", "3", "2"]


class TestOneStudy:
    @pytest.mark.parametrize("nct_id", ["NCT90001000", "nct90001000", "NCT0090001000"])
    def test_by_its_id(self, registry: StandIn, nct_id: str) -> None:
        response = ask(registry, f"/studies/{nct_id}")

        assert response.headers["Content-Type"] == "application/json"
        assert response.json() == studies(1)[0]

    def test_an_alias_is_moved(self) -> None:
        with StandIn([odd_records.with_alias()]) as registry:
            moved = ask(registry, "/studies/NCT90000921", fields="NCTId")
            followed = requests.get(f"{registry.base_url}/studies/NCT90000921", timeout=TIMEOUT)

        assert moved.status_code == 301
        assert moved.headers["Location"].endswith("/api/v2/studies/NCT90000203?fields=NCTId")
        assert nct_id_of(followed.json()) == "NCT90000203"

    def test_an_unknown_one_is_404_in_plain_text(self, registry: StandIn) -> None:
        response = ask(registry, "/studies/NCT90009999")

        assert response.status_code == 404
        assert response.headers["Content-Type"].startswith("text/plain")

    @pytest.mark.parametrize("nct_id", ["NCT", "NCT00000000", "12345678", "NCT123456789", ""])
    def test_an_invalid_one_is_400(self, registry: StandIn, nct_id: str) -> None:
        assert ask(registry, f"/studies/{nct_id}").status_code == 400


class TestVersionAndSize:
    def test_the_version_carries_the_data_timestamp(self, registry: StandIn) -> None:
        registry.data_timestamp = "2026-10-02T09:00:04"

        assert ask(registry, "/version").json() == {
            "apiVersion": "2.0.5",
            "dataTimestamp": "2026-10-02T09:00:04",
        }

    def test_a_refresh_moves_it_by_a_day(self, registry: StandIn) -> None:
        registry.data_timestamp = "2026-10-31T09:00:04"
        registry.refresh([])

        assert registry.data_timestamp == "2026-11-01T09:00:04"

    def test_the_size_counts_all_studies(self, registry: StandIn) -> None:
        assert ask(registry, "/stats/size").json()["totalStudies"] == 23
