"""A statement that takes too long is cut off where somebody waits, and only there."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

import psycopg2  # type: ignore[import-untyped]
import pytest
from django.db import OperationalError, connection
from django.db.backends.signals import connection_created
from django.test import Client
from django.urls import reverse

from trials.models.time_limit import is_cut_off, limit_statements, set_limit, unlimited

SLOW = "SELECT pg_sleep(1)"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def limited() -> Iterator[None]:
    """This connection is one of the web server's, whose limit is 150 ms."""
    connection.ensure_connection()
    set_limit(connection, "150")
    yield
    set_limit(connection, "0")


@contextlib.contextmanager
def held_up(table: str) -> Iterator[None]:
    """Every statement on the table waits, as behind a slow one."""
    name = connection.get_connection_params()
    with contextlib.closing(psycopg2.connect(**plain(name))) as other, other.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{table}" IN ACCESS EXCLUSIVE MODE')
        yield


def plain(parameters: dict[str, object]) -> dict[str, object]:
    known = ("dbname", "user", "password", "host", "port")
    return {name: parameters[name] for name in known if parameters.get(name)}


@pytest.mark.usefixtures("limited")
def test_a_real_slow_statement_is_cut_off() -> None:
    with pytest.raises(OperationalError) as caught, connection.cursor() as cursor:
        cursor.execute(SLOW)
    assert is_cut_off(caught.value)


@pytest.mark.usefixtures("limited")
def test_a_file_takes_its_time_and_then_the_limit_is_back() -> None:
    with unlimited(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.3)")
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("150ms",)


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize(
    ("path", "table", "route"),
    [
        ("/trials/?q=secretword", "trials_study", "search"),
        ("/trials/NCT90000001/", "trials_study", "study"),
        ("/fit/results/", "trials_study", "fit_results"),
        ("/lists/AbCdEfGhIjKlMnOpQrStUvWxYz012345/", "trials_savedlist", "shared_list"),
    ],
)
def test_the_page_is_a_calm_503_and_the_log_says_which(
    path: str, table: str, route: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with held_up(table):
        answer = Client(raise_request_exception=False).get(path)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "no-store" in answer["Cache-Control"]
    assert "This took too long" in answer.content.decode()
    line = f"cut off after 2000 ms: {route}"
    said = "\n".join(caplog.messages)
    assert line in said
    assert "secretword" not in said


@pytest.mark.usefixtures("limited")
def test_the_api_says_so_as_a_problem() -> None:
    with held_up("trials_study"):
        answer = Client(raise_request_exception=False).get(reverse("api-v1:studies"))
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.usefixtures("limited")
def test_afterwards_the_next_page_is_whole() -> None:
    with held_up("trials_study"):
        Client(raise_request_exception=False).get("/trials/")
    assert Client().get("/trials/").status_code == 200


def test_the_web_server_sets_it_and_commands_do_not() -> None:
    uid = "statement time-out"
    assert not any(uid in str(key) for (key, _), *_ in connection_created.receivers)
    limit_statements(2000)
    try:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("2s",)
    finally:
        connection_created.disconnect(dispatch_uid=uid)
        connection.close()
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
