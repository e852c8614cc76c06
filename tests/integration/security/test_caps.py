"""How much one request may bring; the rest is refused, or left out and named."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings as real
from django.test import Client

from trials.api.changes import MOST as MOST_CHANGES
from trials.api.parameters import MOST_ON_A_PAGE
from trials.exports import order
from trials.exports.order import MOST_IDS, read_order
from trials.models import Study
from trials.search.criteria import LAST_PAGE, LONGEST_Q
from trials.search.parsing import MOST_VALUES, parse
from trials.views.compare import MOST
from trials.views.map import LONGEST_AT

pytestmark = pytest.mark.django_db


def test_words_are_cut_and_that_is_said(stranger: Client) -> None:
    found = parse({"q": ["a" * 5000]})
    assert len(found.criteria.q) == LONGEST_Q == 200
    page = stranger.get("/trials/", {"q": "a" * 5000}).content.decode()
    assert "too long" in page
    assert "a" * 201 not in page


def test_values_of_one_filter_are_counted() -> None:
    values = [f"no value {number}" for number in range(200)]
    assert len(parse({"phase": values}).ignored) == MOST_VALUES == 40


@pytest.mark.parametrize("page", ["501", "99999", "-1", "0", "1e9"])
def test_pages_end_somewhere(stranger: Client, page: str) -> None:
    assert parse({"page": [page]}).criteria.page == 1
    assert LAST_PAGE == 500
    assert stranger.get("/trials/", {"page": page}).status_code == 200


@pytest.mark.usefixtures("examples")
def test_compare_takes_four_and_names_the_rest(stranger: Client) -> None:
    ids = [f"NCT9000{number:04}" for number in range(1, 300)]
    answer = stranger.get("/compare/", {"id": ids})
    assert answer.status_code == 200
    assert MOST == 4
    assert answer.content.decode().count("<th") < 200


@pytest.mark.parametrize("path", ["/saved/note/", "/fit/age/", "/comfort/", "/admin/login/"])
def test_a_body_that_no_form_fills_is_refused(stranger: Client, path: str) -> None:
    body = {"note": "a" * (real.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    assert stranger.post(path, body).status_code in (400, 413)
    assert real.DATA_UPLOAD_MAX_MEMORY_SIZE <= 262_144


def test_too_many_fields_are_refused(stranger: Client) -> None:
    many = {f"field{number}": "1" for number in range(real.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    assert stranger.post("/comfort/", many).status_code == 400
    assert stranger.get("/trials/", many).status_code == 400


def test_files_are_taken_by_no_form(stranger: Client) -> None:
    boundary = "a"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="note"; filename="a.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\nhello\r\n--{boundary}--\r\n"
    )
    answer = stranger.generic(
        "POST", "/comfort/", body, f"multipart/form-data; boundary={boundary}"
    )
    assert answer.status_code == 400
    assert real.FILE_UPLOAD_HANDLERS == []


def test_a_pages_notice_on_what_was_left_out_stays_short(stranger: Client) -> None:
    many = ",".join(f"NCT{number:08}" for number in range(4_000))
    answer = stranger.get("/export/", {"id": many})
    assert answer.status_code == 200
    assert len(answer.content) < 60_000


def test_a_file_of_chosen_studies_takes_500() -> None:
    ids = [f"NCT9{number:07}" for number in range(MOST_IDS + 3)]
    ignored = read_order({"id": [",".join(ids)]}).ignored
    too_many = [one.value for one in ignored if "too many" in one.reason]
    assert MOST_IDS == 500
    assert too_many == ids[MOST_IDS:]


@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize("separate", [True, False])
def test_a_file_holds_no_more_than_that_and_names_the_rest(
    stranger: Client, monkeypatch: pytest.MonkeyPatch, *, separate: bool
) -> None:
    ids = list(Study.objects.order_by("nct_id").values_list("nct_id", flat=True)[:5])
    monkeypatch.setattr(order, "MOST_IDS", 3)
    answer: Any = stranger.get("/export/studies.csv", {"id": ids if separate else ",".join(ids)})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 1 + 3
    assert all(one in answer["X-Not-Used"] for one in ids[3:])


@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize("size", ["101", "0", "-1", "1e9", "9" * 5000, "٣", "20 "])
def test_a_page_of_the_api_ends(stranger: Client, size: str) -> None:
    answer = stranger.get("/api/v1/studies", {"page_size": size}).json()
    named = [one["value"] for one in answer["not_used"] if one["parameter"] == "page_size"]
    assert MOST_ON_A_PAGE == 100
    assert len(answer["studies"]) == min(20, answer["total"])
    assert named == ([] if size == "20 " else [size[:80]])


@pytest.mark.usefixtures("examples")
def test_a_page_of_the_api_holds_what_is_asked(stranger: Client) -> None:
    whole = stranger.get("/api/v1/studies", {"page_size": "100"}).json()
    assert whole["not_used"] == []
    assert len(whole["studies"]) == min(100, whole["total"])
    assert len(stranger.get("/api/v1/studies", {"page_size": "2"}).json()["studies"]) == 2


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        *(("limit", value) for value in ("501", "0", "-1", "1e9", "9" * 5000)),
        *(("after", value) for value in ("-1", str(2**63), "9" * 5000)),
    ],
)
def test_changes_are_handed_over_in_parts(stranger: Client, parameter: str, value: str) -> None:
    asked = {"since": "2026-11-01", parameter: value}
    assert MOST_CHANGES == 500
    assert stranger.get("/api/v1/changes", {**asked, parameter: "500"}).status_code == 200
    refused = stranger.get("/api/v1/changes", asked)
    assert refused.status_code == 422
    assert len(refused.content) < 2_000


def test_a_place_of_the_api_is_short(stranger: Client) -> None:
    assert stranger.get("/api/v1/places", {"q": "a" * 200}).status_code == 200
    assert stranger.get("/api/v1/places", {"q": "a" * 201}).status_code == 422


@pytest.mark.usefixtures("examples")
def test_an_area_of_the_map_is_cut_and_named(stranger: Client) -> None:
    answer = stranger.get("/trials/map/", {"at": "b" * 5_000})
    page = answer.content.decode()
    assert LONGEST_AT == 40
    assert "is not a part of the map" in page
    assert "b" * 40 in page
    assert "b" * 41 not in page
