"""The time that a statement may take: a page's is cut off, a file's and a task's never.

Every process has the same setting, 300 ms. Another session's lock makes each wait for longer.
"""

import contextlib
import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg2  # type: ignore[import-untyped]
import pytest

from tests.faults.changes import NEW_TITLE, the_next_day
from tests.faults.running import Answer, Site
from tests.faults.waiting import wait_until
from tests.stand_in import StandIn
from trials.exports.file import Format

FILES = tuple(f"/export/studies.{form}" for form in Format)
AT_ONCE = 3  # a process makes four, and two for one network
WAITS_FOR_LONG = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
      AND clock_timestamp() - query_start > interval '1 second'"""
T = TypeVar("T")


@pytest.fixture
def limited(site: Site) -> Site:
    site.more = {"STATEMENT_TIMEOUT_MS": "300"}
    return site


@contextlib.contextmanager
def held(site: Site, table: str) -> Iterator[None]:
    """Every statement on the table waits while this lasts."""
    with contextlib.closing(psycopg2.connect(site.database)) as own, own.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield


def behind_a_lock(site: Site, table: str, *work: Callable[[], T]) -> list[T]:
    """What each gives that began behind the lock; all had waited for a second when it went."""
    with ThreadPoolExecutor(len(work)) as threads:
        with held(site, table):
            asked = [threads.submit(one) for one in work]
            wait_for_waiting(site, len(work))
            assert not any(one.done() for one in asked)
        return [one.result() for one in asked]


def wait_for_waiting(site: Site, sessions: int) -> None:
    wait_until(lambda: site.rows(WAITS_FOR_LONG) == [(sessions,)], f"{sessions} wait for long")


def test_a_page_is_cut_off_and_says_so(limited: Site) -> None:
    limited.start("web")
    with held(limited, "trials_study"):
        answer = limited.get("/trials/?phase=PHASE2")
    assert (answer.status, answer.headers["retry-after"]) == (503, "60")
    assert "took too long" in answer.text
    assert "cut off after 300 ms: search" in limited.log("web")
    assert limited.get("/trials/?phase=PHASE2").status == 200


def test_files_are_whole_however_long_they_waited(limited: Site) -> None:
    limited.more = {**limited.more, "TRUSTED_PROXIES": "1"}
    limited.start("web")

    def asker(path: str) -> Callable[[], Answer]:
        own: dict[str, Any] = {"X-Forwarded-For": f"203.0.{FILES.index(path)}.7"}
        return lambda: limited.get(path, **own)

    at_once = [limited.get(path) for path in FILES]
    waited: list[Answer] = []
    for first in range(0, len(FILES), AT_ONCE):
        some = FILES[first : first + AT_ONCE]
        waited += behind_a_lock(limited, "trials_study", *map(asker, some))
    for path, soon, late in zip(FILES, at_once, waited, strict=True):
        assert (soon.status, late.status) == (200, 200), path
        assert size(late.body) == size(soon.body) > 0, path


def size(file: bytes) -> int:
    """Of an Excel file, which is packed, what is in it."""
    if not zipfile.is_zipfile(io.BytesIO(file)):
        return len(file)
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert packed.testzip() is None
        return sum(one.file_size for one in packed.infolist())


@pytest.mark.parametrize(
    ("command", "table"),
    [
        ("sync_studies", "trials_study"),
        ("migrate", "django_migrations"),
    ],
)
def test_commands_take_their_time(limited: Site, command: str, table: str) -> None:
    def run() -> subprocess.CompletedProcess[str]:
        return limited.manage(command)

    (done,) = behind_a_lock(limited, table, run)
    assert done.returncode == 0, done.stderr


def test_the_worker_takes_its_time(limited: Site, stand_in: StandIn) -> None:
    nct_id = the_next_day(stand_in)
    limited.start("worker")
    with held(limited, "trials_study"):
        limited.ask("sync_studies")
        wait_for_waiting(limited, 1)
    wait_until(
        lambda: limited.states() == ["published"] * 2, "the sync", log=lambda: limited.log("worker")
    )
    titles = f"SELECT brief_title FROM trials_study WHERE nct_id = '{nct_id}'"  # noqa: S608
    assert limited.rows(titles) == [(NEW_TITLE,)]
    assert "Retry in" not in limited.log("worker")
