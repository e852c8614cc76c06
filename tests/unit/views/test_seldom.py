"""An answer that is asked for often, made seldom."""

from concurrent.futures import ThreadPoolExecutor

from trials.views.health.seldom import seldom


def test_many_who_ask_at_once_get_one_answer() -> None:
    made: list[int] = []

    @seldom(seconds=60)
    def answer() -> int:
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(lambda _: answer(), range(100))) == {1}


def test_an_answer_grows_old() -> None:
    made: list[int] = []

    @seldom(seconds=-1)
    def answer() -> int:
        made.append(1)
        return len(made)

    assert (answer(), answer()) == (1, 2)
