"""Values of an address that were not used are named, up to a number that can be read."""

from trials.search.parsing import Ignored
from trials.views.presenters.results.notices import MOST_NAMED, ignored_notice


def left_out(count: int) -> tuple[str, ...]:
    ignored = (Ignored("phase", f"PHASE{number}", "is not known") for number in range(count))
    return tuple(line for notice in ignored_notice(ignored) for line in notice.paragraphs)


def test_each_is_named_by_its_filter() -> None:
    assert left_out(2) == ("Phase: “PHASE0” is not known.", "Phase: “PHASE1” is not known.")


def test_nothing_left_out_is_no_notice() -> None:
    assert left_out(0) == ()


def test_many_are_counted() -> None:
    assert left_out(MOST_NAMED)[-1] == f"Phase: “PHASE{MOST_NAMED - 1}” is not known."
    assert left_out(MOST_NAMED + 3)[MOST_NAMED:] == ("And 3 more.",)
