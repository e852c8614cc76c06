"""An index's folder: whole or not at all, and nobody else's files."""

from pathlib import Path

import numpy as np
import pytest

from trials.search.index.columns import ranges
from trials.search.index.folder import alone, folder_of, put_whole
from trials.search.index.making_words import lexemes_of


def test_a_new_index_takes_the_place_of_the_others(tmp_path: Path) -> None:
    for edition in ("1-aa", "2-bb"):
        with put_whole(tmp_path, edition) as part:
            (part / "what.json").write_text(edition)
    assert [one.name for one in tmp_path.iterdir()] == [folder_of(tmp_path, "2-bb").name]
    assert (folder_of(tmp_path, "2-bb") / "what.json").read_text() == "2-bb"


def test_one_that_fails_leaves_the_earlier_and_nothing_else(tmp_path: Path) -> None:
    with put_whole(tmp_path, "1-aa"):
        pass
    with pytest.raises(OSError, match="full"), put_whole(tmp_path, "2-bb"):
        raise OSError("full")
    assert [one.name for one in tmp_path.iterdir()] == [folder_of(tmp_path, "1-aa").name]


def test_what_somebody_else_keeps_there_stays(tmp_path: Path) -> None:
    for name in ("photos", "letters-2026"):
        (tmp_path / name).mkdir()
    (tmp_path / "1-notes.txt").write_text("mine")
    with put_whole(tmp_path, "1-aa"):
        pass
    kept = {"photos", "letters-2026", "1-notes.txt", folder_of(tmp_path, "1-aa").name}
    assert {one.name for one in tmp_path.iterdir()} == kept


def test_one_process_at_a_time(tmp_path: Path) -> None:
    with alone(tmp_path / "new") as first, alone(tmp_path / "new") as second:
        assert (first, second) == (True, False)
    with alone(tmp_path / "new") as again:
        assert again


def test_ranges_one_after_the_other() -> None:
    assert list(ranges(np.array([5, 0, 9]), np.array([2, 0, 3]))) == [5, 6, 9, 10, 11]
    assert list(ranges(np.array([], int), np.array([], int))) == []


def test_the_binary_form_of_a_search_vector() -> None:
    vector = b"\0\0\0\2" + b"als\0" + b"\0\2\0\1\xc0\x07" + b"cell\0" + b"\0\1\0\2"
    assert list(lexemes_of(vector)) == [(b"als", b"\0\1\xc0\x07"), (b"cell", b"\0\2")]
