"""Celery's beat, for machines whose clock may jump.

Celery takes the stored moment of a task's last run for the truth. One that lies ahead, because
the clock was ahead and came back, silences the task until then, over restarts too (it is in the
schedule's file); Celery has no setting against it: github.com/celery/celery/issues/6742 and 5892.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta

from celery.beat import PersistentScheduler, ScheduleEntry

log = logging.getLogger(__name__)
SLACK = timedelta(minutes=1)  # a clock that is set right by seconds is no jump


class Timetable(PersistentScheduler):
    """A last run that lies ahead counts as now: looked at before each turn, five minutes apart."""

    _heap: list[object] | None

    def tick(self, *arguments: object, **named: object) -> float:
        """Seconds until the next turn."""
        if late := tuple(self._ahead()):
            self._bring_back(late)
        return super().tick(*arguments, **named)  # type: ignore[arg-type]

    def _ahead(self) -> Iterator[ScheduleEntry]:
        for entry in self.schedule.values():
            if entry.last_run_at and entry.last_run_at > entry.default_now() + SLACK:
                yield entry

    def _bring_back(self, entries: tuple[ScheduleEntry, ...]) -> None:
        log.warning("The clock was ahead: the next turns of %s tasks are set anew.", len(entries))
        for entry in entries:
            entry.last_run_at = entry.default_now()
        self._heap = None  # made anew by `tick`, with the turns of today's clock
