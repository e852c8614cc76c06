"""The server itself, and its answers beside real ones."""

import re
from itertools import chain

import pytest
import requests

from tests.records import all_examples, odd_records, studies
from tests.records.shared import shared_answers, shared_path, shared_records
from tests.stand_in import StandIn, read_folders
from tests.stand_in.release import nct_id_of
from tests.unit.stand_in.asking import TIMEOUT, ask, crawl, ids_in


class TestTheServer:
    def test_records_may_be_replaced_while_it_runs(self, registry: StandIn) -> None:
        registry.records = studies(2)

        assert len(registry.records) == 2
        assert len(ids_in(ask(registry))) == 2

    def test_requests_are_logged_with_what_they_got(self, registry: StandIn) -> None:
        requests.get(
            f"{registry.base_url}/studies?query.cond=ALS%20%26%20MND&pageSize=2",
            headers={"User-Agent": "a-client/1 (contact@example.org)"},
            timeout=TIMEOUT,
        )
        ask(registry, "/studies/NCT90009999")
        first, second = registry.requests

        assert (first.route, first.status) == ("/studies", 200)
        assert first.params == {"query.cond": "ALS & MND", "pageSize": "2"}
        assert first.headers["User-Agent"] == "a-client/1 (contact@example.org)"
        assert (second.route, second.status) == ("/studies/{nctId}", 404)
        assert second.at >= first.at
        assert registry.wait_for_requests(2)
        registry.forget_requests()
        assert registry.requests == []

    def test_one_connection_serves_many_requests(self, registry: StandIn) -> None:
        with requests.Session() as session:
            answers = [session.get(f"{registry.base_url}/version", timeout=TIMEOUT) for _ in "123"]

        assert [each.status_code for each in answers] == [200, 200, 200]
        assert len({each.client_port for each in registry.requests}) == 1

    def test_it_stops_with_an_idle_connection_open(self) -> None:
        with requests.Session() as session:
            with StandIn() as registry:
                session.get(f"{registry.base_url}/version", timeout=TIMEOUT)
                url = registry.base_url
            with pytest.raises(requests.ConnectionError):
                session.get(f"{url}/version", timeout=TIMEOUT)

    def test_packed_and_plain_answers_say_the_same(self, registry: StandIn) -> None:
        url = f"{registry.base_url}/studies?pageSize=3"
        packed = requests.get(url, timeout=TIMEOUT)
        plain = requests.get(url, timeout=TIMEOUT, headers={"Accept-Encoding": "identity"})

        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in plain.headers
        assert packed.json() == plain.json()

    def test_text_survives_the_wire(self) -> None:
        record = odd_records.hostile_text()
        with StandIn([record]) as registry:
            assert ask(registry).json()["studies"] == [record]


@pytest.mark.shared_records
class TestWithRealRecords:
    def test_real_folders_are_served_whole(self) -> None:
        folders = [shared_path("records"), shared_path("als")]
        with StandIn(read_folders(folders)) as registry:
            pages = crawl(registry, pageSize=100, query__cond="ALS")

        assert sorted(chain.from_iterable(pages)) == sorted(map(nct_id_of, shared_records()))

    def test_its_answers_have_the_shape_of_real_ones(self) -> None:
        """Page by page: the same keys at the top, and studies that start with the same section."""
        real = [answer for answer in shared_answers().values() if "studies" in answer]
        fields = "NCTId,BriefTitle,OverallStatus,StartDate,Condition,Phase,InterventionName"
        with StandIn(all_examples()) as registry:
            first = ask(registry, pageSize=3, countTotal="true", fields=fields).json()
            last = ask(registry, pageSize=1000, countTotal="true", fields=fields).json()

        assert {frozenset(answer) for answer in real} >= {frozenset(first), frozenset(last)}
        assert all(each.keys() == {"protocolSection"} for each in first["studies"])
        for answer in real:
            assert {frozenset(each) for each in answer["studies"]} == {
                frozenset({"protocolSection"})
            }

    def test_real_page_tokens_are_as_opaque(self) -> None:
        tokens = [
            answer["nextPageToken"]
            for answer in shared_answers().values()
            if "nextPageToken" in answer
        ]
        with StandIn(studies(2)) as registry:
            ours = ask(registry, pageSize=1).json()["nextPageToken"]

        assert tokens
        assert all(re.fullmatch(r"[\w-]{30,60}", token) for token in [*tokens, ours])
