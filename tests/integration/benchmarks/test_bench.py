"""The bench at a tiny size: its contestants still give the same answers."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from benchmarks import site
from benchmarks.catalogue import fill, records
from benchmarks.invented.study import FIRST_ID
from benchmarks.journey import new_journey, new_searches
from benchmarks.outcome import at_least, at_most
from benchmarks.peers.by_hand import app
from benchmarks.questions import questions
from benchmarks.report import table
from benchmarks.rounds import Timing, interleaved
from benchmarks.rows import near, page, peer
from trials.models import Place, Reading, Site, Study
from trials.registry.translate import nct_id_of
from trials.search.index import opened
from trials.search.parsing import parse
from trials.sync.crawl import FIRST_TEST_ID

SIZE = 30


@pytest.fixture
def one_connection(db: None) -> Iterator[None]:
    """The handler's signals would close the connection that holds the test's transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def catalogue(one_connection: None, monkeypatch: pytest.MonkeyPatch) -> None:
    Place.objects.create(
        geoname_id=4930956,
        slug="boston-ma-us",
        name="Boston",
        admin_name="Massachusetts",
        admin_code="MA",
        country_code="US",
        latitude=42.35843,
        longitude=-71.05977,
        population=653833,
    )
    fill(SIZE)
    monkeypatch.setattr(app, "connected", lambda: connection.connection)


@pytest.fixture
def some(catalogue: None) -> list[str]:
    """Every fifth question, and all of those with a place."""
    asked = questions()
    return [*asked[::5], *(one for one in asked if "near=" in one)]


@pytest.mark.usefixtures("catalogue")
class TestCatalogue:
    def test_every_study_is_invented_and_has_a_record_with_its_id(self) -> None:
        ids = list(Study.objects.order_by("nct_id").values_list("nct_id", flat=True))
        assert ids == [nct_id_of(record) for record in records(SIZE)]
        assert min(ids) >= FIRST_TEST_ID

    def test_a_number_always_means_the_same_study(self) -> None:
        assert list(records(SIZE)) == list(records(SIZE))

    def test_a_database_with_real_studies_is_never_emptied(self) -> None:
        Study.objects.filter(pk=1).update(nct_id="NCT00000001")
        with pytest.raises(ValueError, match="real studies"):
            fill(SIZE)


@pytest.mark.django_db(transaction=True)
class TestTwins:
    """12 invented studies, and 18 twins of these: two copies, the second cut short."""

    def test_each_differs_from_its_original_by_key_id_and_date(self) -> None:
        fill(SIZE, most_invented=12)
        studies: list[dict[str, Any]] = [dict(one) for one in Study.objects.order_by("pk").values()]
        assert [one["id"] for one in studies] == list(range(1, SIZE + 1))
        ids = [one["nct_id"] for one in studies]
        assert ids == [f"NCT{FIRST_ID + number}" for number in range(SIZE)]
        for study in studies[12:]:
            copy, original = (study["id"] - 1) // 12, studies[(study["id"] - 1) % 12]
            shifted = original["last_update_post_date"] - timedelta(days=copy)
            own = {name: study[name] for name in ("id", "nct_id")}
            assert study == original | own | {"last_update_post_date": shifted}

    def test_each_has_its_originals_sites_and_reading(self) -> None:
        fill(SIZE, most_invented=12)
        for model in (Site, Reading):
            rows: dict[int, list[tuple[object, ...]]] = defaultdict(list)
            for _key, study, *values in in_order(model):
                rows[study].append(tuple(values))
            assert all(rows[key] == rows[(key - 1) % 12 + 1] for key in range(1, SIZE + 1))

    def test_the_tables_have_the_indexes_that_they_had(self) -> None:
        before = indexes()
        fill(SIZE, most_invented=12)
        assert indexes() == before


def in_order(model: type[Site | Reading]) -> Iterator[tuple[Any, ...]]:
    """Every row, of which the key and the study's come first."""
    names = [field.attname for field in model._meta.concrete_fields]
    assert names[:2] == ["id", "study_id"]
    yield from model.objects.order_by("study_id", "pk").values_list(*names)


def indexes() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename ~ '^trials_' ORDER BY 1")
        return [row[0] for row in cursor.fetchall()]


def test_at_least_forty_questions_none_of_them_twice(catalogue: None) -> None:
    assert len(set(questions())) == len(questions()) >= 40


def test_new_readers_share_no_search_and_no_study(catalogue: None) -> None:
    way = new_journey()
    shared = {"/", "/trials/map/"}
    alone = [address for address in way if address not in shared]
    assert len(alone) == len(set(alone)) == len(way) * 4 // 6 >= 4 * SIZE
    searched = [parse(parse_qs(urlsplit(one).query)).criteria for one in new_searches()]
    assert len(set(searched)) == len(searched) >= 150


def test_the_page_is_the_one_written_by_hand(some: list[str]) -> None:
    with site.nothing_kept():
        for query in some:
            page.assert_same(site.search_page(query), app.search_page(query), query)


def test_the_page_is_the_usual_one(some: list[str]) -> None:
    with site.nothing_kept():
        for query in some:
            usual = site.get("/trials/", query, urls=peer.USUAL)
            page.assert_same(site.search_page(query), usual, query)


def test_the_nearest_are_those_of_other_sql(catalogue: None) -> None:
    assert near.questions()
    for query in near.questions():
        near.assert_same(near.ours(query), near.by_sql(query), query)


@pytest.mark.parametrize(
    ("row", "lines", "package"),
    [
        ("page", 1, ""),
        ("facets", 2, ""),
        ("peer", 2, "rest_framework"),
        ("near", 2, "numpy"),
        ("index", 6, "numpy"),
    ],
)
def test_a_row_measures_what_it_says(
    row: str, lines: int, package: str, some: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one round. Peers that need packages of their own are for `./run bench` to install."""
    if package and not find_spec(package):
        pytest.skip(f"{package} is in benchmarks/requirements.txt alone: `./run bench` installs it")
    measured = import_module(f"benchmarks.rows.{row}")
    if row != "near":
        monkeypatch.setattr(measured, "questions", lambda: some)
    monkeypatch.setattr(measured, "interleaved", partial(interleaved, rounds=1, short=0))
    monkeypatch.setattr(opened, "held", opened.Held())
    outcomes = measured.outcomes(SIZE)
    assert [one.row for one in outcomes] == [row] * lines
    assert all(one.ours_ms > 0 and one.theirs_ms > 0 for one in outcomes)
    assert table(outcomes).count("\n") >= lines + 1


def test_both_are_asked_every_question_in_turn() -> None:
    asked: list[tuple[str, int]] = []

    def contestant(name: str) -> Callable[[int], None]:
        return lambda question: asked.append((name, question))

    timing = interleaved(contestant("ours"), contestant("theirs"), [1, 2, 3], rounds=2, short=0)
    assert len(timing.ratios) == 2
    _warming, first_round, second_round = asked[:2], asked[2:8], asked[8:]
    assert first_round[::2] == [("ours", 1), ("theirs", 2), ("ours", 3)]
    assert first_round[1::2] == [("theirs", 1), ("ours", 2), ("theirs", 3)]
    assert second_round == [
        (name, question)
        for pair in zip(first_round[1::2], first_round[::2], strict=True)
        for name, question in pair
    ]


def test_a_round_that_would_be_over_at_once_goes_on() -> None:
    asked: list[int] = []
    timing = interleaved(asked.append, repr, [1, 2, 3], rounds=2, short=0.02)
    passes, rest = divmod(len(asked) - 1, 3)  # the first one warms
    assert len(timing.ratios) == 2
    assert passes > 2
    assert rest == 0  # every question as often as the others


def test_after_a_long_round_there_is_no_other_and_the_line_says_so() -> None:
    timing = interleaved(str, repr, [1, 2, 3], rounds=3, long=0, short=0)
    assert len(timing.ratios) == 1
    line = at_most("page", 500_000, "floor", timing, most=None, note="3 questions")
    assert line.note == "3 questions; 1 of 3 rounds, since one takes minutes"
    assert interleaved(str, repr, [1, 2, 3], rounds=3, short=0).note == ""


def test_a_ratio_is_turned_to_say_times_faster() -> None:
    timing = Timing(2.0, 8.0, (0.2, 0.25, 0.5))
    slower = at_most("page", 100, "floor", timing, most=0.3)
    faster = at_least("peer", 100, "usual", timing, least=3.0)
    assert (slower.ratio, slower.low, slower.high, slower.met) == (0.25, 0.2, 0.5, True)
    assert (faster.ratio, faster.low, faster.high, faster.met) == (4.0, 2.0, 5.0, True)
    assert at_least("peer", 7, "usual", timing, least=None).met is None
