"""What the broker tells: tasks that wait, and how those fared that ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prometheus_client.core import GaugeMetricFamily, Metric, SummaryMetricFamily

from trialfinder.watching import tasks

LABELS = ("task", "state")
FAILURE = "failure"


def queue() -> Iterator[Metric]:
    """Counted over all workers of all machines. Raises redis.RedisError."""
    tallies = tasks.tallies()
    yield GaugeMetricFamily(
        "trialfinder_queue_length", "Tasks that wait for a worker.", value=tasks.waiting()
    )
    times = SummaryMetricFamily("trialfinder_task_seconds", "Tasks that ended.", labels=LABELS)
    last = GaugeMetricFamily(
        "trialfinder_task_last_timestamp_seconds",
        "When a task last ended so, in seconds since 1970.",
        labels=LABELS,
    )
    for name in {_short(each.task) for each in tallies} - _failed(tallies):
        times.add_metric((name, FAILURE), count_value=0, sum_value=0)
    for each in tallies:
        name = _short(each.task)
        times.add_metric((name, each.state), count_value=each.count, sum_value=each.seconds)
        last.add_metric((name, each.state), each.last_at.timestamp())
    yield times
    yield last


def _failed(tallies: Iterable[tasks.Tally]) -> set[str]:
    """Those of the others begin at 0: an alarm about a growth needs the number from before."""
    return {_short(each.task) for each in tallies if each.state == FAILURE}


def _short(task: str) -> str:
    return task.removeprefix("trials.tasks.")
