"""The pictures in docs/screenshots/: one of each page in each way, small, and all in the index."""

from tests.journeys.pictures import FOLDER, INDEX, every_picture, index

MOST_BYTES = 8 * 1024 * 1024


def test_every_page_has_its_pictures_and_no_others_are_there() -> None:
    there = {file.name for file in FOLDER.iterdir()} - {INDEX.name}
    assert there == every_picture(), "run: ./run screenshots"


def test_the_index_names_them_all() -> None:
    assert INDEX.read_text() == index(), "run: ./run screenshots"


def test_together_they_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= MOST_BYTES
