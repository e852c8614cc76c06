"""All kinds of input, made from the API's own document: no 5xx, and answers as documented.

Schemathesis (bounded); and addresses of files and feeds with parameters of all kinds.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from tests.integration.exports.conftest import body_of
from trials.exports.file import Format
from trials.search.criteria import Criteria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("examples")]
IN_ALL = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
NAMES = (*Criteria.__dataclass_fields__, "columns", "rows", "id", "page_size", "after", "limit")
ADDRESSES = (
    *(f"/export/studies.{form}" for form in Format),
    "/export/",
    "/trials/feed.atom",
    "/api/v1/studies",
    "/api/v1/facets",
    "/api/v1/changes",
    "/api/v1/places",
)


@pytest.fixture
def application(db: None) -> Iterator[WSGIHandler]:
    """The site itself; between requests it keeps the connection, which the test's data hangs on."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in signals:
        signal.connect(close_old_connections)


def test_by_its_own_document(application: WSGIHandler) -> None:
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    every: list[Any] = list(document.get_all_operations())
    operations = [found.ok() for found in every]
    assert len(operations) == 6
    for operation in operations:

        @IN_ALL
        @given(case=operation.as_strategy())
        def tried(case: Any) -> None:
            checks = [not_a_server_error, response_schema_conformance]
            case.validate_response(case.call(), checks=checks)

        tried()


@IN_ALL
@given(
    address=st.sampled_from(ADDRESSES),
    pairs=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=300)), max_size=6),
)
def test_with_any_parameters(address: str, pairs: list[tuple[str, str]]) -> None:
    query = urlencode(pairs, errors="surrogatepass")
    response = Client(raise_request_exception=True).get(f"{address}?{query}")
    assert body_of(response) is not None
    assert response.status_code in (200, 422)


@IN_ALL
@given(st.text(max_size=40))
def test_with_any_id(typed: str) -> None:
    cache.clear()
    client = Client()
    for path in (f"/trials/{typed}/feed.atom", f"/trials/{typed}/dates.ics"):
        assert client.get(path).status_code in (200, 301, 404)
    assert client.get(f"/api/v1/studies/{typed}").status_code in (200, 301, 404)
