"""Where counts are kept, and what happens where they can't be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from trialfinder.launch.counts import VARIABLE, counts_folder
from trialfinder.launch.environment import PROJECT

COUNT = (
    "from trialfinder.watching.counts import PAGES, all_processes, count_page;"
    "from prometheus_client import generate_latest;"
    "count_page('made'); print(generate_latest(all_processes()).decode())"
)


def counted(folder: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        cwd=PROJECT,
        env={**os.environ, VARIABLE: folder},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_each_start_has_a_new_folder_of_its_own(tmp_path: Path) -> None:
    with counts_folder(tmp_path) as one, counts_folder(tmp_path) as other:
        assert one != other
        assert Path(one).stat().st_mode & 0o777 == 0o700
    assert not Path(one).exists()


def test_it_is_in_the_state_folder_where_there_is_no_memory(tmp_path: Path) -> None:
    with counts_folder(tmp_path, memory=tmp_path / "nothing") as folder:
        assert Path(folder).parent == tmp_path


def test_processes_add_up(tmp_path: Path) -> None:
    assert 'answer="made"} 1.0' in counted(str(tmp_path))
    assert 'answer="made"} 2.0' in counted(str(tmp_path))


def test_a_folder_that_cannot_be_used_costs_no_answer(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert 'answer="made"} 1.0' in counted(str(tmp_path / "file" / "below"))
