"""The clock was ahead and is right again: beat asks for everything as before.

With the scheduler's real file; the last test is beat itself, as `./run` starts it.
"""

import copy
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from celery import Celery
from django.conf import settings

from tests.faults.running import Site
from tests.faults.servers import Server
from tests.faults.waiting import wait_until
from trialfinder.celery import app as the_sites
from trialfinder.launch.services import stop_services
from trialfinder.launch.valkey import Valkey
from trialfinder.timetable import Timetable, last_runs

NOW = datetime(2026, 11, 23, 7, 31, tzinfo=UTC)  # a Monday
YEAR, HOUR, MINUTE = timedelta(days=365), timedelta(hours=1), timedelta(minutes=1)
MAILS, MISSED = "trials.tasks.send_alert_mails", "trials.tasks.resume_interrupted"


class Clocked(Celery):
    """An application whose clock is set by hand."""

    present = NOW

    def now(self) -> datetime:
        return self.present


@pytest.fixture
def app() -> Iterator[Clocked]:
    """With the site's own timetable and a queue in memory. Entries read from a file ask the
    present application for the time.
    """
    timetable = copy.deepcopy(settings.CELERY_BEAT_SCHEDULE)
    conf = {"beat_schedule": timetable, "timezone": "UTC", "result_expires": None}
    with Clocked("clocked", broker="memory://", changes=conf, set_as_current=True) as made:
        asked(made)
        yield made
    the_sites.set_current()


@contextmanager
def running(app: Celery, file: Path) -> Iterator[Timetable]:
    with closing(Timetable(app=app, schedule_filename=str(file))) as scheduler:
        yield scheduler


def turn(scheduler: Timetable) -> None:
    while scheduler.tick() == 0:
        pass


def asked(app: Celery) -> list[str]:
    """The names of the tasks that have been asked for since the last look."""
    names = []
    with app.connection_for_read() as line, closing(line.SimpleQueue("celery")) as queue:
        while queue.qsize():
            message = queue.get(block=False)
            names.append(message.headers["task"])
            message.ack()
    return sorted(names)


def ahead(app: Clocked, by: timedelta, scheduler: Timetable) -> None:
    """Everything was run by a clock that was ahead."""
    app.present = NOW + by
    turn(scheduler)
    app.present = NOW + by + timedelta(days=7)
    turn(scheduler)
    assert {MAILS, MISSED} <= set(asked(app))
    app.present = NOW


def ten_minutes(app: Clocked, scheduler: Timetable) -> list[str]:
    """What is asked for in the ten minutes from now on."""
    for _ in range(10):
        turn(scheduler)
        app.present += MINUTE
    turn(scheduler)
    return asked(app)


@pytest.mark.parametrize("by", [YEAR, HOUR, -YEAR])
def test_the_clock_goes_back_under_a_beat_that_runs(
    app: Clocked, tmp_path: Path, by: timedelta
) -> None:
    with running(app, tmp_path / "schedule") as beat:
        turn(beat)
        ahead(app, by, beat)
        found = ten_minutes(app, beat)
    assert (found.count(MAILS), found.count(MISSED)) == ((2, 2) if by < timedelta() else (1, 1))


def test_a_schedule_from_the_future_at_the_start(app: Clocked, tmp_path: Path) -> None:
    with running(app, tmp_path / "schedule") as beat:
        turn(beat)
        ahead(app, YEAR, beat)
    with running(app, tmp_path / "schedule") as beat:
        assert ten_minutes(app, beat) == [MISSED, MAILS]


def test_what_runs_once_a_day_runs_the_next_day(app: Clocked, tmp_path: Path) -> None:
    with running(app, tmp_path / "schedule") as beat:
        turn(beat)
        ahead(app, YEAR, beat)
        turn(beat)
        app.present = NOW + 8 * HOUR
        turn(beat)
        assert "trials.tasks.sync_studies" in asked(app)


def test_nothing_is_asked_twice_where_the_clock_is_set_right_by_seconds(
    app: Clocked, tmp_path: Path
) -> None:
    with running(app, tmp_path / "schedule") as beat:
        turn(beat)
        app.present = datetime(2026, 11, 23, 7, 40, 1, tzinfo=UTC)
        turn(beat)
        assert asked(app) == [MISSED, MAILS]
        for seconds in (59, 60, 61):
            app.present = datetime(2026, 11, 23, 7, 39, tzinfo=UTC) + timedelta(seconds=seconds)
            turn(beat)
        assert asked(app) == []


def test_beat_itself_takes_a_schedule_from_the_future(
    app: Clocked, redis: Server[Valkey], tmp_path: Path
) -> None:
    file = tmp_path / "celerybeat-schedule"
    app.present = datetime.now(UTC) + YEAR
    with running(app, file) as before:
        turn(before)
    site = Site("postgres:///not-asked", redis.url, "http://127.0.0.1:9/", tmp_path)
    beat = site.start("beat")
    try:
        wait_until(lambda: "The clock was ahead" in site.log("beat"), "beat sees it")
    finally:
        stop_services([beat])
    last = last_runs(file).values()
    assert len(last) >= len(settings.CELERY_BEAT_SCHEDULE)
    assert max(last) <= datetime.now(UTC)


@pytest.mark.parametrize("text", ["", "[]", '{"a": "soon"}', '{"a": 1}', "\0\1"])
def test_a_file_that_can_not_be_read_costs_only_what_was_in_it(
    app: Clocked, tmp_path: Path, text: str
) -> None:
    (tmp_path / "schedule").write_text(text)
    with running(app, tmp_path / "schedule") as beat:
        assert ten_minutes(app, beat) == [MISSED, MAILS]
    assert len(last_runs(tmp_path / "schedule")) >= len(settings.CELERY_BEAT_SCHEDULE)
