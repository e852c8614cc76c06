"""The registry's faults, once each and mixed: nothing lost, a word each time, then as before."""

import random

import pytest
from django.test import Client

from tests.integration.conftest import Sync
from tests.records import studies
from tests.stand_in import Fault, StandIn
from tests.stand_in.broken import UNKNOWN_STATUS
from trials.models import Study, SyncRun

pytestmark = pytest.mark.django_db(transaction=True)
Shown = list[tuple[object, ...]]


@pytest.fixture(autouse=True)
def hurried(stand_in: StandIn) -> None:
    stand_in.slow_seconds = 0.05
    stand_in.retry_after = "0"


def shown() -> Shown:
    """What readers find: every listed study in its present state."""
    rows = Study.objects.still_listed().order_by("nct_id")
    return list(rows.values_list("nct_id", "snapshot_id", "scope"))


def met(stand_in: StandIn) -> set[Fault]:
    """Every fault that an answer so far really had in it."""
    return {fault for request in stand_in.requests for fault in request.faults}


def is_told(run: SyncRun) -> bool:
    """A run that publishes needs no word; every other has one that ends in what holds now."""
    return run.state == "published" or "stays" in run.message


@pytest.mark.parametrize("fault", list(Fault))
def test_each_once(full_sync: Sync, stand_in: StandIn, fault: Fault) -> None:
    full_sync()
    before = shown()
    stand_in.faults.add(fault, times=1, at="/studies")
    run = full_sync()
    assert met(stand_in) == {fault}
    assert stand_in.faults.are_spent
    assert is_told(run), run.message
    assert [row[0] for row in shown()] == [row[0] for row in before]
    assert full_sync().state == "published"
    assert shown() == before


@pytest.mark.parametrize("seed", [1, 2])
def test_mixed(full_sync: Sync, stand_in: StandIn, seed: int) -> None:
    chance = random.Random(seed)
    full_sync()
    before = shown()
    for _ in Fault:
        for fault in handful(chance, set(Fault) - met(stand_in)):
            stand_in.faults.add(fault, times=chance.choice([1, 2, 3]))
        while not stand_in.faults.are_spent:
            run = full_sync()
            assert is_told(run), run.message
            assert [row[0] for row in shown()] == [row[0] for row in before]
    assert met(stand_in) == set(Fault)
    run = full_sync()
    assert run.state == "published", run.message
    assert shown() == before


def handful(chance: random.Random, faults: set[Fault]) -> list[Fault]:
    """Two or three of them, or those that are left: one may hide another, which comes again."""
    return chance.sample(sorted(faults), min(len(faults), chance.randint(2, 3)))


def test_three_of_a_hundred_studies_are_refused_and_named(
    full_sync: Sync, stand_in: StandIn
) -> None:
    """Complete by its own count: only what readers had before tells that it is not."""
    stand_in.records = studies(100)
    assert full_sync().state == "published"
    before = shown()
    stand_in.records = stand_in.records[:3]
    run = full_sync()
    assert run.state == "refused"
    assert "97 of 100 studies shown would be lost" in run.message
    assert shown() == before
    assert Client().get("/status/").status_code == 200


def test_a_word_that_nobody_knows_is_kept_and_shown(full_sync: Sync, stand_in: StandIn) -> None:
    full_sync()
    stand_in.faults.add(Fault.BROKEN_WORD, times=1, at="/studies")
    run = full_sync()
    study = Study.objects.get(overall_status=UNKNOWN_STATUS)
    assert run.problems.filter(nct_id=study.nct_id, is_fatal=False).exists()
    page = Client().get(f"/trials/{study.nct_id}/")
    assert page.status_code == 200
    assert UNKNOWN_STATUS in page.content.decode()
    assert Client().get("/trials/").status_code == 200
