"""A search as a sentence."""

from datetime import date

import pytest

from trials.places import PlaceFound
from trials.search.criteria import Criteria
from trials.search.sentence import sentence

BOSTON = PlaceFound("boston-ma-us", "Boston", "Massachusetts", "MA", "US", 42.36, -71.06, 650_000)


@pytest.mark.parametrize(
    ("criteria", "total", "place", "words"),
    [
        (Criteria(), 45, None, "45 trials of stem cells for ALS"),
        (Criteria(), 1, None, "1 trial of stem cells for ALS"),
        (Criteria(), 0, None, "No trials of stem cells for ALS"),
        (
            Criteria(
                status=("RECRUITING",), cell=("mesenchymal",), near="boston-ma-us", within=100
            ),
            7,
            BOSTON,
            "7 recruiting trials of mesenchymal cells within 100 miles of Boston, MA",
        ),
        (
            Criteria(near="boston-ma-us", within=50, unit="km"),
            2,
            BOSTON,
            "2 trials of stem cells for ALS within 50 km of Boston, MA",
        ),
        (
            Criteria(near="boston-ma-us"),
            2,
            BOSTON,
            "2 trials of stem cells for ALS by distance from Boston, MA",
        ),
        (
            Criteria(status=("NOT_YET_RECRUITING", "RECRUITING")),
            3,
            None,
            "3 trials of stem cells for ALS (not yet recruiting or recruiting)",
        ),
        (
            Criteria(phase=("PHASE1", "PHASE2", "PHASE3"), country=("US",)),
            3,
            None,
            "3 trials of stem cells for ALS in one of 3 phases in the United States",
        ),
        (
            Criteria(country=("JP", "US"), state=("US-MA",)),
            3,
            None,
            "3 trials of stem cells for ALS in Massachusetts or Japan",
        ),
        (
            Criteria(tissue=("bone_marrow",), donor=("autologous",), route=("intrathecal",)),
            9,
            None,
            "9 trials of stem cells for ALS from bone marrow with your own cells given into the "
            "spinal fluid",
        ),
        (
            Criteria(kind=("other_cells_given",), results="yes", since=date(2026, 5, 4), q="Treg"),
            2,
            None,
            "2 studies of other living cells with results changed since 4 May 2026 that match "
            "“Treg”",
        ),
    ],
)
def test_sentences(criteria: Criteria, total: int, place: PlaceFound | None, words: str) -> None:
    assert sentence(criteria, total, place) == words


@pytest.mark.parametrize(
    ("total", "trials", "words"),
    [
        (3, 3, "3 recruiting trials"),
        (3, 2, "3 recruiting studies"),
        (1, 0, "1 recruiting study"),
        (0, 0, "No recruiting trials"),
    ],
)
def test_observational_studies_are_not_called_trials(total: int, trials: int, words: str) -> None:
    criteria = Criteria(status=("RECRUITING",))
    assert sentence(criteria, total, None, trials=trials) == f"{words} of stem cells for ALS"
