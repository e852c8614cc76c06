"""The examples in a real database, and the files of an address read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from fhir.resources.R4B.bundle import Bundle

from tests.integration.catalogue import publish
from tests.records import all_examples

Table = list[dict[str, str]]


@pytest.fixture(autouse=True)
def unhurried(settings: pytest.FixtureRequest) -> None:
    """No test waits for another's pace."""
    settings.RATES = {**settings.RATES, "api": "100000/m", "export": "100000/m"}  # type: ignore[attr-defined]


@pytest.fixture
def examples(db: None) -> None:
    publish(*all_examples())


def body_of(response: HttpResponseBase) -> bytes:
    """The whole body, streamed or not."""
    if response.streaming:
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return response.content  # type: ignore[attr-defined, no-any-return]


def resources_of(body: bytes) -> list[Any]:
    """The ResearchStudies of a Bundle that FHIR's own definitions find valid."""
    return [entry.resource for entry in Bundle.model_validate_json(body).entry or ()]


@pytest.fixture
def get(client: Client) -> Callable[[str], bytes]:
    """The body at an address, which must be there."""

    def body(address: str) -> bytes:
        response = client.get(address)
        assert response.status_code == 200, response
        return body_of(response)

    return body


@pytest.fixture
def table(get: Callable[[str], bytes]) -> Callable[[str], Table]:
    """The rows of a CSV file at an address, by heading."""

    def rows(query: str = "") -> Table:
        text = get(f"/export/studies.csv{query}").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return rows
