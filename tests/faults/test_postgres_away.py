"""PostgreSQL stopped, crashed and started again: nobody else has to be started again."""

import pytest
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
)
from django.test import RequestFactory

from tests.faults.changes import NEW_TITLE, the_next_day
from tests.faults.midst import sync_in_its_midst
from tests.faults.running import Site
from tests.faults.servers import Server
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trialfinder.launch.postgres import Postgres
from trials.views.errors import server_error

PAGES = ("/", "/trials/", "/about/data/")
COPY = "This page is a copy."


def test_a_sync_whose_database_went_away_is_done_again(
    site: Site, postgres: Server[Postgres], stand_in: StandIn
) -> None:
    nct_id = the_next_day(stand_in)
    sync_in_its_midst(site, stand_in, at_request=2)
    worker = site.services["worker"]
    postgres.stop()
    stand_in.hurry()
    wait_until(lambda: "Retry in" in site.log("worker"), "the task is put off")
    postgres.start()
    wait_until(lambda: site.states() == ["published", "interrupted", "published"], "a new run")
    assert title_of(site, nct_id) == NEW_TITLE
    assert worker.process.poll() is None


def test_a_sync_asked_for_while_the_database_is_away_comes_later(
    site: Site, postgres: Server[Postgres], stand_in: StandIn
) -> None:
    nct_id = the_next_day(stand_in)
    site.start("worker")
    postgres.stop()
    site.ask("sync_studies")
    wait_until(lambda: "Retry in" in site.log("worker"), "the task is put off")
    postgres.start()
    wait_until(lambda: site.states() == ["published", "published"], "the run that was asked for")
    assert title_of(site, nct_id) == NEW_TITLE


def test_a_crash_in_the_midst_of_writing_publishes_nothing_and_is_made_good(
    site: Site, postgres: Server[Postgres], stand_in: StandIn
) -> None:
    nct_id = the_next_day(stand_in)
    before = title_of(site, nct_id)
    sync_in_its_midst(site, stand_in, at_request=3)
    postgres.crash()
    stand_in.hurry()
    postgres.start()
    assert title_of(site, nct_id) in (before, NEW_TITLE)
    wait_until(
        lambda: title_of(site, nct_id) == NEW_TITLE,
        "the study's new title",
        log=lambda: site.log("worker"),
    )
    wait_until(lambda: site.states()[-1] == "published", "the run's last word")


def test_readers_get_the_last_copy_or_a_clear_word_and_then_the_site_again(
    site: Site, postgres: Server[Postgres]
) -> None:
    web = site.start("web")
    seen = {path: site.get(path) for path in PAGES}
    assert {answer.status for answer in seen.values()} == {200}
    postgres.stop()
    assert site.get("/trials/").status == 200
    site.forget_the_edition()
    for path in PAGES:
        answer = site.get(path)
        assert answer.status == 200, f"{path}: {answer.text}"
        assert COPY in answer.text, path
    unseen = site.get("/trials/?phase=PHASE2")
    assert unseen.status == 503
    assert unseen.headers["retry-after"]
    assert "try again" in unseen.text.lower()
    postgres.start()
    wait_until(
        lambda: site.get("/trials/?phase=PHASE2").status == 200, "the page from the database"
    )
    assert COPY not in site.get("/").text
    assert web.process.poll() is None


def test_a_restart_that_nobody_asks_anything_in_goes_unnoticed(
    site: Site, postgres: Server[Postgres]
) -> None:
    site.start("web")
    assert site.get("/trials/").status == 200
    postgres.stop()
    postgres.start()
    assert site.get("/trials/?phase=PHASE3").status == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError, 503),
        (InterfaceError, 503),
        (DatabaseError, 503),  # how a session ends that breaks off in the middle of an answer
        (IntegrityError, 500),
        (ProgrammingError, 500),
    ],
)
def test_only_a_database_that_is_away_is_called_away(error: type[Exception], status: int) -> None:
    try:
        broken_off(error)
    except error:
        assert server_error(RequestFactory().get("/")).status_code == status


def broken_off(error: type[Exception]) -> None:
    raise error("server closed the connection unexpectedly")


def title_of(site: Site, nct_id: str) -> str:
    found = site.rows(f"SELECT brief_title FROM trials_study WHERE nct_id = '{nct_id}'")  # noqa: S608
    return str(found[0][0])
