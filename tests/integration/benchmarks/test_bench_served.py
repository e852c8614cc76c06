"""The rows that store, serve and export, at a tiny size: by the command, on the test's servers."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OWN = {"ACCEPT_TEST_STUDIES": "true", "SECRET_KEY": "of-the-bench"}
ROWS = ("again", "store", "export", "load")


def test_the_command_measures_them_and_no_request_fails(tmp_path: Path) -> None:
    """In the database beside the tests' own; whether goals are met is for a quiet machine."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--size", "30", "--rows", ",".join(ROWS), "--busy"],
        cwd=ROOT,
        env={**os.environ, **OWN, "STATE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert done.returncode in (0, 1), done.stderr
    lines = [line.split("|")[1].strip() for line in done.stdout.splitlines() if "|" in line]
    assert {row: lines.count(row) for row in ROWS} == {
        "again": 2,
        "store": 3,
        "export": 2,
        "load": 10,
    }, done.stdout + done.stderr
    assert done.stdout.count("; 0 errors") == 10, done.stdout
