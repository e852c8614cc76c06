"""A stored record damaged in the database: its page says so, all others go on, a sync heals it."""

import logging

import pytest
from django.core.management import call_command
from django.test import Client

from tests.faults.changes import the_next_day
from tests.integration.conftest import NOW, Sync
from tests.stand_in import StandIn
from trials.exports.columns import DAMAGED
from trials.models import Snapshot, Study
from trials.reading.scope import Scope
from trials.sync.damage import empty_damaged
from trials.sync.replay import replay

pytestmark = pytest.mark.django_db(transaction=True)
NOT_JSON, OTHER_JSON = "cut", "altered"


@pytest.fixture
def hurt(full_sync: Sync) -> Study:
    """A listed study whose stored record has been cut off in the middle."""
    full_sync()
    study = Study.objects.filter(scope=Scope.LISTED).order_by("nct_id").first()
    assert study is not None
    damage(study)
    return study


def damage(study: Study, kind: str = NOT_JSON) -> None:
    snapshot = Snapshot.objects.get(pk=study.snapshot_id)
    body = snapshot.body
    half = len(body) // 2
    altered = body.replace(study.brief_title, "Other words entirely", 1)
    snapshot.body = body[:half] if kind == NOT_JSON else altered
    assert snapshot.body != body
    snapshot.save()


def reader() -> Client:
    return Client(raise_request_exception=False)


def test_its_page_says_so_and_names_the_registry(hurt: Study) -> None:
    for path in (f"/trials/{hurt.nct_id}/", f"/compare/?id={hurt.nct_id}"):
        answer = reader().get(path)
        words = answer.content.decode()
        assert answer.status_code == 503, path
        assert "Our copy of this study is damaged" in words
        assert f"clinicaltrials.gov/study/{hurt.nct_id}" in words


def test_every_other_page_goes_on(hurt: Study) -> None:
    other = Study.objects.filter(scope=Scope.LISTED).exclude(pk=hurt.pk).first()
    assert other is not None
    for path in ("/", "/trials/", f"/trials/{other.nct_id}/", "/fit/results/", "/about/data/"):
        assert reader().get(path, follow=True).status_code == 200, path
    assert hurt.nct_id in reader().get("/trials/").content.decode()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_says_so_in_the_studys_cells(hurt: Study, form: str) -> None:
    answer = reader().get(f"/export/studies.{form}", {"columns": "eligibility_criteria"})
    assert answer.status_code == 200
    text = b"".join(answer).decode()
    assert text.count(DAMAGED) == 1
    assert hurt.nct_id in text


def test_reading_again_reads_all_others_and_tells(
    hurt: Study, caplog: pytest.LogCaptureFixture
) -> None:
    ids = list(Study.objects.values_list("pk", flat=True))
    title = hurt.brief_title
    with caplog.at_level(logging.ERROR):
        assert replay(ids, now=NOW) == len(ids) - 1
    assert hurt.nct_id in caplog.text
    hurt.refresh_from_db()
    assert hurt.brief_title == title


def test_the_command_that_reads_again_says_how_many(
    hurt: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("reread", "--all")
    assert "1 could not be" in capsys.readouterr().err


def test_the_log_names_the_study(hurt: Study, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert empty_damaged(now=NOW) == 1
    assert f"{hurt.nct_id}: its stored record" in caplog.text


@pytest.mark.parametrize("kind", [NOT_JSON, OTHER_JSON])
def test_the_next_sync_heals_it(full_sync: Sync, kind: str) -> None:
    full_sync()
    study = Study.objects.filter(scope=Scope.LISTED).order_by("nct_id").first()
    assert study is not None
    before = Snapshot.objects.get(pk=study.snapshot_id).body
    damage(study, kind)
    assert empty_damaged(now=NOW) == 1
    run = full_sync()
    assert (run.state, run.changed, run.new) == ("published", 0, 0)
    assert Snapshot.objects.get(pk=study.snapshot_id).body == before
    assert reader().get(f"/trials/{study.nct_id}/").status_code == 200
    assert empty_damaged(now=NOW) == 0


def test_a_new_state_of_a_damaged_record_comes_in(full_sync: Sync, stand_in: StandIn) -> None:
    """What was before can't be told; what is now can."""
    full_sync()
    nct_id = the_next_day(stand_in)
    damage(Study.objects.get(nct_id=nct_id))
    run = full_sync()
    assert run.state == "published", run.message
    assert Study.objects.get(nct_id=nct_id).brief_title == "A title that the registry has changed"


def test_many_that_do_not_fit_are_left_alone(
    full_sync: Sync, caplog: pytest.LogCaptureFixture
) -> None:
    """A release that names states otherwise must not throw away what can't all be fetched again."""
    full_sync()
    for study in Study.objects.all():
        damage(study, OTHER_JSON)
    cut = Study.objects.order_by("nct_id").first()
    assert cut is not None
    damage(cut)
    with caplog.at_level(logging.ERROR):
        assert empty_damaged(now=NOW) == 1  # the one that nobody can read
    assert "all stay" in caplog.text
    assert Snapshot.objects.filter(body="").count() == 1
