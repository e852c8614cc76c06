"""/health/running: does everything run that should? The operator's alarm, not the balancer's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from trialfinder.watching import tasks
from trials.sync.clock import APART
from trials.views.health.lines import Line, all_well, answer
from trials.views.health.ready import servers_lines

# The timetable asks for a task every ten minutes (settings: mails-of-alerts).
SILENT_TOO_LONG = timedelta(minutes=30)
WRONG_CLOCK = "a task ended in the future: a clock is wrong, or was"


@require_safe
def running(request: HttpRequest) -> HttpResponse:
    lines = (*servers_lines(), worker(now=timezone.now()))
    return answer(lines, is_well=all_well(lines))


def worker(*, now: datetime) -> Line:
    """Worker and beat: a task has ended lately. What waits tells which of the two is gone."""
    try:
        waiting = tasks.waiting()
        ended = [each.last_at for each in tasks.tallies()]
    except RedisError:
        return Line("worker", is_well=False, words="unknown while the broker does not answer")
    return told(ended, waiting=waiting, now=now)


def told(ended: Sequence[datetime], *, waiting: int, now: datetime) -> Line:
    """By the times at which tasks ended. One that lies ahead of now says nothing about today."""
    ahead = [at for at in ended if at > now + APART]
    last = max((at for at in ended if at <= now + APART), default=None)
    words = f"last task ended {_ago(now - last)} ago" if last else "no task has ended yet"
    words += f", {waiting} waiting"
    if last is not None and now - last < SILENT_TOO_LONG:
        return Line("worker", is_well=True, words=words)
    words += f"; {'no worker' if waiting else 'no worker or no beat'}"
    return Line("worker", is_well=False, words=words + (f"; {WRONG_CLOCK}" if ahead else ""))


def _ago(time: timedelta) -> str:
    return f"{max(0, round(time.total_seconds() / 60))} min"
