"""Every fault of the stand-in, as a client meets it, and the queue that plays them."""

import time
from typing import Any

import pytest
import requests

from tests.records import all_examples, studies
from tests.stand_in import Fault, StandIn
from tests.stand_in.broken import UNKNOWN_PHASE, UNKNOWN_STATUS
from tests.stand_in.delivery import MUCH
from tests.stand_in.release import nct_id_of
from tests.unit.stand_in.asking import ask, crawl, ids_in

SMALLEST = "NCT90001000"


def protocol_of_broken(registry: StandIn, fault: Fault) -> dict[str, Any]:
    """The one study of the page whose protocol section is not as it was."""
    registry.faults.add(fault)
    good = [each["protocolSection"] for each in registry.records]
    page = ask(registry, pageSize=100).json()["studies"]
    (broken,) = (each for each in page if each["protocolSection"] not in good)
    assert len(page) == len(good)
    protocol: dict[str, Any] = broken["protocolSection"]
    return protocol


class TestOtherAnswers:
    @pytest.mark.parametrize(
        ("fault", "status", "content_type"),
        [
            (Fault.BLOCKED, 403, "text/html"),
            (Fault.TOO_MANY, 429, "text/plain"),
            (Fault.SERVER_ERROR, 500, "text/plain"),
            (Fault.UNAVAILABLE, 503, "text/html"),
            (Fault.HTML, 200, "text/html"),
        ],
    )
    @pytest.mark.parametrize("path", ["/studies", "/version"])
    def test_once_and_then_fine(
        self, registry: StandIn, path: str, fault: Fault, status: int, content_type: str
    ) -> None:
        registry.faults.add(fault)
        bad, good = ask(registry, path), ask(registry, path)

        assert bad.status_code == status
        assert bad.headers["Content-Type"].startswith(content_type)
        assert good.json()
        assert [each.faults for each in registry.requests] == [{fault}, set()]

    def test_too_many_says_when_to_come_back(self, registry: StandIn) -> None:
        registry.faults.add(Fault.TOO_MANY, times=2)
        first = ask(registry).headers["Retry-After"]
        registry.retry_after = "Sun, 22 Nov 2026 19:00:00 GMT"

        assert first == "1"
        assert ask(registry).headers["Retry-After"] == "Sun, 22 Nov 2026 19:00:00 GMT"

    def test_a_token_dies_while_the_data_stands_still(self, registry: StandIn) -> None:
        registry.faults.add(Fault.TOKEN_DIES)
        token = ask(registry).json()["nextPageToken"]

        assert ask(registry, pageToken=token).status_code == 400
        assert ask(registry, pageToken=token).status_code == 200


class TestDelivery:
    def test_truncated(self, registry: StandIn) -> None:
        registry.faults.add(Fault.TRUNCATED)
        response = ask(registry)

        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/json"
        with pytest.raises(requests.JSONDecodeError):
            response.json()

    def test_cut_off_in_the_body(self, registry: StandIn) -> None:
        registry.faults.add(Fault.CUT_OFF)

        with pytest.raises(requests.exceptions.ChunkedEncodingError):
            ask(registry)
        assert registry.requests[0].status == 200

    def test_dropped_without_an_answer(self, registry: StandIn) -> None:
        registry.faults.add(Fault.DROPPED)

        with pytest.raises(requests.ConnectionError):
            ask(registry)
        assert ask(registry).status_code == 200

    def test_slow_runs_into_the_clients_patience(self, registry: StandIn) -> None:
        registry.faults.add(Fault.SLOW)

        with pytest.raises(requests.exceptions.ConnectionError, match="timed out"):
            requests.get(f"{registry.base_url}/studies", timeout=0.1)

    def test_a_client_is_patient_with_drops(self, registry: StandIn) -> None:
        registry.slow_seconds = 1
        registry.faults.add(Fault.DRIPPING)
        before = time.monotonic()
        dripped = requests.get(f"{registry.base_url}/studies", timeout=0.5)

        assert time.monotonic() - before >= 1
        assert dripped.json() == ask(registry).json()

    @pytest.mark.parametrize("fault", [Fault.SLOW, Fault.DRIPPING])
    def test_slow_can_be_hurried(self, registry: StandIn, fault: Fault) -> None:
        registry.slow_seconds = 60
        registry.faults.add(fault)
        registry.hurry()
        before = time.monotonic()

        assert ask(registry).status_code == 200
        assert time.monotonic() - before < 5

    @pytest.mark.parametrize("coding", ["gzip", "identity"])
    def test_too_long_for_anybody(self, registry: StandIn, coding: str) -> None:
        registry.faults.add(Fault.TOO_LONG)
        address, headers = f"{registry.base_url}/studies", {"Accept-Encoding": coding}
        long, right = (requests.get(address, headers=headers, timeout=30) for _ in range(2))

        assert len(long.content) == MUCH + len(right.content)
        assert long.json() == right.json()
        assert (int(long.headers["Content-Length"]) < 200_000) is (coding == "gzip")

    def test_it_stops_in_the_middle_of_a_slow_answer(self) -> None:
        before = time.monotonic()
        with StandIn(studies(1)) as registry, requests.Session() as session:
            registry.slow_seconds = 60
            registry.faults.add(Fault.SLOW)
            session.get(f"{registry.base_url}/studies", stream=True, timeout=5)

        assert time.monotonic() - before < 5


class TestData:
    def test_the_data_moves_in_the_middle_of_a_crawl(self, registry: StandIn) -> None:
        registry.faults.add(Fault.DATA_MOVES)
        before = ask(registry, "/version").json()["dataTimestamp"]
        token = ask(registry).json()["nextPageToken"]
        after = ask(registry, "/version").json()["dataTimestamp"]

        assert before < after
        assert ask(registry, pageToken=token).status_code == 400
        assert len(crawl(registry)) == 3

    def test_the_data_moves_after_the_last_page(self, registry: StandIn) -> None:
        registry.faults.add(Fault.DATA_MOVES, after=2)
        before = registry.data_timestamp

        assert [len(page) for page in crawl(registry)] == [10, 10, 3]
        assert registry.data_timestamp > before

    def test_few(self) -> None:
        with StandIn(studies(100)) as registry:
            registry.faults.add(Fault.FEW)
            answer = ask(registry, pageSize=100, countTotal="true").json()

        assert len(answer["studies"]) == answer["totalCount"] == 3

    def test_empty(self, registry: StandIn) -> None:
        registry.faults.add(Fault.EMPTY)

        assert ask(registry, countTotal="true").json() == {"studies": [], "totalCount": 0}

    def test_the_total_lies(self, registry: StandIn) -> None:
        registry.faults.add(Fault.TOTAL_LIES)
        answer = ask(registry, pageSize=100, countTotal="true").json()

        assert (len(answer["studies"]), answer["totalCount"]) == (23, 48)

    def test_a_renamed_field(self, registry: StandIn) -> None:
        registry.faults.add(Fault.RENAMED_FIELD)
        page = ask(registry, pageSize=100).json()["studies"]
        modules = [each["protocolSection"]["statusModule"] for each in page]

        assert all(each["recruitmentStatus"] == "RECRUITING" for each in modules)
        assert not any("overallStatus" in each for each in modules)

    def test_the_records_themselves_are_never_touched(self) -> None:
        with StandIn(all_examples()) as registry:
            for fault in Fault:
                if fault not in (Fault.DROPPED, Fault.CUT_OFF, Fault.SLOW):
                    registry.faults.add(fault)
                    ask(registry, pageSize=100)

            assert registry.records == all_examples()


class TestOneBrokenStudy:
    def test_without_identification(self, registry: StandIn) -> None:
        broken = protocol_of_broken(registry, Fault.BROKEN_NO_IDENTIFICATION)

        assert "identificationModule" not in broken

    def test_with_a_malformed_id(self, registry: StandIn) -> None:
        broken = protocol_of_broken(registry, Fault.BROKEN_ID)

        assert broken["identificationModule"]["nctId"] == "NOT-AN-ID"

    def test_with_a_list_for_an_object(self, registry: StandIn) -> None:
        broken = protocol_of_broken(registry, Fault.BROKEN_LIST)

        assert isinstance(broken["statusModule"], list)
        assert broken["identificationModule"]["nctId"] == SMALLEST

    def test_with_a_date_in_words(self, registry: StandIn) -> None:
        broken = protocol_of_broken(registry, Fault.BROKEN_DATE)

        assert broken["statusModule"]["startDateStruct"]["date"] == "soon"

    def test_with_unknown_words(self, registry: StandIn) -> None:
        broken = protocol_of_broken(registry, Fault.BROKEN_WORD)

        assert broken["statusModule"]["overallStatus"] == UNKNOWN_STATUS
        assert broken["designModule"]["phases"] == [UNKNOWN_PHASE]

    def test_a_text_for_a_study(self, registry: StandIn) -> None:
        registry.faults.add(Fault.BROKEN_TEXT)
        page = ask(registry, pageSize=100).json()["studies"]

        assert [each for each in page if isinstance(each, str)] == ["This is not a study."]
        assert SMALLEST not in [nct_id_of(each) for each in page]

    def test_several_break_one_study_each(self, registry: StandIn) -> None:
        breaks = [fault for fault in Fault if fault.startswith("broken")]
        for fault in breaks:
            registry.faults.add(fault)
        page = ask(registry, pageSize=100).json()["studies"]
        good = registry.records

        assert sum(each not in good for each in page) == len(breaks) == 6


class TestTheQueue:
    def test_answers_come_one_by_one_in_their_order(self, registry: StandIn) -> None:
        registry.faults.add(Fault.SERVER_ERROR, times=2)
        registry.faults.add(Fault.TOO_MANY)

        assert [ask(registry).status_code for _ in range(4)] == [500, 500, 429, 200]
        assert registry.faults.are_spent

    def test_all_requests_until_cleared(self, registry: StandIn) -> None:
        registry.faults.add(Fault.BLOCKED, times=None)
        blocked = [ask(registry).status_code for _ in range(3)]
        registry.faults.clear()

        assert blocked == [403, 403, 403]
        assert ask(registry).status_code == 200

    def test_only_one_path(self, registry: StandIn) -> None:
        registry.faults.add(Fault.SERVER_ERROR, at="/studies/{nctId}")

        assert ask(registry).status_code == 200
        assert ask(registry, "/version").status_code == 200
        assert ask(registry, f"/studies/{SMALLEST}").status_code == 500

    def test_letting_some_pass_first(self, registry: StandIn) -> None:
        registry.faults.add(Fault.SERVER_ERROR, after=1, at="/studies")

        assert [ask(registry).status_code for _ in range(3)] == [200, 500, 200]

    def test_faults_of_the_data_wait_for_a_search(self, registry: StandIn) -> None:
        registry.faults.add(Fault.EMPTY)
        ask(registry, "/version")

        assert not registry.faults.are_spent
        assert ids_in(ask(registry)) == []

    def test_a_wrong_total_waits_for_somebody_who_asks_for_it(self, registry: StandIn) -> None:
        registry.faults.add(Fault.TOTAL_LIES)
        token = ask(registry).json()["nextPageToken"]
        ask(registry, countTotal="true", pageToken=token)

        assert not registry.faults.are_spent
        assert ask(registry, countTotal="true").json()["totalCount"] == 48

    @pytest.mark.parametrize(
        ("taken", "felt"),
        [
            ({Fault.EMPTY}, {Fault.EMPTY}),
            ({Fault.EMPTY, Fault.RENAMED_FIELD}, {Fault.EMPTY}),
            ({Fault.BROKEN_DATE, Fault.UNAVAILABLE}, {Fault.UNAVAILABLE}),
            ({Fault.DATA_MOVES, Fault.BLOCKED}, {Fault.BLOCKED}),
            ({Fault.BROKEN_ID, Fault.SLOW}, {Fault.BROKEN_ID, Fault.SLOW}),
            ({Fault.FEW, Fault.TRUNCATED}, {Fault.TRUNCATED}),
            ({Fault.BROKEN_ID, Fault.BROKEN_DATE}, {Fault.BROKEN_ID, Fault.BROKEN_DATE}),
        ],
        ids=lambda faults: " ".join(sorted(faults)),
    )
    def test_noted_are_those_that_made_a_difference(
        self, registry: StandIn, taken: set[Fault], felt: set[Fault]
    ) -> None:
        for fault in taken:
            registry.faults.add(fault)
        registry.hurry()
        ask(registry)

        assert registry.requests[0].faults == felt

    def test_data_and_delivery_can_fail_together(self, registry: StandIn) -> None:
        registry.faults.add(Fault.DATA_MOVES)
        registry.faults.add(Fault.DROPPED)
        before = registry.data_timestamp

        with pytest.raises(requests.ConnectionError):
            ask(registry)
        assert registry.data_timestamp > before
