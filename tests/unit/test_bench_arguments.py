"""`./run bench`: what it can't measure is refused before it waits for a quiet machine."""

import pytest

from benchmarks.__main__ import SEARCHED, SMALLEST, read


@pytest.mark.parametrize("size", ["-5", "0", "1", str(SMALLEST - 1), "many", "1e3", "\u0663\u0663"])
def test_a_size_that_cant_be_measured_is_refused_in_words(
    size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read([f"--size={size}", "--rows=store"])
    assert ended.value.code == 2
    assert f"a whole number of studies from {SMALLEST} on, not {size!r}" in capsys.readouterr().err


@pytest.mark.parametrize("rows", [[], ["--rows=store,near"]])
def test_rows_that_search_need_more_studies(
    rows: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        read(["--size=10000", f"--size={SEARCHED - 1}", *rows])
    said = capsys.readouterr().err
    assert f"these rows need {SEARCHED} studies or more: " in said
    assert "near" in said
    assert "store" not in said.rpartition(":")[2]


def test_sizes_may_be_given_several_times_and_small_where_nothing_is_searched() -> None:
    asked = read([f"--size={SEARCHED}", "--size=10000"])
    assert asked.size == [SEARCHED, 10_000]
    asked = read([f"--size={SMALLEST}", "--rows=store,load"])
    assert asked.size == [SMALLEST]
    assert read([]).size is None
