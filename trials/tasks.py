"""Thin Celery tasks over functions that a command can call too."""

from __future__ import annotations

import contextlib
import logging
import uuid
from datetime import datetime

from celery import Task, group
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_ready
from django.conf import settings
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    NotSupportedError,
    ProgrammingError,
)
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerAway

from trialfinder.celery import app
from trials.saved.alerts import claiming, consent, delivery, settling
from trials.saved.alerts.posting import post
from trials.saved.lists import purge_unused
from trials.search import indexed
from trials.sync import run
from trials.sync.clock import is_believable
from trials.sync.damage import empty_damaged
from trials.sync.due import is_missed
from trials.sync.lock import AlreadyRunning, is_interrupted
from trials.sync.publish import batches
from trials.sync.registry_settings import registry_from_settings
from trials.sync.replay import BATCH, all_ids, outdated_ids, read_healed, replay

log = logging.getLogger(__name__)
FULL_HOURS, LIGHT_HOURS = 6, 1
"""For a run; the whole registry of 500,000 studies takes two at the usual pace."""
HOUR, FAREWELL = 3600, 600
"""Seconds. The farewell is what is left to roll back and say so, before the task is killed."""


class Patient(Task[..., None]):
    """What nobody would ask for again: tried for an hour or more while the database is away."""

    # A session that breaks off in the middle of an answer fails by the plain DatabaseError.
    autoretry_for = (DatabaseError, InterfaceError)
    dont_autoretry_for = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
    retry_backoff = 3
    retry_backoff_max = 600
    max_retries = 24


class FullSync(Patient):
    """Ended where it takes too long: an answer of the registry's that never comes holds all up."""

    soft_time_limit = FULL_HOURS * HOUR
    time_limit = soft_time_limit + FAREWELL


class LightSync(Patient):
    """The same, sooner."""

    soft_time_limit = LIGHT_HOURS * HOUR
    time_limit = soft_time_limit + FAREWELL


def words_after(hours: int) -> run.Words:
    """What a run says that took longer."""
    time = f"{hours} hour" + "s" * (hours > 1)
    return {
        SoftTimeLimitExceeded: f"It took longer than {time} and was cut off. "
        "The last good data stays; the next run tries again."
    }


@app.task(base=FullSync)
def sync_studies() -> None:
    """A full run against the registry of the settings, which also heals damaged records."""
    empty_damaged(now=timezone.now())
    words = words_after(FULL_HOURS)
    try:
        run.sync_studies(registry_from_settings(), clock=timezone.now, words=words)
    except AlreadyRunning as error:
        log.info("%s", error)
    read_healed(now=timezone.now())
    ask_for_index()


def ask_for_sync(*, is_light: bool = False) -> None:
    """Ask a worker for a run. BrokerAway where nobody could be asked."""
    (check_for_changes if is_light else sync_studies).delay()


@worker_ready.connect
def resume(**_: object) -> None:
    """A worker that starts takes up the sync that another one died in, and new rules."""
    resume_interrupted.delay()
    reread_outdated.delay()


@app.task(base=FullSync)
def resume_interrupted() -> None:
    """Run what was interrupted, and what was due and never began; else nothing."""
    if is_interrupted() or is_missed(now=timezone.now()):
        sync_studies()


@app.task(base=LightSync)
def check_for_changes() -> None:
    """A light run between full ones."""
    words = words_after(LIGHT_HOURS)
    try:
        run.check_for_changes(registry_from_settings(), clock=timezone.now, words=words)
    except AlreadyRunning as error:
        log.info("%s", error)
    ask_for_index()


def ask_for_index() -> None:
    """Have the search's index made, where one is wanted; with no broker, the timetable does."""
    if indexed.is_wanted():
        with contextlib.suppress(BrokerAway):
            index_studies.delay()


@app.task
def index_studies() -> None:
    """Make the search's index of today's data, where one is wanted and due."""
    if indexed.is_wanted():
        indexed.make_if_due()


@app.task
def purge_unused_lists() -> None:
    """Delete the saved lists that nobody has opened for long."""
    now = timezone.now()
    if may_delete(now):
        purge_unused(now=now)


@app.task
def send_alert_mails() -> None:
    """Hand every alert that may be due to a worker. Safe to run twice at once."""
    now = timezone.now()
    settling.give_up_stale(now=now)
    for alert_id in claiming.due_alerts(now=now) if settings.ALERTS_BY_MAIL else ():
        send_alert_mail.delay(str(alert_id))


@app.task
def send_alert_mail(alert_id: str) -> None:
    """Send one alert's next mail, if it is due. The key is not a secret; no address is passed."""
    if settings.ALERTS_BY_MAIL:
        delivery.send_next(uuid.UUID(alert_id), now=timezone.now(), post=post)


def hand_over(alert_id: uuid.UUID) -> None:
    """Ask a worker to send an alert's mail at once; with no broker, the timetable's turn does."""
    with contextlib.suppress(BrokerAway):
        send_alert_mail.delay(str(alert_id))


@app.task
def forget_alerts() -> None:
    """Delete the alerts that were never confirmed or not renewed, and old notes of mails."""
    now = timezone.now()
    if may_delete(now):
        consent.forget(now=now)
        settling.forget_mails(now=now)


def may_delete(now: datetime) -> bool:
    """Whether what is old by this clock is old; the log says where that can't be told."""
    if not (is_believed := is_believable(now=now)):
        log.warning("Nothing old was deleted: the clock is far from the registry's newest data.")
    return is_believed


@app.task(base=Patient)
def reread(study_ids: list[int]) -> None:
    """Read these studies again by today's rules."""
    replay(study_ids, now=timezone.now())


@app.task(base=Patient)
def reread_outdated() -> None:
    """Read again, spread over the workers, every study that other rules read."""
    _share(outdated_ids())


@app.task(base=Patient)
def reread_all() -> None:
    """Read again, spread over the workers, every study."""
    _share(all_ids())


def _share(study_ids: list[int]) -> None:
    parts = [reread.si(batch) for batch in batches(study_ids, BATCH)]
    if parts:
        group(parts).delay()


def ask_for_reread(*, is_all: bool = False) -> None:
    """Ask the workers to read studies again. BrokerAway where nobody could be asked."""
    (reread_all if is_all else reread_outdated).delay()
