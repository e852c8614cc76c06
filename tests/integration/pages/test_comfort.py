"""/comfort/: a cookie of five words, which changes how every page looks and nothing else."""

from __future__ import annotations

import itertools

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.integration.pages.reading_pages import shown
from tests.integration.pages.test_every_page import check_frame, check_words
from trials.views.comfort_cookie import CHOICES, comfort_of

pytestmark = pytest.mark.usefixtures("examples")
ALL = {
    "text": "larger",
    "targets": "large",
    "calm": "calm",
    "contrast": "strong",
    "columns": "one",
}


@pytest.fixture
def person() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def html_class(client: Client, path: str) -> str:
    return shown(client, path).tree.get("class") or ""


def test_the_page_is_valid_and_private(person: Client) -> None:
    for _ in range(2):
        page = shown(person, "/comfort/")
        check_frame("/comfort/", page)
        check_words("/comfort/", page)
        assert page.headers["Cache-Control"] == "private, no-store"
        person.post("/comfort/", ALL)


def test_what_was_chosen_holds_on_every_page(person: Client) -> None:
    assert html_class(person, "/") == ""
    answer = person.post("/comfort/", ALL)
    assert (answer.status_code, answer["Location"]) == (303, "/comfort/")
    for path in ("/", "/trials/", "/comfort/", "/fit/", "/nowhere/"):
        assert html_class(person, path).split() == [
            *("text-larger", "targets-large", "calm-calm", "contrast-strong", "columns-one")
        ]
    chosen = [
        one for one in shown(person, "/comfort/").all("input") if one.get("checked") is not None
    ]
    assert {one.get("name"): one.get("value") for one in chosen} == ALL


def test_caches_tell_readers_apart(person: Client) -> None:
    assert "Cookie" in shown(person, "/trials/").headers["Vary"]


def test_the_cookie_says_nothing_about_who_it_is(person: Client) -> None:
    cookie = person.post("/comfort/", ALL).cookies["comfort"]
    assert cookie.value == "text-larger.targets-large.calm-calm.contrast-strong.columns-one"
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/", True, "Lax")
    combinations = itertools.product(*CHOICES.values())
    made = {comfort_of(dict(zip(CHOICES, one, strict=True))).cookie for one in combinations}
    assert len(made) == 48


def test_it_is_a_host_cookie_under_https(settings: Settings) -> None:
    settings.HTTPS = True
    person = Client(headers={"Sec-Fetch-Site": "same-origin"})
    cookie = person.post("/comfort/", ALL, secure=True).cookies["__Host-comfort"]
    assert cookie["secure"] is True


def test_it_can_be_undone(person: Client) -> None:
    person.post("/comfort/", ALL)
    answer = person.post("/comfort/", {**ALL, "reset": "1"})
    assert answer.cookies["comfort"]["max-age"] == 0
    assert html_class(person, "/") == ""


@pytest.mark.parametrize(
    "value",
    ["", "text-huge", "text-large.text", "x" * 5000, '"><script>', "text-larger onclick-x"],
)
def test_a_made_up_cookie_does_no_harm(person: Client, value: str) -> None:
    person.cookies["comfort"] = value
    assert html_class(person, "/") in ("", "text-large")
