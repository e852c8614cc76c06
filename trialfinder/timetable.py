"""Celery's beat, for machines whose clock may jump and whose disk may be full.

Celery takes the stored moment of a task's last run for the truth. One that lies ahead, because
the clock was ahead and came back, silences the task until then, over restarts too (it is in the
schedule's file); Celery has no setting against it: github.com/celery/celery/issues/6742 and 5892.

Celery's own file ends beat when it can't be written, and beat that ends again and again ends
`./run`. Ours holds only when each task was last asked for: where it can't be had, all goes on.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from celery.beat import ScheduleEntry, Scheduler

log = logging.getLogger(__name__)
SLACK = timedelta(minutes=1)  # a clock that is set right by seconds is no jump


class Timetable(Scheduler):
    """A last run that lies ahead counts as now: looked at before each turn, five minutes apart."""

    _heap: list[object] | None

    def __init__(self, *arguments: object, schedule_filename: str, **named: object) -> None:
        self._file = Path(schedule_filename)
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def setup_schedule(self) -> None:
        """The settings' tasks, with the last runs that are known; and a file from the start."""
        super().setup_schedule()
        for name, moment in last_runs(self._file).items():
            if name in self.schedule:
                self.schedule[name].last_run_at = moment
        self.sync()

    def sync(self) -> None:
        """Write the last runs down; tried again in minutes where there is no room for them."""
        last = {name: entry.last_run_at for name, entry in self.schedule.items()}
        try:
            write_down(self._file, {name: moment for name, moment in last.items() if moment})
        except OSError as error:
            log.error("The timetable was not written down: %s", error)  # noqa: TRY400

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


def last_runs(file: Path) -> dict[str, datetime]:
    """Name in the timetable -> when it was last asked for; nothing where that can't be read."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return {name: datetime.fromisoformat(text).astimezone(UTC) for name, text in told.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        log.warning("The timetable goes on from now; its file could not be read: %s", error)
        return {}


def write_down(file: Path, moments: dict[str, datetime]) -> None:
    """The whole file or nothing of it."""
    new = file.with_name(f"{file.name}.new")
    told = {name: moment.isoformat() for name, moment in moments.items()}
    new.write_text(json.dumps(told, indent=1), encoding="utf-8")
    new.replace(file)
