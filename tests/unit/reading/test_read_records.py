"""`manage.py read_records`: files in, readings out, no database."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.score.labelled import OWN

CASE = OWN / "records" / "NCT99000001.json"
KEYS = [
    "nct_id",
    "condition",
    "role",
    "cell_type",
    "tissue",
    "donor",
    "route",
    "eligibility",
    "burden",
    "signals",
    "evidence",
]


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_line_of_json_for_each_study(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("read_records", str(CASE), "--json", "--today", "2026-11-22")
    (told,) = lines(capsys)
    assert list(told) == KEYS
    assert told["condition"] == "mnd_other"
    assert told["cell_type"] == ["mesenchymal"]
    assert told["evidence"]["donor"][0]["rule"] == "autologous: autologous"


def test_folders_lists_and_search_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = json.loads(CASE.read_text())
    (tmp_path / "answer.json").write_text(json.dumps({"studies": [study], "totalCount": 1}))
    (tmp_path / "list.json").write_text(json.dumps([study, study]))
    call_command("read_records", str(tmp_path), "--json")
    assert [one["nct_id"] for one in lines(capsys)] == ["NCT99000001"] * 3


def test_a_file_that_cannot_be_read_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "other.json").write_text('{"a": 1}')
    with pytest.raises(SystemExit) as left:
        call_command("read_records", str(tmp_path), str(tmp_path / "none.json"), str(CASE))
    told = capsys.readouterr()
    assert left.value.code == 1
    assert told.err.count("could not be read") == 3
    assert "broken.json: could not be read: it is not JSON" in told.err
    assert "NCT99000001" in told.out


def test_readable_text_shows_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("read_records", str(CASE))
    told = capsys.readouterr().out
    assert "condition: mnd_other" in told
    assert "«Primary Lateral Sclerosis»  conditions[0]" in told
