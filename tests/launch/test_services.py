"""Processes that are kept running, and that end when they should."""

import errno
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.waiting import wait_until
from trialfinder.launch.environment import PROJECT
from trialfinder.launch.leftovers import command_of
from trialfinder.launch.logs import LARGEST, older
from trialfinder.launch.processes import Process, Steps, exit_code
from trialfinder.launch.services import (
    LONGEST_PAUSE,
    TRIES,
    WELL_AFTER,
    ProjectProcess,
    Service,
    stop_services,
)
from trialfinder.launch.terminal import Refusal

TERM: Steps = ((signal.SIGTERM, 5.0),)


def started(folder: Path, code: str, *, stop_steps: Steps = TERM) -> Service:
    command = (sys.executable, "-c", code)
    return Service.started(
        ProjectProcess("web", command, folder / "web.log", stop_steps, os.environ, folder)
    )


def test_one_that_ends_is_started_again_after_a_pause(tmp_path: Path) -> None:
    service = started(tmp_path, "raise SystemExit(3)")
    first = service.process
    first.wait()
    ended_at = service.started_at + 1
    service.look(ended_at)
    service.look(ended_at + 0.5)
    assert service.process is first
    service.look(ended_at + 1)
    assert service.process is not first
    service.process.wait()


def test_one_that_ends_again_and_again_stops_everything(tmp_path: Path) -> None:
    service = started(tmp_path, "print('no such table')")
    now = service.started_at
    for pause in (1, 2, 4, 8, 16):
        service.process.wait()
        service.look(now)
        assert service.start_again_at == now + pause
        service.look(now := now + pause)
    service.process.wait()
    with pytest.raises(Refusal, match="no such table"):
        service.look(now)


def test_a_long_life_is_not_held_against_it(tmp_path: Path) -> None:
    service = started(tmp_path, "")
    service.process.wait()
    service.short_lives = TRIES
    service.look(service.started_at + WELL_AFTER + 1)
    assert service.short_lives == 1


def test_one_that_was_well_once_takes_nothing_along_however_often_it_ends(tmp_path: Path) -> None:
    service = started(tmp_path, "")
    now = service.started_at + WELL_AFTER + 1
    pauses = []
    for _ in range(TRIES + 4):
        service.process.wait()
        service.look(now)
        assert service.start_again_at is not None
        pauses.append(service.start_again_at - now)
        service.look(now := service.start_again_at)
    service.process.wait()
    assert pauses[-2:] == [LONGEST_PAUSE, LONGEST_PAUSE]


def test_one_that_was_well_once_is_waited_for_however_long(tmp_path: Path) -> None:
    """Nobody may look for a year."""
    service = started(tmp_path, "")
    service.process.wait()
    service.was_well, service.short_lives = True, 600_000
    service.look(now := service.started_at + 1)
    assert service.start_again_at == now + LONGEST_PAUSE


@dataclass(frozen=True)
class Hindered(ProjectProcess):
    """A program that the machine now and then has no room for."""

    hindrances: list[Exception] = field(default_factory=list)

    def start(self) -> Process:
        if self.hindrances:
            raise self.hindrances.pop(0)
        return super().start()


NO_ROOM = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
NO_MEMORY = Refusal("valkey could not be started: no memory")


def hindered(folder: Path, hindrances: list[Exception]) -> Service:
    """One that ended, and is to be started again while that can't be done."""
    command = (sys.executable, "-c", "")
    log = folder / "valkey.log"
    program = Hindered("valkey", command, log, TERM, os.environ, folder)
    service = Service.started(program)
    program.hindrances.extend(hindrances)
    service.process.wait()
    return service


def test_one_that_was_well_once_is_tried_again_when_it_cannot_be_started(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    service = hindered(tmp_path, [NO_ROOM, NO_ROOM, NO_MEMORY])
    first = service.process
    service.look(now := service.started_at + WELL_AFTER + 1)
    assert service.start_again_at == now + 1
    for pause in (2, 4, 8):
        service.look(now := service.start_again_at)
        assert (service.process, service.start_again_at) == (first, now + pause)
    service.look(service.start_again_at)
    assert service.process is not first
    assert service.hindrance == ""
    service.process.wait()
    said = capfd.readouterr().err
    assert said.count("No space left on device") == 1
    assert said.count("no memory") == 1


def test_it_can_be_stopped_while_it_cannot_be_started(tmp_path: Path) -> None:
    service = hindered(tmp_path, [NO_ROOM] * 9)
    service.look(now := service.started_at + WELL_AFTER + 1)
    service.look(now + 1)
    stop_services([service])


@pytest.mark.parametrize("hindrance", [NO_ROOM, NO_MEMORY])
def test_one_that_never_was_well_is_not_tried_again(tmp_path: Path, hindrance: Exception) -> None:
    service = hindered(tmp_path, [hindrance])
    service.look(now := service.started_at)
    with pytest.raises(type(hindrance)):
        service.look(now + 1)


def test_one_that_will_not_stop_is_forced_with_all_its_children(tmp_path: Path) -> None:
    deaf = (
        "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    service = started(tmp_path, deaf, stop_steps=((signal.SIGTERM, 0.2),))
    wait_until(lambda: (tmp_path / "web.log").read_text().endswith("\n"), "its line")
    child = int((tmp_path / "web.log").read_text())
    stop_services([service])
    assert service.process.returncode == -signal.SIGKILL
    wait_until(lambda: "sleep" not in command_of(child), "the end of the child")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_nothing_outlives_a_launcher_that_is_killed(tmp_path: Path) -> None:
    launcher = (
        "import os, time; from pathlib import Path; from tests.launch.test_services import started;"
        f"service = started(Path({str(tmp_path)!r}), 'import time; time.sleep(60)');"
        "print(service.process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", launcher], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert "sleep" in command_of(child)
        process.kill()
    wait_until(lambda: "sleep" not in command_of(child), "the end of the child")


def test_a_large_log_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_bytes(b"x" * (LARGEST + 1))
    started(tmp_path, "").process.wait()
    assert (tmp_path / "web.log").stat().st_size == 0
    assert [each.stat().st_size for each in older(tmp_path / "web.log")] == [LARGEST + 1]


def test_a_signal_is_told_as_the_shell_tells_it() -> None:
    assert (exit_code(0), exit_code(3), exit_code(-signal.SIGTERM)) == (0, 3, 143)
