"""Processes that are kept running: started, watched, started again, stopped."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGTERM, Signals
from typing import Protocol

from trialfinder.launch.logs import keep_short
from trialfinder.launch.processes import Process, Steps, end_group, exit_code, spawn, wait_for
from trialfinder.launch.terminal import Refusal, last_lines, say

# A process that lived this long, in seconds, was well: its earlier ends are forgiven.
WELL_AFTER = 30.0
TRIES = 5
LONGEST_PAUSE = 60.0  # seconds
ENOUGH_DOUBLING = 6  # times: one second is more than a minute then
# Seconds of stopping in which nothing is said.
SILENT = 3.0


class Program(Protocol):
    """What can be kept running: a server, or one of the project's own processes."""

    @property
    def name(self) -> str: ...
    @property
    def log(self) -> Path: ...
    @property
    def stop_steps(self) -> Steps: ...
    def start(self) -> Process: ...


@dataclass(frozen=True)
class ProjectProcess:
    """One of the project's own processes: web, worker, beat."""

    name: str
    command: Sequence[str | Path]
    log: Path
    stop_steps: Steps
    environ: Mapping[str, str]
    folder: Path
    dies_by: Signals = SIGTERM

    def start(self) -> Process:
        return spawn(
            self.command,
            log=self.log,
            environ=self.environ,
            folder=self.folder,
            dies_by=self.dies_by,
        )


@dataclass
class Service:
    """A program that runs, and what is known of how it has fared."""

    program: Program
    process: Process
    started_at: float
    short_lives: int = 0
    was_well: bool = False
    start_again_at: float | None = None
    hindrance: str = ""
    look_at_log_at: float = 0.0

    @classmethod
    def started(cls, program: Program) -> "Service":
        keep_short(program.log, now=datetime.now(UTC))
        return cls(program, program.start(), time.monotonic())

    def look(self, now: float) -> None:
        """Keep its log short. Notice an end, and start again after a pause that grows.

        Refusal if it never was well and ends a sixth time: somebody is there who just started
        it. Later nobody may be, and what still runs goes on: readers can do without a worker.
        """
        if now >= self.look_at_log_at:
            self.look_at_log_at = now + keep_short(self.program.log, now=datetime.now(UTC))
        if self.start_again_at is not None:
            if now >= self.start_again_at:
                self.start_again(now)
        elif self.process.poll() is not None:
            self.has_ended(now)

    def has_ended(self, now: float) -> None:
        end_group(self.process)
        if now - self.started_at > WELL_AFTER:
            self.was_well, self.short_lives = True, 0
        self.short_lives += 1
        code = exit_code(self.process.returncode)
        if self.short_lives > TRIES and not self.was_well:
            raise Refusal(
                f"{self.program.name} ended {self.short_lives} times in a row (exit code {code}). "
                f"Its log {self.program.log} ends:\n{last_lines(self.program.log)}"
            )
        say(
            f"{self.program.name} ended unexpectedly (exit code {code}); starting it again "
            f"in {self.pause(now):.0f} s. Its log: {self.program.log}"
        )

    def pause(self, now: float) -> float:
        """Wait before the next start, longer each time; for how many seconds."""
        doubled = 2.0 ** min(self.short_lives - 1, ENOUGH_DOUBLING)
        seconds = min(doubled, LONGEST_PAUSE)
        self.start_again_at = now + seconds
        return seconds

    def start_again(self, now: float) -> None:
        """Refusal or OSError if that can't be done, on a full disk, and it never was well."""
        try:
            self.process = self.program.start()
        except (Refusal, OSError) as error:
            if not self.was_well:
                raise
            self.cannot_start(str(error), now)
            return
        self.started_at, self.start_again_at, self.hindrance = now, None, ""

    def cannot_start(self, hindrance: str, now: float) -> None:
        """Try again later, and say it once: this may go on for days."""
        self.short_lives += 1
        self.pause(now)
        if hindrance != self.hindrance:
            self.hindrance = hindrance
            say(f"{self.program.name} can't run now: {hindrance}. It is tried again and again.")


def stop_services(services: Sequence[Service]) -> None:
    """Ask all at once with each one's first signal; then insist on each; then force."""
    for each in services:
        each.process.send_signal(each.program.stop_steps[0][0])
    for each in services:
        wait_or_insist(each)
        end_group(each.process)
        each.process.wait()


def wait_or_insist(service: Service) -> None:
    process, ((_, patience), *firmer) = service.process, service.program.stop_steps
    if wait_for(process, seconds=min(SILENT, patience)):
        return
    say(f"Waiting for {service.program.name} to finish what it is doing.")
    if wait_for(process, seconds=max(0, patience - SILENT)):
        return
    for number, patience in firmer:
        process.send_signal(number)
        if wait_for(process, seconds=patience):
            return


def watch(services: Sequence[Service], *, until: Callable[[], bool], every: float = 0.2) -> None:
    """Keep the services running until the condition holds."""
    while not until():
        for each in services:
            each.look(time.monotonic())
        time.sleep(every)
