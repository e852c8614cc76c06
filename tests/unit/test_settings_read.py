"""A setting that can't be used is told in one line when the site starts, not later to readers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def settings_with(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """What the settings' file makes of the environment and these variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return run_path(str(ROOT / "trialfinder/settings.py"))


def told(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    """The word with which the start ends."""
    with pytest.raises(SystemExit) as ended:
        settings_with(monkeypatch, **variables)
    return str(ended.value)


@pytest.mark.parametrize("share", ["10", "1.01", "-0.1", "nan", "a tenth", "10%", ""])
def test_a_share_is_no_per_cent(monkeypatch: pytest.MonkeyPatch, share: str) -> None:
    word = told(monkeypatch, SYNC_MAX_LOST_SHARE=share)
    assert word == f"SYNC_MAX_LOST_SHARE is {share!r}; it must be a number from 0 to 1."


@pytest.mark.parametrize("share", ["0", "0.1", "1"])
def test_a_share_is_read(monkeypatch: pytest.MonkeyPatch, share: str) -> None:
    found = settings_with(monkeypatch, SYNC_MAX_LOST_SHARE=share)
    assert found["SYNC_MAX_LOST_SHARE"] == float(share)


def test_a_program_ends_with_that_line_alone() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**os.environ, "SYNC_MAX_LOST_SHARE": "10"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "SYNC_MAX_LOST_SHARE is '10'; it must be a number from 0 to 1.\n"
