"""docs/performance.md: what one run writes, and what it leaves of the others."""

from pathlib import Path

from benchmarks.machine import Machine
from benchmarks.outcome import Outcome
from benchmarks.report import HEAD, USUAL, on_request, write

MACHINE = Machine(2, 0.1, "3.11", "18", (), "abc1234")


def outcome(size: int, *, is_met: bool) -> list[Outcome]:
    return [Outcome("page", size, "page by hand", 1.0, 2.0, 0.5, 0.4, 0.6, "<= 4", is_met)]


def test_sizes_on_request_stand_below_the_usual_ones_and_each_run_renews_its_own(
    tmp_path: Path,
) -> None:
    file = tmp_path / "performance.md"
    large = on_request([500_000], ["page"])
    write(outcome(500_000, is_met=False), MACHINE, 90, rounds=3, title=large, file=file)
    write(outcome(100, is_met=False), MACHINE, 90, rounds=3, title=USUAL, file=file)
    once = file.read_text()
    assert once.startswith(HEAD)
    assert once.index(USUAL) < once.index("| 100 ") < once.index(large) < once.index("| 500,000 ")
    assert once.count("Goals missed: 1 of 1.") == 2
    write(outcome(100, is_met=True), MACHINE, 90, rounds=3, title=USUAL, file=file)
    again = file.read_text()
    assert (again.count("Goals missed: 0 of 1."), again.count("Goals missed: 1 of 1.")) == (1, 1)
    assert again.count("The run took 1.5 minutes.") == 2
    assert again.split(large)[1] == once.split(large)[1]
