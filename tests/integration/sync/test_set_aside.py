"""A record that no study comes of is kept as it came, once, and tried anew each time it comes."""

from __future__ import annotations

import json
import logging

import pytest
from pytest_django.fixtures import Settings

from benchmarks.crawled import crawled
from tests.integration.conftest import NOW, Sync
from tests.records import Json, studies, study
from tests.stand_in import Fault, StandIn
from tests.stand_in.broken import broken
from trials.models import SetAsideRecord, Snapshot, Study, SyncProblem, SyncRun
from trials.registry.client import Registry
from trials.registry.digest import named
from trials.registry.query import Query
from trials.sync.run import sync_studies

pytestmark = pytest.mark.django_db(transaction=True)
UNREADABLE = (
    Fault.BROKEN_NO_IDENTIFICATION,
    Fault.BROKEN_ID,
    Fault.BROKEN_LIST,
    Fault.BROKEN_TEXT,
)
Rows = list[tuple[str, str]]


def sent(registry: Registry) -> list[object]:
    """What the registry answers now."""
    return [study for page in registry.crawl(Query()) for study in page.studies]


def with_id(nct_id: str) -> Json:
    """A study whose record cannot be read, under this id."""
    record: Json = broken(study(nct_id="NCT90000001"), Fault.BROKEN_LIST)
    record["protocolSection"]["identificationModule"]["nctId"] = nct_id
    return record


def written() -> Rows:
    """Every record kept, with the transaction that wrote it."""
    rows = SetAsideRecord.objects.extra(select={"xmin": "xmin"}).values_list("digest", "xmin")
    return sorted((digest, str(xmin)) for digest, xmin in rows)


@pytest.mark.parametrize("fault", UNREADABLE)
def test_it_is_kept_as_it_came(
    full_sync: Sync, stand_in: StandIn, registry: Registry, fault: Fault
) -> None:
    stand_in.records = studies(6)
    stand_in.faults.add(fault, times=2, at="/studies")
    answered = sent(registry)
    run = full_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    problem = SyncProblem.objects.get(run=run, is_fatal=True)
    assert problem.set_aside is not None
    assert json.loads(problem.set_aside.body) in answered
    assert problem.set_aside.received_at == NOW
    assert SetAsideRecord.objects.count() == 1
    assert Snapshot.objects.count() == Study.objects.count() == 5


def test_met_every_day_it_is_kept_once(full_sync: Sync, stand_in: StandIn) -> None:
    stand_in.records = studies(6)
    stand_in.faults.add(Fault.BROKEN_LIST, times=None, at="/studies")
    first = full_sync()
    before = written()
    stand_in.refresh(stand_in.records)
    second = full_sync()
    assert written() == before
    assert len(before) == 1
    kept = SyncProblem.objects.filter(is_fatal=True).values_list("run", "set_aside")
    assert sorted(kept) == [(first.pk, before[0][0]), (second.pk, before[0][0])]


def test_a_release_stamp_makes_no_other_record_of_it(full_sync: Sync, stand_in: StandIn) -> None:
    for day in ("2026-11-19", "2026-11-20"):
        record = with_id("NCT90000001")
        record["derivedSection"] = {"miscInfoModule": {"versionHolder": day}}
        stand_in.records = [*studies(6), record]
        full_sync()
    assert SetAsideRecord.objects.count() == 1


def test_another_state_of_it_is_kept_too(full_sync: Sync, stand_in: StandIn) -> None:
    for words in ("Before", "After"):
        record = with_id("NCT90000001")
        record["protocolSection"]["identificationModule"]["briefTitle"] = words
        stand_in.records = [*studies(6), record]
        full_sync()
    assert SetAsideRecord.objects.count() == 2


def test_it_comes_in_as_soon_as_the_rules_can_read_it(full_sync: Sync, stand_in: StandIn) -> None:
    """What an earlier release set aside, this one reads: the registry sends the very same."""
    stand_in.records = studies(6)
    record = stand_in.records[0]
    digest, body = named(record)
    set_aside = SetAsideRecord.objects.create(digest=digest, body=body, received_at=NOW)
    earlier = SyncRun.objects.create(kind="full", state="published", started_at=NOW)
    SyncProblem.objects.create(
        run=earlier, nct_id="NCT90000001", field="x", reason="y", is_fatal=True, set_aside=set_aside
    )
    run = full_sync()
    assert (run.state, run.new, run.set_aside) == (SyncRun.State.PUBLISHED, 6, 0), run.message
    assert Study.objects.filter(snapshot=digest).count() == 1


def test_a_known_study_that_became_unreadable_is_tried_anew(
    full_sync: Sync, stand_in: StandIn
) -> None:
    stand_in.records = studies(6)
    full_sync()
    stand_in.faults.add(Fault.BROKEN_LIST, times=1, at="/studies")
    assert full_sync().set_aside == 1
    run = full_sync()
    assert (run.set_aside, run.unchanged) == (0, 6)


def test_a_refused_answer_keeps_what_it_brought(full_sync: Sync, stand_in: StandIn) -> None:
    stand_in.records = [with_id(f"NCT9000000{number}") for number in range(1, 5)]
    run = full_sync()
    assert (run.state, run.set_aside) == (SyncRun.State.REFUSED, 4)
    assert SetAsideRecord.objects.filter(problems__run=run).count() == 4


ODD_IDS = ("NCT9\x000000001", "\ud800", "x" * 500, "NOT-AN-ID", "NCT9000000\u0661", "NCT90000001\n")


@pytest.mark.parametrize("nct_id", ODD_IDS)
@pytest.mark.parametrize("accepted", [True, False])
def test_an_odd_id_costs_nothing_but_its_record(
    transactional_db: None, settings: Settings, nct_id: str, *, accepted: bool
) -> None:
    settings.ACCEPT_TEST_STUDIES = accepted
    sent = [*studies(6), with_id(nct_id)]
    registry = crawled([json.dumps(record).encode() for record in sent])
    run = sync_studies(registry, clock=lambda: NOW)
    assert run.state == (SyncRun.State.PUBLISHED if accepted else SyncRun.State.REFUSED)
    problem = SyncProblem.objects.exclude(reason="a test study").get(run=run)
    assert len(problem.nct_id) <= 40
    assert problem.set_aside is not None
    identification = json.loads(problem.set_aside.body)["protocolSection"]["identificationModule"]
    assert identification["nctId"] == nct_id


def nested(levels: int, *, fault: bool) -> Json:
    """A study whose record holds lists in lists, under a name that nobody reads."""
    inner: list[object] = []
    for _ in range(levels):
        inner = [inner]
    record = with_id("NCT90000001") if fault else study(nct_id="NCT90000001", why_stopped=None)
    record["protocolSection"]["deep"] = inner
    record["protocolSection"]["nothing"] = None
    return record


@pytest.mark.parametrize("levels", [60, 700, 900])
@pytest.mark.parametrize("fault", [True, False])
def test_a_record_that_is_nested_deep_costs_no_other(
    transactional_db: None, levels: int, *, fault: bool
) -> None:
    sent = [*studies(6), nested(levels, fault=fault)]
    registry = crawled([json.dumps(record).encode() for record in sent])
    run = sync_studies(registry, clock=lambda: NOW)
    assert (run.state, run.set_aside) == (SyncRun.State.PUBLISHED, int(fault)), run.message
    assert run.new == 7 - fault


def test_an_id_in_other_digits_is_no_id(transactional_db: None) -> None:
    """The database refuses it: it would cost all others."""
    sent = [*studies(6), study(nct_id="NCT9000000\u0661")]
    registry = crawled([json.dumps(record).encode() for record in sent])
    run = sync_studies(registry, clock=lambda: NOW)
    assert (run.state, run.set_aside, run.new) == (SyncRun.State.PUBLISHED, 1, 6), run.message


def test_a_test_study_is_kept_as_it_came_too(
    full_sync: Sync, stand_in: StandIn, settings: Settings
) -> None:
    settings.ACCEPT_TEST_STUDIES = False
    stand_in.records = studies(6)
    run = full_sync()
    kept = SetAsideRecord.objects.filter(problems__run=run, problems__reason="a test study")
    assert kept.count() == 6
    assert not Study.objects.exists()


def test_the_log_names_the_records(
    full_sync: Sync, stand_in: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    stand_in.records = [*studies(6), with_id("NCT90000001")]
    with caplog.at_level(logging.WARNING):
        full_sync()
    assert "NCT90000001" in caplog.text
