"""What a record holds that cannot be is left out or cut, told, and costs nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.records import all_examples, study
from tests.records.beyond_limits import DIGITS, HELD, MENDED, NCT_ID, OTHER_IDS, as_sent
from trials.registry.digest import body_of
from trials.registry.huge_numbers import json_of
from trials.registry.reader import LONGEST_NAME, MOST_PROBLEMS, MOST_SITES
from trials.registry.translate import translate, translate_body, unreadable


@pytest.mark.parametrize("kind", MENDED)
def test_one_field_is_told_and_all_others_are_read(kind: str) -> None:
    field, build = MENDED[kind]
    record, problems = translate(build())
    assert record is not None
    assert record.eligibility.sex == "ALL"
    assert field in {one.field for one in problems}
    assert not any(one.is_fatal for one in problems)
    assert len(problems) <= MOST_PROBLEMS + 5
    for one in problems:
        assert max(len(one.reason), len(one.value)) <= 300
        (one.field + one.reason + one.value).encode()
    assert (record, problems) == translate_body(body_of(build()))


@pytest.mark.parametrize("kind", HELD)
def test_nothing_is_told_of_what_can_be_held(kind: str) -> None:
    assert translate(HELD[kind]())[1] == ()


@pytest.mark.parametrize("kind", OTHER_IDS)
def test_an_id_only_to_the_eye_is_none(kind: str) -> None:
    problem = unreadable(study(nct_id=OTHER_IDS[kind]))
    assert problem is not None
    assert problem.is_fatal


def test_the_former_id_that_is_one_stays() -> None:
    record, _ = translate(MENDED["an alias that is no id"][1]())
    assert record is not None
    assert record.identification.nct_id_aliases == ("NCT90000302",)


def test_a_site_without_its_point_is_still_a_site() -> None:
    record, _ = translate(MENDED["a latitude of 1000"][1]())
    assert record is not None
    assert [(site.city, site.geo_point) for site in record.locations] == [("Boston", None)]


def test_long_names_begin_as_they_do_and_end_by_saying_so() -> None:
    record, _ = translate(MENDED["a title of a megabyte"][1]())
    assert record is not None
    assert record.identification.brief_title.startswith("stem cells stem")
    assert record.identification.brief_title.endswith("…")
    assert len(record.identification.brief_title) == LONGEST_NAME + 1


def test_the_first_sites_are_kept() -> None:
    record, _ = translate(MENDED["more sites than are counted"][1]())
    assert record is not None
    assert len(record.locations) == MOST_SITES


def numbers(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each object or list with a whole number in it, and where in it."""
    for place, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, dict | list):
            yield from numbers(item)
        elif type(item) is int:
            yield value, place


def test_every_number_of_a_study_may_have_too_many_digits() -> None:
    for example in all_examples():
        places = list(numbers(example))
        for node, place in places:
            node[place] = DIGITS
        record, problems = translate(example)
        assert record is not None
        assert not any(one.is_fatal for one in problems)
        assert len(problems) <= MOST_PROBLEMS + 5
        assert unreadable(example) is None
        assert (record, problems) == translate_body(body_of(example))
        read = json_of(as_sent(example))
        assert read == example
        assert all(node[place] == DIGITS for node, place in places), "what came stays as it came"


def test_what_is_wrong_besides_still_sets_the_study_aside() -> None:
    odd = study(nct_id=NCT_ID, enrollment=DIGITS, brief_title={"not": "a title"})
    record, problems = translate(odd)
    assert record is None
    assert [one.field for one in problems] == ["protocolSection.identificationModule.briefTitle"]
    assert unreadable(odd) == problems[0]


def test_a_half_under_a_half_is_told_in_words_that_can_be_kept() -> None:
    _, problems = translate(study(also={"protocolSection.a\ud800": "b\ud800"}))
    assert [(one.field, one.value) for one in problems] == [("protocolSection.a\ufffd", "b\ufffd")]
