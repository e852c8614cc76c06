"""/metrics, closed unless METRICS_TOKEN is set and sent."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from redis.exceptions import RedisError

from trialfinder.watching.counts import all_processes
from trials.views.headers import PRIVATE
from trials.views.health.lines import all_well
from trials.views.health.ready import servers_lines
from trials.views.metrics.catalogue import catalogue
from trials.views.metrics.queue import queue


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Numbers of this machine's web processes, of the tasks and of the data; no one's visit."""
    if not _is_open_to(request):
        return _private(HttpResponseNotFound())
    registry = CollectorRegistry()
    registry.register(Collected(list(measured())))
    text = generate_latest(all_processes()) + generate_latest(registry)
    return _private(HttpResponse(text, content_type=CONTENT_TYPE_PLAIN_0_0_4))


def _is_open_to(request: HttpRequest) -> bool:
    """By the bearer's token (RFC 6750); its scheme in small or capital letters (RFC 9110, 11.1)."""
    wanted = settings.METRICS_TOKEN
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    is_bearer = scheme.lower() == "bearer"
    return bool(wanted) and is_bearer and constant_time_compare(given.lstrip(" "), wanted)


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = PRIVATE
    return response


class Collected:
    """Numbers that were looked up already."""

    def __init__(self, found: Iterable[Metric]) -> None:
        self.found = found

    def collect(self) -> Iterable[Metric]:
        return self.found


def measured() -> Iterator[Metric]:
    """Whatever can be had: a server that is gone costs its own numbers only."""
    lines = servers_lines()
    up = GaugeMetricFamily("trialfinder_up", "1 where a server answers.", labels=("server",))
    for line in lines:
        up.add_metric((line.name,), float(line.is_well))
    yield up
    with contextlib.suppress(RedisError):
        yield from queue()
    if all_well(lines[:2]):
        yield from _from_the_database()


def _from_the_database() -> list[Metric]:
    try:
        return list(catalogue(now=timezone.now()))
    except Error:
        connection.close()
        return []
