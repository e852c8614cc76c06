"""How often one network may ask: the same at every address of the API, and said beforehand."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from trials.exports.rates import limit_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("examples")]
PROBLEM = "application/problem+json"
VALUES = {"nct_id": "NCT90000203", "since": "2026-01-01", "q": "Boston"}
UNNAMED = ("/api/v1/openapi.json", "/api/v1/nothing", "/api/v1/a/b/c", "/api/v1/")
POLICY, LEFT = "RateLimit-Policy", "RateLimit"


@pytest.fixture
def one_a_minute(settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "api": "1/m", "export": "1/m"}


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def addresses(document: dict[str, Any]) -> dict[str, Any]:
    """Of every operation that the document has -> its description."""
    return {
        _address(path, operation): operation
        for path, operations in document["paths"].items()
        for operation in operations.values()
    }


def _address(path: str, operation: dict[str, Any]) -> str:
    needed = [one["name"] for one in operation["parameters"] if one["required"]]
    query = "&".join(f"{name}={VALUES[name]}" for name in needed if f"{{{name}}}" not in path)
    return f"{path.format(**VALUES)}?{query}"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_operation_is_paced(
    client: Client, document: dict[str, Any], settings: Settings, method: str
) -> None:
    settings.RATES = {**settings.RATES, "api": "1/m"}
    found = addresses(document)
    assert len(found) >= 6
    for address, operation in found.items():
        cache.clear()
        assert client.generic(method, address).status_code == 200, address
        refused = client.generic(method, address)
        check_refusal(refused, address)
        assert PROBLEM in operation["responses"]["429"]["content"], address
        assert {"Retry-After", POLICY, LEFT} <= set(operation["responses"]["429"]["headers"])


@pytest.mark.usefixtures("one_a_minute")
@pytest.mark.parametrize("address", UNNAMED)
def test_so_is_every_other_address(client: Client, address: str) -> None:
    cache.clear()
    assert client.get(address).status_code in (200, 404)
    check_refusal(client.get(address), address)


def check_refusal(refused: Any, address: str) -> None:
    seconds = int(refused["Retry-After"])
    assert refused.status_code == 429, address
    assert 1 <= seconds <= 60, address
    assert refused["Content-Type"] == PROBLEM, address
    assert refused["Cache-Control"] == "private, no-store", address
    assert refused["Cross-Origin-Resource-Policy"] == "cross-origin", address
    assert refused[POLICY] == '"api";q=1;w=60', address
    assert refused[LEFT] == f'"api";r=0;t={seconds}', address


def test_all_share_one_pace(client: Client, document: dict[str, Any], settings: Settings) -> None:
    every = [*addresses(document), *UNNAMED]
    settings.RATES = {**settings.RATES, "api": f"{len(every)}/m"}
    cache.clear()
    assert [client.get(one).status_code for one in every].count(429) == 0
    assert client.get(every[0]).status_code == 429


@pytest.mark.parametrize("path", ["/api/v1/version", "/api/v1/places?q=Boston"])
def test_the_policy_stands_on_every_answer_and_is_the_same_for_all(
    client: Client, settings: Settings, path: str
) -> None:
    settings.RATES = {**settings.RATES, "api": "7/2m"}
    cache.clear()
    answers = [client.get(path, REMOTE_ADDR=f"203.0.{each}.7") for each in (113, 113, 114)]
    assert {answer[POLICY] for answer in answers} == {'"api";q=7;w=120'}


@pytest.mark.parametrize("path", ["/api/v1/studies", "/export/studies.csv"])
def test_what_caches_may_keep_holds_nobodys_count(client: Client, path: str) -> None:
    """Nor does any other answer: neighbours in a network would learn of each other."""
    first = client.get(path)
    known = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, known.status_code) == (200, 304)
    for answer in (first, known, client.get("/api/v1/places?q=Boston"), client.get("/")):
        assert LEFT not in answer.headers


@pytest.mark.usefixtures("one_a_minute")
def test_files_say_so_too(client: Client) -> None:
    cache.clear()
    allowed, refused = client.get("/export/studies.ris"), client.get("/export/studies.ris")
    assert allowed[POLICY] == refused[POLICY] == '"export";q=1;w=60'
    assert refused.status_code == 429
    assert refused[LEFT] == f'"export";r=0;t={refused["Retry-After"]}'


def test_scripts_of_other_sites_can_read_them(client: Client) -> None:
    answer = client.get("/api/v1/version", headers={"origin": "https://example.org"})
    exposed = answer["Access-Control-Expose-Headers"]
    assert {"Retry-After", POLICY, LEFT} <= {one.strip() for one in exposed.split(",")}


@pytest.mark.parametrize("rate", ["120/m", "50/90s"])
def test_the_document_says_the_limits_of_the_settings(
    client: Client, settings: Settings, rate: str
) -> None:
    settings.RATES = {**settings.RATES, "api": rate, "export": "3/h"}
    said = " ".join(client.get("/api/v1/openapi.json").json()["info"]["description"].split())
    limit = limit_of("api")
    assert f"{limit.requests} requests in {limit.seconds} seconds" in said
    assert "3 files in 3600 seconds" in said
