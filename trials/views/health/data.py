"""/health/data: how old the data is, and what the operator has to look at."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.models import SyncRun
from trials.sync.standing import Standing, standing
from trials.views.health.lines import Line, all_well, answer
from trials.views.health.seldom import seldom
from trials.views.health.servers import postgres

AHEAD = timedelta(days=1)  # of the registry's clock, which is not ours


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """503 when the data is older than DATA_MAX_AGE_DAYS, or nothing came from the registry yet."""
    lines = data_lines()
    return answer(lines, is_well=all_well(lines))


@seldom(seconds=1)
def data_lines() -> tuple[Line, ...]:
    reachable = postgres()
    if not all_well(reachable):
        return reachable
    try:
        return told(standing(), now=timezone.now())
    except Error:
        connection.close()
        return (Line("postgres", is_well=False, words="went away while it was asked"),)


def told(found: Standing, *, now: datetime) -> tuple[Line, ...]:
    """Only the age makes it ill: a run that failed leaves readers what they had."""
    return (
        _age(found, now=now),
        Line("last published", is_well=True, words=_run(found.published)),
        Line("last failed", is_well=True, words=_run(found.failed)),
        Line("unread", is_well=True, words=f"{found.unread} studies wait to be read"),
        Line("set aside", is_well=True, words=f"{found.set_aside} studies could not be read"),
    )


def _age(found: Standing, *, now: datetime) -> Line:
    age, limit = found.age(now=now), timedelta(days=settings.DATA_MAX_AGE_DAYS)
    if age is None or found.data_timestamp is None:
        return Line("data", is_well=False, words="nothing has come from the registry yet")
    moment = f"the registry's of {_moment(found.data_timestamp)}"
    if age < -AHEAD:
        words = f"{moment}, which is in the future: this machine's clock may be wrong"
        return Line("data", is_well=False, words=words)
    words = f"{moment}, {max(0, age.days)} days old"
    return Line("data", is_well=age <= limit, words=f"{words} (at most {limit.days})")


def _run(run: SyncRun | None) -> str:
    if run is None:
        return "never"
    return f"{_moment(run.finished_at or run.started_at)} ({run.kind}, {run.state})"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%MZ}"
