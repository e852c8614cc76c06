"""What the database tells: the data's age, studies, runs, problems, mails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import product

from django.conf import settings
from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from prometheus_client.core import GaugeMetricFamily

from trials.models import AlertMail, Study, SyncRun
from trials.sync.standing import Standing, standing

Family = GaugeMetricFamily
Row = tuple[str, str, int]
STATES = ("kind", "state")
STUDIES = ("scope", "listed")


def catalogue(*, now: datetime) -> Iterator[Family]:
    """Raises django.db.Error."""
    found = standing()
    yield from _ages(found, now=now)
    yield _number("unread_studies", "Studies that wait to be read by today's rules.", found.unread)
    yield _number("set_aside_studies", "Studies that could not be read.", found.set_aside)
    yield _number("sync_failing", "1 where the last run did not publish.", int(found.is_failing))
    yield _by("studies", "Studies, by scope and whether still listed.", STUDIES, _studies())
    yield _by("sync_runs", "Sync runs.", STATES, _states(SyncRun))
    yield _by("alert_mails", "Mails of alerts.", STATES, _states(AlertMail))


def _ages(found: Standing, *, now: datetime) -> Iterator[Family]:
    limit = timedelta(days=settings.DATA_MAX_AGE_DAYS).total_seconds()
    yield _number("data_max_age_seconds", "The age at which the data is too old.", limit)
    if age := found.age(now=now):
        yield _number("data_age_seconds", "Age of the registry's data.", age.total_seconds())
    for name, run in (("published", found.published), ("failed", found.failed)):
        if run:
            text = f"When the last run that {name} began, in seconds since 1970."
            yield _number(f"last_{name}_timestamp_seconds", text, run.started_at.timestamp())


def _number(name: str, text: str, value: float) -> Family:
    return Family(f"trialfinder_{name}", text, value=value)


def _states(model: type[SyncRun | AlertMail]) -> Iterator[Row]:
    """Zeros too: an alarm about a growth needs the number from before the first one."""
    rows = model.objects.order_by().values_list("kind", "state").annotate(number=Count("pk"))
    found = {(kind, state): number for kind, state, number in rows}
    for each in product(model.Kind.values, model.State.values):
        yield *each, found.get(each, 0)


def _studies() -> Iterator[Row]:
    is_listed = ExpressionWrapper(Q(delisted_at__isnull=True), BooleanField())
    listed = Study.objects.order_by().annotate(listed=is_listed).values_list("scope", "listed")
    for scope, here, number in listed.annotate(number=Count("pk")):
        yield scope, "true" if here else "false", number


def _by(name: str, text: str, labels: tuple[str, str], rows: Iterable[Row]) -> Family:
    family = Family(f"trialfinder_{name}", text, labels=labels)
    for first, second, number in rows:
        family.add_metric([first, second], number)
    return family
