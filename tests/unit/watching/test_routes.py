"""Django's own lines about a request, with the page's name in place of its address."""

import logging
from collections.abc import Iterator

import pytest
from django.http import HttpResponseServerError
from django.test import RequestFactory
from django.utils.log import log_response

from trialfinder.watching.routes import WithoutAddress


@pytest.fixture(autouse=True)
def without_address(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    found = WithoutAddress()
    caplog.handler.addFilter(found)
    yield
    caplog.handler.removeFilter(found)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/trials/NCT90000001/", "Internal Server Error: study"),
        ("/follow/NCT90000001/", "Internal Server Error: follow_study"),
        ("/nowhere/NCT90000001/", "Internal Server Error: none"),
    ],
)
def test_no_line_says_which_study(path: str, said: str, caplog: pytest.LogCaptureFixture) -> None:
    request, answer = RequestFactory().get(path), HttpResponseServerError()
    log_response("%s: %s", answer.reason_phrase, path, request=request, response=answer)
    assert caplog.messages == [said]


def test_other_lines_stay_as_they_are(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("trials").warning("%s of %s", 1, "/trials/")
    assert caplog.messages == ["1 of /trials/"]
