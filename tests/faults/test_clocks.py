"""A clock that jumps, forwards or backwards: nothing is lost, and nothing waits for a lost year."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.faults.changes import the_next_day
from tests.integration.alerts.conftest import server
from tests.integration.alerts.mail_server import MailServer
from tests.integration.alerts.steps import IDS, change, deliver, following_study
from tests.integration.catalogue import DATA_TIMESTAMP, publish
from tests.integration.conftest import NOW
from tests.records import study
from tests.stand_in import StandIn
from trials import tasks
from trials.models import Alert, AlertMail, Edition, SavedList, Study, SyncProblem, SyncRun
from trials.registry.client import Registry
from trials.saved.alerts.asking import MOST_OPEN, ask_for_study
from trials.saved.lists import purge_unused
from trials.sync.due import is_missed
from trials.sync.lock import running
from trials.sync.run import sync_studies
from trials.sync.standing import standing
from trials.views.health.data import told
from trials.views.presenters.status_page import status_page

__all__ = ["server"]
pytestmark = pytest.mark.django_db(transaction=True)
YEAR, HOUR, DAY = timedelta(days=365), timedelta(hours=1), timedelta(days=1)


def clock(*moments: datetime) -> Iterator[datetime]:
    yield from moments
    while True:
        yield moments[-1]


@pytest.mark.parametrize("jump", [YEAR, -YEAR, HOUR, -HOUR])
def test_a_clock_that_jumps_in_mid_sync(
    registry: Registry, stand_in: StandIn, jump: timedelta
) -> None:
    ticks = clock(NOW, NOW, NOW + jump)
    run = sync_studies(registry, clock=lambda: next(ticks))
    assert (run.state, Study.objects.count()) == ("published", len(stand_in.records))
    assert Client().get("/status/").status_code == 200


@pytest.mark.parametrize("jump", [YEAR, -YEAR])
def test_the_next_sync_after_a_jump_publishes_and_every_page_knows_it(
    registry: Registry, stand_in: StandIn, jump: timedelta
) -> None:
    sync_studies(registry, clock=lambda: NOW + jump)
    before = Edition.current()
    nct_id = the_next_day(stand_in)
    run = sync_studies(registry, clock=lambda: NOW)
    assert (run.state, run.changed, run.delisted) == ("published", 1, 0)
    assert Edition.current().number == before.number + 1
    assert Edition.current().name != before.name
    assert Client().get(f"/trials/{nct_id}/").status_code == 200


def test_the_lock_of_a_run_from_the_future_is_no_lock(transactional_db: None) -> None:
    """Who runs is told by a session of the database, never by a time."""
    SyncRun.objects.create(kind="full", started_at=NOW + YEAR)
    with running(SyncRun.Kind.FULL, now=NOW) as run:
        assert run.state == "running"
    assert SyncRun.objects.get(started_at=NOW + YEAR).state == "interrupted"


def test_an_alert_mailed_while_the_clock_was_ahead_is_not_silent_for_a_year(
    server: MailServer,
) -> None:
    publish(study(nct_id=IDS[0], overall_status="RECRUITING"))
    following_study(IDS[0])
    ahead = NOW + timedelta(days=100)
    change(IDS[0], now=ahead, overall_status="SUSPENDED")
    assert [mail.state for mail in deliver(ahead)] == ["sent"]
    change(IDS[0], now=NOW + 2 * DAY, overall_status="COMPLETED")
    assert [mail.state for mail in deliver(NOW + 2 * DAY)] == ["sent"]
    assert len(server.mails) == 2


def test_a_renewal_asked_for_while_the_clock_was_ahead_is_asked_for_again_in_time(
    server: MailServer,
) -> None:
    """Else the alert would end a year later, without a question that its reader could answer."""
    publish(study(nct_id=IDS[0]))
    following_study(IDS[0])
    assert [mail.kind for mail in deliver(NOW + 2 * YEAR)] == ["renewal"]
    assert deliver(NOW + DAY) == []
    assert [mail.kind for mail in deliver(NOW + YEAR + DAY)] == ["renewal"]
    assert deliver(NOW + YEAR + 3 * DAY) == []


def test_questions_asked_while_the_clock_was_ahead_keep_nobody_from_asking_today() -> None:
    publish(study(nct_id=IDS[0]))
    one = Study.objects.get(nct_id=IDS[0])
    for _ in range(MOST_OPEN):
        assert ask_for_study("a@example.org", one, frequency="day", now=NOW + YEAR)
    assert ask_for_study("a@example.org", one, frequency="day", now=NOW + YEAR) is None
    assert ask_for_study("a@example.org", one, frequency="day", now=NOW)


def test_a_mail_claimed_while_the_clock_was_ahead_does_not_stand_in_the_way(
    server: MailServer,
) -> None:
    publish(study(nct_id=IDS[0], overall_status="RECRUITING"))
    alert = following_study(IDS[0])
    died = AlertMail.objects.create(alert=alert, kind="digest", claimed_at=NOW + YEAR)
    change(IDS[0], now=NOW + 2 * DAY, overall_status="SUSPENDED")
    assert [mail.state for mail in deliver(NOW + 2 * DAY)] == ["sent"]
    died.refresh_from_db()
    assert died.state == "unsure"


def kept_since(days: int, *, data_of: datetime | None) -> tuple[int, int]:
    """Lists and alerts left, of one each so many days old, after a night with such data."""
    publish(study(nct_id=IDS[0]))
    Edition.objects.update(data_timestamp=data_of)
    long_ago = timezone.now() - timedelta(days=days)
    SavedList.objects.create(created_at=long_ago, used_at=long_ago)
    following_study(IDS[0])
    Alert.objects.update(consented_at=long_ago, created_at=long_ago)
    tasks.purge_unused_lists()
    tasks.forget_alerts()
    return SavedList.objects.count(), Alert.objects.count()


@pytest.mark.parametrize("ahead", [40 * DAY, YEAR, 10 * YEAR, -YEAR])
def test_a_clock_far_from_the_registrys_deletes_nothing(
    ahead: timedelta, caplog: pytest.LogCaptureFixture
) -> None:
    assert kept_since(500, data_of=timezone.now() - ahead) == (1, 1)
    assert "Nothing old was deleted" in caplog.text


@pytest.mark.parametrize(("days", "left"), [(1, (1, 1)), (13, (1, 1)), (20, (0, 0))])
def test_runs_on_many_days_vouch_for_the_clock_while_no_data_come(
    days: int, left: tuple[int, int]
) -> None:
    """Addresses are not kept for longer because the registry has been away for a month."""
    for day in range(days):
        began = timezone.now() - day * DAY - timedelta(minutes=1)
        SyncRun.objects.create(kind="full", state="failed", started_at=began)
    assert kept_since(500, data_of=timezone.now() - YEAR) == left


@pytest.mark.parametrize("data_of", [timezone.now() - 3 * DAY, timezone.now() - 29 * DAY, None])
def test_else_what_is_old_is_deleted_as_ever(data_of: datetime | None) -> None:
    assert kept_since(500, data_of=data_of) == (0, 0)


def test_a_clock_that_goes_back_purges_nothing(client: Client) -> None:
    publish(study(nct_id=IDS[0]))
    ours = Client(headers={"Sec-Fetch-Site": "same-origin"})
    assert ours.post("/saved/save/", {"nct_id": IDS[0]}).status_code == 303
    purge_unused(now=datetime(2020, 1, 1, tzinfo=UTC))
    assert IDS[0] in ours.get("/saved/").content.decode()


def failed(at: datetime) -> SyncRun:
    return SyncRun.objects.create(kind="full", state="failed", started_at=at, finished_at=at)


def test_a_run_that_failed_in_the_future_is_not_the_last_for_a_year() -> None:
    publish(study(nct_id=IDS[0]), now=NOW - DAY)
    failed(NOW + YEAR)
    assert standing().is_failing
    published = publish(study(nct_id=IDS[0]))
    found = standing()
    assert (found.is_failing, found.published) == (False, published)
    assert "2027" not in in_short(published.started_at)


def test_a_run_that_published_in_the_future_hides_none_that_fails_today() -> None:
    publish(study(nct_id=IDS[0]), now=NOW + YEAR)
    today = failed(NOW)
    assert (standing().is_failing, standing().failed) == (True, today)


def test_what_could_not_be_read_today_counts_after_a_run_of_the_future() -> None:
    publish(study(nct_id=IDS[0]), now=NOW + YEAR)
    run = publish(study(nct_id=IDS[0]))
    SyncProblem.objects.create(run=run, nct_id=IDS[1], field="f", reason="r", is_fatal=True)
    assert standing().set_aside == 1


def test_a_sync_is_asked_for_where_the_only_one_lies_in_the_future() -> None:
    assert not is_missed(now=NOW)
    publish(study(nct_id=IDS[0]), now=NOW + YEAR)
    assert is_missed(now=NOW)
    publish(study(nct_id=IDS[0]), now=NOW)
    assert not is_missed(now=NOW)


@pytest.mark.parametrize(("behind", "is_well"), [(HOUR, True), (2 * DAY, False), (YEAR, False)])
def test_data_from_the_future_is_told_to_the_operator(behind: timedelta, is_well: bool) -> None:
    publish(study(nct_id=IDS[0]))
    line = told(standing(), now=DATA_TIMESTAMP - behind)[0]
    assert line.is_well is is_well
    assert ("this machine's clock may be wrong" in line.words) is not is_well


def in_short(now: datetime) -> str:
    """What /status/ says first."""
    last = SyncRun.objects.latest_published()
    runs = tuple(SyncRun.objects.newest_first()[:5])
    return " ".join(status_page(Edition.current(), runs, last, now=now).intro)


def test_readers_are_not_told_that_all_is_well_because_of_an_update_in_the_future() -> None:
    publish(study(nct_id=IDS[0]), now=NOW + YEAR)
    assert "all is as it should be" not in in_short(NOW)
    assert "is not known" in in_short(NOW)
    publish(study(nct_id=IDS[0]), now=NOW)
    assert "came through today, so all is as it should be" in in_short(NOW)
