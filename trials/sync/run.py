"""One update from the registry: fetch, gate, publish; or a clear word why not."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from types import MappingProxyType

from django.conf import settings
from django.db import OperationalError, transaction

from trials.models import Change, Edition, SyncProblem, SyncRun
from trials.registry.client import Registry
from trials.registry.errors import RegistryError
from trials.registry.query import Query
from trials.registry.text import seen
from trials.sync.crawl import Crawl, Progress, fetch
from trials.sync.delist import delist_missing, relist
from trials.sync.gate import Answer, GateRefused, check
from trials.sync.held import Held, held_studies
from trials.sync.lock import running
from trials.sync.publish import publish_records
from trials.sync.set_aside import tell

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
Catalogue = dict[str, Held]
Work = Callable[[SyncRun, Registry, datetime, Progress], None]
Words = Mapping[type[Exception], str]
"""What a run says of a failure that is its caller's, not the registry's."""
NONE: Words = MappingProxyType({})
LONGEST_MESSAGE = 2_000  # characters; it may hold words of the registry's
FEW = 5  # of so few changed studies, a field that all of them lose may be chance
DATABASE_FAILED = (
    "The database could not do its part: it was stopped, or its disk is full. "
    "The last good data stays; the run is tried again."
)
FAULT_OF_OURS = "A fault of ours ({}); the log tells more. The last good data stays."
OVERLAP = timedelta(days=3)  # a light check looks back this far behind the last data


def quiet(_seen: int, _total: int | None) -> None:
    """Progress that nobody watches."""


def sync_studies(
    registry: Registry, *, clock: Clock, progress: Progress = quiet, words: Words = NONE
) -> SyncRun:
    """A full run: everything the query finds; delists what is gone. Raises AlreadyRunning.

    Never raises for what the registry does: the returned run's state and message say it.
    """
    with running(SyncRun.Kind.FULL, now=clock()) as run:
        return _ended(run, _full, registry, clock, progress, words=words)


def check_for_changes(
    registry: Registry, *, clock: Clock, progress: Progress = quiet, words: Words = NONE
) -> SyncRun:
    """A light run: only records updated lately; delists nothing. Raises AlreadyRunning."""
    with running(SyncRun.Kind.LIGHT, now=clock()) as run:
        return _ended(run, _light, registry, clock, progress, words=words)


def _ended(
    run: SyncRun,
    work: Work,
    registry: Registry,
    clock: Clock,
    progress: Progress,
    *,
    words: Words,
) -> SyncRun:
    """Do the work and write down how it ended, whatever happens."""
    try:
        work(run, registry, clock(), progress)
    except GateRefused as error:
        _end(run, SyncRun.State.REFUSED, str(error), clock())
    except RegistryError as error:
        _end(run, SyncRun.State.FAILED, f"{error} The last good data stays.", clock())
    except OperationalError as error:
        log.error("The database said: %s", error)  # noqa: TRY400 (it is raised again)
        _end(run, SyncRun.State.FAILED, DATABASE_FAILED, clock())
        raise
    except Exception as error:
        word = words.get(type(error), FAULT_OF_OURS.format(type(error).__name__))
        _end(run, SyncRun.State.FAILED, word, clock())
        raise
    else:
        _end(run, SyncRun.State.PUBLISHED, "", clock())
    return run


def _end(run: SyncRun, state: SyncRun.State, message: str, now: datetime) -> None:
    message = seen(message)[:LONGEST_MESSAGE]
    run.state, run.message, run.finished_at = state, message, now
    if state is not SyncRun.State.PUBLISHED:
        run.new = run.changed = run.unchanged = run.delisted = run.left_out = 0
    run.save()
    level = logging.WARNING if message else logging.INFO
    counts = f"{run.seen} seen, {run.new} new, {run.changed} changed, {run.delisted} delisted"
    log.log(level, "%s sync %s: %s. %s", run.kind, state, counts, message)


def _full(run: SyncRun, registry: Registry, now: datetime, progress: Progress) -> None:
    crawl = fetch(registry, Query(), now=now, progress=progress)
    _note_crawl(run, crawl)
    with transaction.atomic():
        before = held_studies()
        held, is_moved = _publish(run, crawl, before, now=now)
        answer = _answer(run, crawl, _shown(before), held)
        check(answer, max_lost_share=settings.SYNC_MAX_LOST_SHARE)
        if not crawl.lost_ids:  # a study that is missing may be one that has lost its id
            run.delisted = _delist(run, crawl, held, now=now)
        _move_edition(crawl, is_moved=is_moved or run.delisted > 0, now=now)


def _light(run: SyncRun, registry: Registry, now: datetime, progress: Progress) -> None:
    since = Edition.current().data_timestamp
    query = Query(changed_since=(since - OVERLAP).date() if since else None)
    crawl = fetch(registry, query, now=now, progress=progress)
    _note_crawl(run, crawl)
    with transaction.atomic():
        before = held_studies()
        held, is_moved = _publish(run, crawl, before, now=now)
        if run.seen or crawl.total_count:  # that nothing changed is an answer too
            touched = _shown(before) & crawl.seen
            judged = touched if len(touched) > FEW else frozenset[str]()
            answer = _answer(run, crawl, judged, held)
            check(answer, max_lost_share=settings.SYNC_MAX_LOST_SHARE)
        _move_edition(crawl, is_moved=is_moved, now=now)


def _note_crawl(run: SyncRun, crawl: Crawl) -> None:
    run.data_timestamp = crawl.data_timestamp
    run.seen = len(crawl.seen) + crawl.nameless
    run.set_aside = len(crawl.set_aside)
    SyncProblem.objects.bulk_create(
        SyncProblem(run=run, set_aside_id=one.digest, **asdict(one.problem))
        for one in crawl.set_aside
    )
    tell(crawl.set_aside)


def _publish(
    run: SyncRun, crawl: Crawl, held: Catalogue, *, now: datetime
) -> tuple[Catalogue, bool]:
    """Write what moved; the catalogue as it is then, and whether anything did."""
    moved = {
        nct_id: name for nct_id, name in crawl.digests.items() if _digest(held, nct_id) != name
    }
    gone = {nct_id for nct_id, one in held.items() if not one.is_listed}
    relisted = relist(run, gone & crawl.seen, now=now) if gone else 0
    done = publish_records(run, moved, now=now)
    if moved or relisted:
        held = held_studies()
    run.new, run.changed = done.new, done.changed
    run.unchanged = len(crawl.digests) - done.new - done.changed
    run.left_out = sum(held[nct_id].is_left_out for nct_id in crawl.seen if nct_id in held)
    return held, bool(moved or relisted)


def _digest(held: Catalogue, nct_id: str) -> str | None:
    return held[nct_id].digest if nct_id in held else None


def _delist(run: SyncRun, crawl: Crawl, held: Catalogue, *, now: datetime) -> int:
    listed = {nct_id for nct_id, one in held.items() if one.digest and one.is_listed}
    return delist_missing(run, crawl.seen, now=now) if listed - crawl.seen else 0


def _move_edition(crawl: Crawl, *, is_moved: bool, now: datetime) -> None:
    if is_moved or Edition.current().data_timestamp != crawl.data_timestamp:
        Edition.publish(now=now, data_timestamp=crawl.data_timestamp)


def _shown(held: Catalogue) -> frozenset[str]:
    return frozenset(nct_id for nct_id, one in held.items() if one.is_shown)


def _answer(run: SyncRun, crawl: Crawl, shown_before: frozenset[str], held: Catalogue) -> Answer:
    unreadable = {one.nct_id for one in crawl.set_aside}
    lost = (shown_before - crawl.seen) | (shown_before & unreadable)
    lost |= {nct_id for nct_id in shown_before if held[nct_id].is_left_out}
    return Answer(
        seen=len(crawl.seen) + crawl.nameless,
        set_aside=len(crawl.set_aside),
        total_count=crawl.total_count,
        shown=len(shown_before),
        lost=len(lost),
        emptied=_emptied(run, shown_before) if run.changed else ("", 0),
        hollow=sum(held[nct_id].is_hollow for nct_id in crawl.seen if nct_id in held),
    )


def _emptied(run: SyncRun, shown_before: frozenset[str]) -> tuple[str, int]:
    """The field that the most shown studies lose in this run, and in how many."""
    changes = Change.objects.filter(run=run, study__nct_id__in=shown_before)
    fields = Counter(change.field for change in changes if change.before and not change.after)
    return fields.most_common(1)[0] if fields else ("", 0)
