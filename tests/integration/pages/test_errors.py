"""When something goes wrong."""

import html5lib
import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import override_settings

from trials.views import errors
from trials.views.presenters.addresses import page_address

REQUEST = RequestFactory().get("/")


def strict(response: HttpResponse) -> str:
    text = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def test_a_fault_of_ours_is_told_without_the_database() -> None:
    """No ``db`` fixture here: any query would fail this test."""
    response = errors.server_error(REQUEST)
    assert response.status_code == 500
    assert "It is not your fault." in strict(response)
    assert "site.css" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


@override_settings(ROOT_URLCONF="trialfinder.redis_address")
def test_even_where_the_page_itself_cannot_be_made() -> None:
    page_address.cache_clear()  # as in a process that has made no page yet
    response = errors.server_error(REQUEST)
    assert response.status_code == 500
    assert strict(response) == errors.LAST_RESORT


@pytest.mark.django_db
def test_a_request_that_cannot_be_read_and_a_closed_page() -> None:
    bad = errors.bad_request(REQUEST, SuspiciousOperation())
    closed = errors.forbidden(REQUEST, PermissionDenied())
    assert (bad.status_code, closed.status_code) == (400, 403)
    assert "We could not read this request" in strict(bad)
    assert "This page is closed" in strict(closed)
    assert bad["Cache-Control"] == closed["Cache-Control"] == "private, no-store"
