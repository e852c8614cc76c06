"""A record with a value that nothing can hold costs itself at most, today and at every sync."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from benchmarks.crawled import Crawled, crawled
from tests.integration.conftest import NOW
from tests.records import Json, all_examples, studies, study
from tests.records.beyond_limits import CUT_EMOJI, DIGITS, HELD, MENDED, NCT_ID, OTHER_IDS, as_sent
from trials.models import Snapshot, Study, SyncProblem, SyncRun
from trials.models.study_record import record_of
from trials.registry.digest import body_of
from trials.registry.errors import Unreadable
from trials.registry.translate import unreadable
from trials.sync.damage import empty_damaged
from trials.sync.replay import replay
from trials.sync.run import sync_studies

pytestmark = pytest.mark.django_db(transaction=True)
LARGEST_PAGE = 4_000_000  # characters
PAGES = (
    "/trials/",
    f"/trials/{NCT_ID}/",
    f"/trials/{NCT_ID}/questions/",
    f"/trials/{NCT_ID}/dates.ics",
    f"/trials/{NCT_ID}/feed.atom",
    f"/check/?id={NCT_ID}",
    f"/compare/?id={NCT_ID}&id=NCT90001000",
    "/about/data/",
    f"/api/v1/studies/{NCT_ID}",
)
FILES = ("csv", "json", "xlsx")
ANY = ("a\ud800b", "a\x00b", 10**400, DIGITS, -1, float("nan"), "x " * 1_500)
Path = tuple[str | int, ...]


@pytest.fixture(autouse=True)
def unhurried(settings: Settings) -> None:
    """No test waits for another's pace."""
    settings.RATES = {**settings.RATES, "api": "100000/m", "export": "100000/m"}


def synced(records: Sequence[object]) -> SyncRun:
    """A full sync with a registry that has these records and sends the odd one first."""
    registry = crawled([as_sent(record) for record in records])
    run = sync_studies(registry, clock=lambda: NOW)
    assert run.state == SyncRun.State.PUBLISHED, run.message
    return run


def look_at_pages() -> None:
    device = Client()
    for path in PAGES:
        answer = device.get(path)
        assert answer.status_code == 200, path
        assert len(answer.content) < LARGEST_PAGE, path
    for form in FILES:
        answer = device.get(f"/export/studies.{form}?id={NCT_ID}")
        assert answer.status_code == 200, form
        assert b"".join(answer), form


def listed() -> set[str]:
    return set(Study.objects.still_listed().values_list("nct_id", flat=True))


@pytest.mark.parametrize("kind", MENDED)
def test_it_is_published_without_what_cannot_be(transactional_db: None, kind: str) -> None:
    field, build = MENDED[kind]
    record = build()
    run = synced([record, *studies(6)])
    assert (run.set_aside, len(listed())) == (0, 7)
    problems = list(SyncProblem.objects.filter(run=run, nct_id=NCT_ID))
    assert [one.field for one in problems if one.field == field], problems
    assert all(len(one.reason) <= 500 and len(one.value) <= 200 for one in problems)
    assert Snapshot.objects.get(nct_id=NCT_ID).body == body_of(record)
    look_at_pages()
    assert synced([record, *studies(6)]).unchanged == 7


@pytest.mark.parametrize("kind", HELD)
def test_it_is_published_whole(transactional_db: None, kind: str) -> None:
    record = HELD[kind]()
    run = synced([record, *studies(6)])
    assert (run.set_aside, len(listed())) == (0, 7)
    look_at_pages()
    assert synced([record, *studies(6)]).unchanged == 7


@pytest.mark.parametrize("kind", OTHER_IDS)
def test_it_is_set_aside_and_told(transactional_db: None, kind: str) -> None:
    record = study(nct_id=OTHER_IDS[kind])
    for _ in range(2):
        run = synced([record, *studies(6)])
        assert (run.set_aside, len(listed())) == (1, 6)
        problem = SyncProblem.objects.get(run=run)
        assert problem.is_fatal
        assert problem.field.endswith("identificationModule.nctId")
        assert problem.set_aside is not None
        assert problem.set_aside.body == body_of(record)


@pytest.mark.parametrize("kind", MENDED)
def test_a_study_that_becomes_one_is_changed(transactional_db: None, kind: str) -> None:
    before = study(nct_id=NCT_ID)
    synced([before, *studies(6)])
    run = synced([MENDED[kind][1](), *studies(6)])
    assert (run.changed, run.set_aside, len(listed())) == (1, 0, 7)
    assert synced([before, *studies(6)]).changed == 1


def test_readers_see_that_a_character_is_missing(transactional_db: None) -> None:
    synced([study(nct_id=NCT_ID, brief_title=f"Cells {CUT_EMOJI} for ALS"), *studies(6)])
    assert Study.objects.get(nct_id=NCT_ID).brief_title == "Cells \ufffd for ALS"


def test_a_record_that_is_one_number_is_set_aside(transactional_db: None) -> None:
    for _ in range(2):
        run = synced([DIGITS, *studies(6)])
        assert (run.set_aside, len(listed())) == (1, 6)
        problem = SyncProblem.objects.get(run=run)
        assert problem.set_aside is not None
        assert problem.set_aside.body == f'"{DIGITS}"'


def test_no_digit_of_what_came_is_lost_and_it_is_no_damage(transactional_db: None) -> None:
    synced([study(nct_id=NCT_ID, enrollment=DIGITS), *studies(6)])
    assert DIGITS in Snapshot.objects.get(nct_id=NCT_ID).body
    assert empty_damaged(now=NOW) == 0
    held = Study.objects.get(nct_id=NCT_ID)
    assert replay([held.pk], now=NOW) == 1
    assert record_of(held).design.enrollment_count is None
    assert not SyncProblem.objects.exclude(nct_id=NCT_ID).exists()


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where the single values stand; of a list, those of its first item."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, (*path, name))
    elif isinstance(value, list):
        for item in value[:1]:
            yield from leaves(item, (*path, 0))
    else:
        yield path


def odd_in_one_place() -> Iterator[Json]:
    """Each value that an example has, in each place once, by each of ``ANY``."""
    done: set[Path] = {("protocolSection", "identificationModule", "nctId")}
    for example in all_examples():
        for path in set(leaves(example)) - done:
            done.add(path)
            for value in ANY:
                record = copy.deepcopy(example)
                node: Any = record
                for name in path[:-1]:
                    node = node[name]
                node[path[-1]] = value
                yield record


def test_no_value_in_any_place_stops_a_sync(transactional_db: None) -> None:
    readable = [record for record in odd_in_one_place() if unreadable(record) is None]
    for number, record in enumerate(readable):
        record["protocolSection"]["identificationModule"]["nctId"] = f"NCT9{number:07}"
    run = synced(readable)
    assert len(readable) > 500
    assert (run.new, run.set_aside) == (len(readable), 0)


def test_what_a_run_says_is_short_and_can_be_kept(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise Unreadable("The registry said: \x00\ud800" + "x" * 1_000_000)

    monkeypatch.setattr(Crawled, "version", fails)
    run = sync_studies(crawled([]), clock=lambda: NOW)
    assert run.state == SyncRun.State.FAILED
    stored = SyncRun.objects.get(pk=run.pk).message
    assert stored.startswith("The registry said: \ufffdx")
    assert len(stored) == 2_000
