"""From the registry's answer into the catalogue, on real Postgres."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.integration.conftest import NOW, Sync
from tests.records import Json, all_examples, study
from tests.records.shared import needs_shared_records, shared_als_records, shared_records
from tests.stand_in import StandIn
from trials.models import Change, Edition, Reading, Site, Snapshot, Study, SyncRun
from trials.models.known_study import known_study
from trials.reading.scope import Scope
from trials.registry.translate import nct_id_of
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db(transaction=True)


def written(model: Any) -> list[tuple[Any, ...]]:
    """Every row with the transaction that wrote it, so that a rewrite of equal values shows."""
    rows = model.objects.extra(select={"xmin": "xmin"}).values_list("pk", "xmin")
    return sorted((pk, str(xmin)) for pk, xmin in rows)


def counts(run: SyncRun) -> dict[str, int]:
    names = ("seen", "new", "changed", "unchanged", "set_aside", "delisted")
    return {name: getattr(run, name) for name in names}


def test_a_first_sync_keeps_every_study_and_says_what_it_did(full_sync: Sync) -> None:
    run = full_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    assert counts(run) == {
        "seen": len(all_examples()),
        "new": len(all_examples()),
        "changed": 0,
        "unchanged": 0,
        "set_aside": 0,
        "delisted": 0,
    }
    assert Study.objects.count() == Reading.objects.count() == len(all_examples())
    assert Edition.current().data_timestamp == run.data_timestamp


def test_a_second_sync_with_nothing_new_writes_no_row(full_sync: Sync) -> None:
    full_sync()
    models = (Study, Site, Reading, Snapshot, Change, Edition)
    before = [written(model) for model in models]
    run = full_sync()
    assert [written(model) for model in models] == before
    assert run.unchanged == run.seen == len(all_examples())


def test_a_sync_with_nothing_new_asks_the_database_no_more_than_it_must(full_sync: Sync) -> None:
    full_sync()
    with CaptureQueriesContext(connection) as asked:
        full_sync()
    of_pages = [query for query in asked if '"trials_snapshot"' in query["sql"]]
    of_studies = [query for query in asked if '"trials_study"' in query["sql"]]
    assert len(of_studies) == 1
    assert len(asked) - len(of_pages) <= 11


def test_news_is_kept_before_and_after(full_sync: Sync, stand_in: StandIn) -> None:
    stand_in.records = [study(nct_id="NCT90000001", overall_status="RECRUITING")]
    full_sync()
    stand_in.records = [study(nct_id="NCT90000001", overall_status="SUSPENDED")]
    run = full_sync()
    assert run.changed == 1
    change = Change.objects.get()
    assert (change.field, change.before, change.after) == (
        "overall_status",
        "RECRUITING",
        "SUSPENDED",
    )
    assert Snapshot.objects.count() == 2


def test_terms_of_the_registry_are_stored_and_read_but_are_no_news(
    full_sync: Sync, stand_in: StandIn
) -> None:
    one, other = study(nct_id="NCT90000001"), study(nct_id="NCT90000001")
    one["derivedSection"], other["derivedSection"] = {}, {"conditionBrowseModule": {"meshes": []}}
    stand_in.records = [one]
    full_sync()
    first = Study.objects.get()
    stand_in.records = [other]
    run = full_sync()
    assert (run.changed, Change.objects.count()) == (1, 0)
    assert Study.objects.get().snapshot_id != first.snapshot_id
    assert Study.objects.get().last_changed_at == first.last_changed_at


def many(count: int) -> list[Json]:
    return [study(nct_id=f"NCT9000{number:04d}") for number in range(1000, 1000 + count)]


def test_a_study_that_left_is_marked_never_deleted(full_sync: Sync, stand_in: StandIn) -> None:
    stand_in.records = many(12)
    full_sync()
    stand_in.records = many(11)
    run = full_sync()
    assert run.delisted == 1
    gone = Study.objects.get(delisted_at__isnull=False)
    assert gone.nct_id == "NCT90001011"
    assert gone.delisted_at == NOW
    assert Change.objects.get().field == "listing"


def test_a_study_that_came_back_is_listed_again(full_sync: Sync, stand_in: StandIn) -> None:
    stand_in.records = many(12)
    full_sync()
    stand_in.records = many(11)
    full_sync()
    stand_in.records = many(12)
    full_sync()
    assert not Study.objects.filter(delisted_at__isnull=False).exists()
    assert Change.objects.filter(field="listing").count() == 2


def test_a_light_check_brings_changes_and_delists_nothing(
    full_sync: Sync, light_sync: Sync, stand_in: StandIn
) -> None:
    stand_in.records = many(12)
    full_sync()
    stand_in.records = many(3)
    run = light_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    assert run.delisted == 0
    assert Study.objects.still_listed().count() == 12


def test_an_alias_belongs_to_the_study_that_names_it(full_sync: Sync) -> None:
    full_sync()
    owner = Study.objects.exclude(nct_id_aliases=[]).first()
    assert owner is not None
    assert known_study(owner.nct_id_aliases[0]) == owner


class TestOverTheStarterCatalogue:
    """Starter facts fill an empty database, and step aside for records."""

    def test_it_fills_an_empty_database_once(self) -> None:
        assert load_starter_studies(now=NOW) == 55
        assert load_starter_studies(now=NOW) == 0
        assert Study.objects.starters().count() == 55
        assert not Study.objects.recruiting_now().exists()

    def test_a_title_alone_does_not_tell_surgery_from_a_puncture(self) -> None:
        """NCT01142856's title says "intraspinal"; its description says lumbar puncture."""
        load_starter_studies(now=NOW)
        assert Reading.objects.get(study__nct_id="NCT01142856").route == []
        assert not Reading.objects.filter(route__contains=["intraspinal"]).exists()

    def test_no_run_delists_a_starter_study(self, full_sync: Sync) -> None:
        load_starter_studies(now=NOW)
        run = full_sync()
        assert run.state == SyncRun.State.PUBLISHED, run.message
        assert run.delisted == 0
        assert Study.objects.starters().still_listed().count() == 55

    def test_a_record_replaces_a_starter_study_silently(
        self, full_sync: Sync, stand_in: StandIn
    ) -> None:
        load_starter_studies(now=NOW)
        starter = Study.objects.starters().order_by("nct_id")[0]
        stand_in.records = [study(nct_id=starter.nct_id)]
        full_sync()
        replaced = Study.objects.get(nct_id=starter.nct_id)
        assert (replaced.pk, replaced.is_starter, replaced.as_of) == (starter.pk, False, "")
        assert not Change.objects.exists()


@needs_shared_records
@pytest.mark.parametrize("has_starters", [False, True])
def test_the_shared_records_keep_exactly_those_that_belong(
    full_sync: Sync, stand_in: StandIn, *, has_starters: bool
) -> None:
    """164 real records: the 14 ALS cell studies belong; the 150 of other diseases don't."""
    if has_starters:
        load_starter_studies(now=NOW)
    stand_in.records = shared_records()
    run = full_sync()
    assert run.state == SyncRun.State.PUBLISHED, run.message
    assert (run.seen, run.set_aside, run.delisted, run.left_out) == (164, 0, 0, 150)
    kept = Study.objects.fetched().exclude(scope=Scope.LEFT_OUT)
    assert {one.nct_id for one in kept} == {nct_id_of(one) for one in shared_als_records()}
    studies = written(Study)
    again = full_sync()
    assert (again.unchanged, written(Study)) == (164, studies)


def test_a_snapshot_is_the_json_as_received(full_sync: Sync, stand_in: StandIn) -> None:
    payload = study(
        nct_id="NCT90000001", brief_summary="NUL \x00 and \u202e stay in the raw record"
    )
    stand_in.records = [payload]
    full_sync()
    assert json.loads(Snapshot.objects.get().body) == payload
