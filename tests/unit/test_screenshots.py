"""The pictures in docs/screenshots/: one of each page in each way, small, and all in the index."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.journeys.pictures import FOLDER, INDEX, OVERLAP, columns_of, every_picture, index

MOST_BYTES = 20 * 1024 * 1024


def test_every_page_has_its_pictures_and_no_others_are_there() -> None:
    there = {file.name for file in FOLDER.iterdir()} - {INDEX.name}
    assert there == every_picture(), "run: ./run screenshots"


def test_the_index_names_them_all() -> None:
    assert INDEX.read_text() == index(), "run: ./run screenshots"


def test_together_they_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= MOST_BYTES


@given(tall=st.integers(1, 60_000), column=st.integers(500, 3_000))
def test_the_columns_show_the_whole_page(tall: int, column: int) -> None:
    columns = columns_of(tall, column)
    assert columns[0][0] == 0
    assert sum(columns[-1]) == tall
    assert all(0 < height <= column for _, height in columns)
    assert all(above[0] + above[1] - top == OVERLAP for above, (top, _) in pairwise(columns))
