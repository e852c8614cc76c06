"""Forms that come without their length: nobody can read them, so nothing may be done for them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.test import Client

from tests.integration.security.routes import public_forms
from trials.models import SavedStudy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("examples")]
FORM = "application/x-www-form-urlencoded"
CHUNKED = {"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_TYPE": FORM}
HTTP2 = {"SERVER_PROTOCOL": "HTTP/2", "CONTENT_TYPE": FORM}
UNMEASURED: Mapping[str, Mapping[str, str]] = {
    "in chunks": CHUNKED,
    "in chunks, packed": {**CHUNKED, "HTTP_TRANSFER_ENCODING": "gzip, chunked"},
    "in chunks, with a length": {**CHUNKED, "CONTENT_LENGTH": "0"},
    "over HTTP/2": HTTP2,
}
ENDS = "follow/end/<str:token>/"
"""RFC 8058: the address alone says all; mail programs may send the rest as they like."""


def send(device: Client, path: str, environ: Mapping[str, str]) -> int:
    """As a server hands it over: the body is there, but no length."""
    answer = device.generic("POST", path, **environ)  # type: ignore[arg-type]
    if answer.status_code == 411:
        text = answer.content.decode()
        assert "We could not read what was sent" in text
        assert "Nothing was changed" in text
        assert answer["Cache-Control"] == "private, no-store"
    return int(answer.status_code)


@pytest.mark.parametrize("told", UNMEASURED)
def test_it_is_refused_on_every_route_with_a_form(stranger: Client, told: str) -> None:
    got = {
        form.pattern: send(stranger, form.address(), UNMEASURED[told]) for form in public_forms()
    }
    assert len(got) > 20
    assert {pattern for pattern, status in got.items() if status != 411} == {ENDS}
    assert send(stranger, "/admin/login/", UNMEASURED[told]) == 411


@pytest.mark.parametrize("told", UNMEASURED)
def test_nothing_is_lost_by_it(stranger: Client, told: str) -> None:
    study = {"nct_id": "NCT90000001"}
    stranger.post("/saved/save/", study)
    stranger.post("/saved/note/", {**study, "note": "Ask about travel"})
    stranger.post("/comfort/", {"text": "large"})
    comfort = stranger.cookies["comfort"].value
    for path in ("/saved/note/", "/comfort/"):
        assert send(stranger, path, UNMEASURED[told]) == 411
    assert stranger.cookies["comfort"].value == comfort
    assert SavedStudy.objects.get().note == "Ask about travel"


@pytest.mark.parametrize(
    "environ", [{"CONTENT_LENGTH": "0"}, {"CONTENT_TYPE": ""}, {"SERVER_PROTOCOL": "HTTP/2"}]
)
def test_a_form_with_nothing_in_it_goes_on_as_ever(
    stranger: Client, environ: Mapping[str, str]
) -> None:
    assert send(stranger, "/privacy/clear/", environ) == 200
