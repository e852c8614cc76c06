"""The stand-in registry by hand."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.records import all_examples, studies
from tests.stand_in import Fault
from tests.stand_in.__main__ import parser

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "tests.stand_in", "--port", "0"]


def test_it_serves_folders_and_examples_and_plays_faults(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(studies(1)[0]), encoding="utf-8")
    (tmp_path / "page.json").write_text(json.dumps({"studies": studies(3)[1:]}), encoding="utf-8")
    command = [*COMMAND, "--records", str(tmp_path), "--examples", "--fault", "server-error:2"]
    with subprocess.Popen(command, cwd=ROOT, stdout=-1, stderr=-1, text=True) as running:
        assert running.stdout is not None
        base_url, _, said = running.stdout.readline().partition(" ")
        url = f"{base_url}/studies?countTotal=true"
        answers = [requests.get(url, timeout=10) for _ in range(3)]
        running.send_signal(signal.SIGTERM)
        _, log = running.communicate(timeout=20)

    assert [each.status_code for each in answers] == [500, 500, 200]
    assert answers[2].json()["totalCount"] == 3 + len(all_examples())
    assert f"{3 + len(all_examples())} studies" in said
    assert "500 /studies countTotal=true [server-error]" in log
    assert running.returncode == 0


def test_faults_are_read_with_their_count() -> None:
    options = parser().parse_args(["--fault", "blocked", "--fault", "few:3", "--fault", "slow:all"])

    assert options.fault == [(Fault.BLOCKED, 1), (Fault.FEW, 3), (Fault.SLOW, None)]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--fault", "earthquake"], "there is no fault 'earthquake'; there are: blocked"),
        (["--fault", "blocked:often"], "'often' is no count"),
        (["--records", "/no/such/folder"], "there is no folder /no/such/folder"),
    ],
)
def test_a_bad_argument_is_named(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(arguments)

    assert complaint in capsys.readouterr().err


def test_the_help_names_every_fault() -> None:
    text = parser().format_help()

    assert all(fault in text for fault in Fault)
