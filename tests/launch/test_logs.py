"""Logs of processes that run for months: cut while they are written, and gone after two weeks."""

import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.waiting import wait_until
from trialfinder.launch.logs import KEPT, LARGEST, LONGEST, MOST, keep_short, older
from trialfinder.launch.services import ProjectProcess, Service, stop_services, watch

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WRITER = """
import pathlib, sys, time
def say(text):  # in one write: print() makes two of a long one
    sys.stdout.write(text + "\\n")
    sys.stdout.flush()
say("first")
for word in ("much", "after"):
    while not pathlib.Path(word).exists():
        time.sleep(0.01)
    say("x" * 5_000_001 if word == "much" else word)
time.sleep(60)
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "web.log"


@pytest.fixture
def writer(log: Path) -> Iterator[Service]:
    """A process that writes one line, another where the file `much` appears, and `after`."""
    command = (sys.executable, "-c", WRITER)
    steps = ((signal.SIGKILL, 5.0),)
    program = ProjectProcess("web", command, log, steps, os.environ, log.parent)
    service = Service.started(program)
    yield service
    stop_services([service])


def written(log: Path, text: str, *, at: datetime) -> None:
    """The process has written this, and nothing since."""
    with log.open("a") as file:
        file.write(text)
    os.utime(log, (at.timestamp(), at.timestamp()))


def texts(log: Path) -> list[str]:
    """The older logs, oldest first, and the present one."""
    return [each.read_text() for each in (*reversed(older(log)), log)]


def test_a_log_that_grows_large_is_cut_under_the_process_that_writes_it(
    writer: Service, log: Path
) -> None:
    wait_until(lambda: log.read_text() == "first\n", "the first line")
    (log.parent / "much").touch()
    wait_until(lambda: log.stat().st_size > LARGEST, "a large log")
    writer.look_at_log_at = 0.0  # a minute has passed
    until = time.monotonic() + 5
    watch([writer], until=lambda: log.stat().st_size == 0 or time.monotonic() > until, every=0.01)
    assert log.stat().st_size == 0
    (log.parent / "after").touch()
    wait_until(lambda: log.stat().st_size > 0, "the line after the cut")
    assert writer.process.poll() is None
    assert [text[:8] for text in texts(log)] == ["first\nxx", "after\n"]
    assert log.read_bytes() == b"after\n"


def test_it_is_looked_at_once_a_minute(writer: Service, log: Path) -> None:
    now = writer.started_at
    writer.look(now)
    wait_until(lambda: log.stat().st_size > 0, "the first line")
    (log.parent / "much").touch()
    wait_until(lambda: log.stat().st_size > LARGEST, "a large log")
    writer.look(now + 59)
    assert log.stat().st_size > LARGEST
    writer.look(now + 61)
    assert log.stat().st_size == 0


def test_a_log_of_yesterday_is_put_aside_also_where_it_is_small(log: Path) -> None:
    keep_short(log, now=NOW)
    written(log, "a\n", at=NOW)
    keep_short(log, now=NOW + LONGEST - MINUTE)
    written(log, "b\n", at=NOW + LONGEST)
    keep_short(log, now=NOW + LONGEST + MINUTE)
    written(log, "c\n", at=NOW + LONGEST + 2 * MINUTE)
    keep_short(log, now=NOW + 2 * LONGEST)
    assert texts(log) == ["a\nb\n", "c\n"]


def test_no_line_is_kept_for_more_than_two_weeks_and_none_is_missed_before(log: Path) -> None:
    written(log, "", at=NOW)
    for hours in range(24 * 40):
        now = NOW + timedelta(hours=hours)
        keep_short(log, now=now)
        written(log, f"{now.isoformat()}\n", at=now)
    lines = "".join(texts(log)).split()
    assert now - timedelta(days=14) <= datetime.fromisoformat(lines[0]) < now - KEPT
    assert len(lines) == len(set(lines)) >= KEPT / timedelta(hours=1)


def test_starts_again_and_again_don_t_keep_it_for_ever(log: Path) -> None:
    """It is asked at each start too; what is older than a day is known by then."""
    for day in range(20):
        keep_short(log, now=NOW + day * DAY)
        written(log, f"{day}\n", at=NOW + day * DAY + MINUTE)
    assert int(texts(log)[0].split()[0]) >= 20 - 14


def test_what_was_left_by_a_site_that_stood_still_for_months_goes_at_its_start(log: Path) -> None:
    written(log, "long ago\n", at=NOW - 100 * DAY)
    keep_short(log, now=NOW)
    assert texts(log) == [""]


def test_a_clock_that_was_ahead_ends_neither_the_cutting_nor_the_forgetting(log: Path) -> None:
    keep_short(log, now=NOW)
    for at in (NOW + 365 * DAY, NOW):
        written(log, f"{at:%Y}\n", at=at)
        keep_short(log, now=at)
    keep_short(log, now=NOW + LONGEST + MINUTE)
    assert texts(log) == ["2026\n", ""]


def test_so_many_older_logs_and_no_more(log: Path) -> None:
    for minute in range(MOST + 5):
        written(log, str(minute) + "x" * LARGEST, at=NOW + minute * MINUTE)
        keep_short(log, now=NOW + minute * MINUTE)
    assert len(older(log)) == MOST
    assert older(log)[0].read_text().startswith(str(MOST + 4))


def test_logs_of_others_are_left_alone(log: Path) -> None:
    other = log.with_name("web-server.log")
    written(other, "theirs\n", at=NOW - 100 * DAY)
    written(log, "ours\n", at=NOW - 100 * DAY)
    keep_short(log, now=NOW)
    assert other.read_text() == "theirs\n"


def test_where_it_can_t_be_put_aside_the_site_runs_on_and_the_log_stays(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files that may not grow any further are as good as a full disk."""
    written(log, "kept" + "x" * LARGEST, at=NOW)
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, allowed[1]))
    try:
        assert keep_short(log, now=NOW) > 60
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
    assert (log.stat().st_size, older(log)) == (LARGEST + 4, [])
    assert "could not be put aside" in capsys.readouterr().err
    keep_short(log, now=NOW)
    assert [text[:4] for text in texts(log)] == ["kept", ""]
