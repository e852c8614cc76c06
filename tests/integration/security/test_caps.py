"""How much one request may bring; the rest is refused, or left out and named."""

from __future__ import annotations

import pytest
from django.conf import settings as real
from django.test import Client

from trials.search.criteria import LAST_PAGE, LONGEST_Q
from trials.search.parsing import MOST_VALUES, parse
from trials.views.compare import MOST

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
