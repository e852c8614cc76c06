"""The search's index answers as PostgreSQL does: the same studies, order, counts and distances."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import numpy as np
import pytest
from django.db import connection
from django.test.utils import override_settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from benchmarks.catalogue import NOW, fill
from benchmarks.questions import PHRASES, questions
from trials.models import Edition
from trials.places import PlaceFound
from trials.search import find
from trials.search.criteria import CHOICES, DISTANCES, Criteria
from trials.search.index import files, opened
from trials.search.index.columns import Index
from trials.search.index.folder import folder_of
from trials.search.index.holding import rows_holding
from trials.search.index.lexemes import taken_apart
from trials.search.index.making import make_if_due
from trials.search.index.ranking import ranks
from trials.search.parsing import parse
from trials.search.results import SearchResult

pytestmark = pytest.mark.django_db
SIZE = 300
CLOSE = 1e-6  # km: a millimetre
ODDITIES = """
    UPDATE trials_study SET snapshot_id = NULL, starter_facts = '{}' WHERE id % 13 = 0;
    UPDATE trials_study SET delisted_at = '2026-11-01' WHERE id % 29 = 1 AND id % 13 > 0;
    UPDATE trials_study SET last_update_post_date = NULL WHERE id % 17 = 2;
    UPDATE trials_study SET last_update_post_date = '2026-10-01' WHERE id % 7 = 3;
    UPDATE trials_study SET search_names = search_names || ' amyotrophic lateral sclerosis'
        WHERE id % 5 = 0;
    UPDATE trials_study SET search_detail = 'It''s cells, cells with cells; back\\slash'
        WHERE id % 11 = 0;
    UPDATE trials_study SET overall_status = 'A_NEW_STATUS' WHERE id % 31 = 4;
    UPDATE trials_reading SET donor = NULL, cell_type = '{}' WHERE id % 19 = 5;
    UPDATE trials_site SET latitude = NULL, longitude = NULL WHERE id % 23 = 6;
    UPDATE trials_site SET latitude = 90, longitude = 0 WHERE id % 211 = 7;
    UPDATE trials_site SET longitude = 179.9, latitude = -17 WHERE id % 101 = 8;
    UPDATE trials_site SET status = 'RECRUITING' WHERE id % 9 = 1;
    UPDATE trials_site SET status = 'WITHDRAWN' WHERE id % 14 = 1;
    UPDATE trials_site SET country_code = '', state_code = '' WHERE id % 37 = 1;
    DELETE FROM trials_site WHERE study_id % 41 = 3;
"""


def place(slug: str, latitude: float, longitude: float) -> PlaceFound:
    return PlaceFound(slug, slug, "", "", "", latitude, longitude, 1)


PLACES = {
    one.slug: one
    for one in (
        place("boston-ma-us", 42.35843, -71.05977),
        place("seoul-kr", 37.566, 126.9784),
        place("suva-fj", -18.14161, 178.44149),
        place("north-pole", 89.9, 10.0),
        place("los-angeles-ca-us", 34.05223, -118.24368),
        place("tel-aviv-il", 32.08088, 34.78057),
        place("paris-fr", 48.85341, 2.3488),
        place("anchorage-ak-us", 61.21806, -149.90028),
        place("warsaw-pl", 52.22977, 21.01178),
    )
}


@pytest.fixture
def catalogue() -> None:
    fill(SIZE)
    with connection.cursor() as cursor:
        cursor.execute(ODDITIES)
    Edition.publish(now=NOW)


@pytest.fixture
def folder(catalogue: None, tmp_path: Path) -> Path:
    """A folder with an index of the catalogue."""
    assert make_if_due(tmp_path, smallest=SIZE)
    return tmp_path


@pytest.fixture(autouse=True)
def nothing_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "held", opened.Held())


@pytest.fixture
def switch(settings: Settings, folder: Path) -> "Switch":
    settings.SEARCH_INDEX_FOLDER = ""
    return Switch(folder)


class Switch:
    """Asks with the index and without it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def both(self, ask: Callable[[], Any]) -> tuple[Any, Any]:
        by_postgresql = ask()
        index_is_on = override_settings(SEARCH_INDEX_FOLDER=str(self.folder))
        with index_is_on, connection.execute_wrapper(no_search):
            return ask(), by_postgresql

    def same(self, criteria: Criteria, *, page_size: int = 20) -> None:
        """Every way to ask gives equal answers."""
        where = PLACES[criteria.near] if criteria.near else None
        mine, theirs = self.both(partial(find.search, criteria, place=where, page_size=page_size))
        assert_same(mine, theirs)
        for ask in (find.tally, find.relaxations):
            mine, theirs = self.both(partial(ask, criteria, place=where))
            assert mine == theirs
        mine, theirs = self.both(partial(find.counted, criteria, place=where))
        assert_same(mine, theirs)


def no_search(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Nothing is searched by SQL while the index is asked."""
    assert "MATERIALIZED" not in sql
    return execute(sql, params, many, context)


def assert_same(mine: SearchResult, theirs: SearchResult) -> None:
    assert [hit.study.pk for hit in mine.hits] == [hit.study.pk for hit in theirs.hits]
    assert [hit.number for hit in mine.hits] == [hit.number for hit in theirs.hits]
    for one, other in zip(mine.hits, theirs.hits, strict=True):
        assert (one.nearest, one.distance_km is None) == (other.nearest, other.distance_km is None)
        assert abs((one.distance_km or 0) - (other.distance_km or 0)) < CLOSE
    assert replace(mine, hits=()) == replace(theirs, hits=())


def criteria_of(query: str) -> Criteria:
    return parse(parse_qs(query)).criteria


def test_every_question_of_the_bench_gets_the_same_answer(switch: Switch) -> None:
    for query in questions():
        switch.same(criteria_of(query))


WORDS = st.sampled_from(
    (*PHRASES, "", "", "", "the of", "xylophonist", "cells cells", '"cells with cells"', "it's",
     "ALS placebo", "sclerosis lateral", '"lateral sclerosis"', "back\\slash", "MSC fat boston")
)  # fmt: skip


def some(values: Any, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    drawn = st.lists(st.sampled_from(sorted(values)), max_size=most, unique=True)
    return drawn.map(lambda chosen: tuple(sorted(chosen)))


def maybe(strategy: st.SearchStrategy[Any], empty: Any) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(empty), st.just(empty), strategy)


CRITERIA = st.builds(
    Criteria,
    q=WORDS,
    **{name: maybe(some(values), ()) for name, values in CHOICES.items()},
    country=maybe(some(("US", "KR", "IL", "FR", "FJ", "CN")), ()),
    state=maybe(some(("US-MA", "US-CA", "US-FL", "CA-ON")), ()),
    near=maybe(st.sampled_from(sorted(PLACES)), ""),
    within=st.one_of(st.none(), st.sampled_from(DISTANCES)),
    unit=st.sampled_from(("", "mi", "km")),
    results=maybe(st.sampled_from(("yes", "no")), ""),
    since=maybe(st.dates(date(2015, 1, 1), date(2026, 11, 1)), None),
    sort=st.sampled_from(("", "recruiting", "nearest", "updated")),
    page=st.sampled_from((1, 1, 1, 2, 7)),
)


@given(criteria=CRITERIA, page_size=st.sampled_from((1, 10, 20)))
@hypothesis_settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_search_gets_the_same_answer(
    switch: Switch, criteria: Criteria, page_size: int
) -> None:
    switch.same(criteria, page_size=page_size)


@pytest.mark.parametrize(
    "query",
    [
        "'cell' <-> 'cell'",
        "'amyotroph' <-> 'later' <-> 'sclerosi'",
        "'amyotroph' <-> ('later' <-> 'sclerosi')",
        "'amyotroph' <2> 'sclerosi'",
        "('cell' <2> 'cell') <-> ('cell' <-> 'back')",
        "'cell' <0> 'cell' | 'boston' <-> 'x'",
        "'trial' & ('cell' | 'placebo') & 'mesenchym'",
        "'nobodyholdsthis'",
        "",
    ],
)
def test_words_are_matched_as_postgresql_matches_them(folder: Path, query: str) -> None:
    index = index_in(folder)
    rows = rows_holding(taken_apart(query), index.words, len(index.studies.id))
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM trials_study WHERE search_vector @@ %s::tsquery", [query])
        found = {key for (key,) in cursor.fetchall()}
    assert set(index.studies.id[rows].tolist()) == found & set(index.studies.id.tolist())


@pytest.mark.parametrize(
    "query",
    [
        "'cell'",
        "'al' | 'amyotroph' <-> 'later' <-> 'sclerosi'",
        "'mesenchym' | 'cell' <-> 'cell' | 'nobodyholdsthis' | 'cell'",
        "'trial' | ('placebo' & 'mesenchym')",
    ],
)
def test_alternatives_are_ranked_as_postgresql_ranks_them(folder: Path, query: str) -> None:
    index = index_in(folder)
    assert index.ranks_agree
    rows = np.arange(len(index.studies.id))
    mine = ranks(taken_apart(query), index.words, rows)
    with connection.cursor() as cursor:
        sql = "SELECT id, ts_rank(search_vector, %s::tsquery) FROM trials_study"
        cursor.execute(sql, [query])
        theirs = dict(cursor.fetchall())
    assert mine is not None
    assert mine.tolist() == [float(np.float32(theirs[key])) for key in index.studies.id.tolist()]


@pytest.mark.parametrize("query", ["'cell' & 'placebo'", "'later' <-> 'sclerosi'", ""])
def test_words_that_belong_together_are_ranked_by_postgresql(folder: Path, query: str) -> None:
    assert ranks(taken_apart(query), index_in(folder).words, np.arange(3)) is None


def index_in(folder: Path) -> Index:
    return files.opened(folder_of(folder, Edition.current().name))
