"""From what people type to a full-text condition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.search.text_query import tsquery


@pytest.mark.parametrize(
    ("q", "phrases"),
    [
        ("MND", ["als", "amyotrophic lateral sclerosis", "motor neurone disease"]),
        ("Lou Gehrig's disease", ["als", "mnd"]),
        ("fat cells", ["adipose", "cells"]),
        ("MSC-NTF", ["nurown"]),
        ('"cord blood"', ["umbilical cord blood"]),
        ("lumbar puncture", ["intrathecal"]),
    ],
)
def test_synonyms_are_searched_too(q: str, phrases: list[str]) -> None:
    _, parameters = tsquery(q)
    assert set(phrases) <= set(parameters)


def test_every_word_must_be_found() -> None:
    sql, parameters = tsquery("boston iran")
    assert parameters == ["boston", "iran"]
    assert sql.count("&&") == 1


@pytest.mark.parametrize("q", ["", "   ", "&|!():*", '""', "' -- ;"])
def test_without_a_letter_there_is_nothing_to_search(q: str) -> None:
    sql, parameters = tsquery(q)
    assert (sql, parameters) == ("", []) or parameters == ["'"]


@given(st.text(max_size=200))
def test_what_is_typed_is_only_ever_a_parameter(q: str) -> None:
    sql, parameters = tsquery(q)
    assert sql.count("%s") == len(parameters)
    assert sql.replace("phraseto_tsquery('english', %s)", "").strip("&|() ") == ""
