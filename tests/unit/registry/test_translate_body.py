"""A record read from its JSON text is the one read from its values, problems included."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import Json, all_examples, study
from tests.records.shared import shared_records
from trials.registry.digest import body_of
from trials.registry.text import is_plain, plain
from trials.registry.translate import translate, translate_body, unreadable

ODD = (
    "a\\>b",
    "a\u202eb",
    "\u200ex",
    "a\r\nb",
    "a\rb",
    "a\nb",
    "a\tb",
    "\x00",
    "\x7f",
    "\x85",
    "\x9f",
    "\u061c",
    "\ud800",
    "\udfff\ufffd",
    "x" * 3_000,
    "null",
    "\\",
)
TEXT = st.text() | st.sampled_from(ODD) | st.text(st.sampled_from('\\"nu/\r\n\t\x1f\u2066é🧬'))
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


def assert_same(payload: Json) -> None:
    read = translate(json.loads(body_of(payload)))
    assert translate_body(body_of(payload)) == read
    assert (unreadable(payload) is None) == (read[0] is not None)


def test_every_example_is_read_alike() -> None:
    examples = all_examples()
    assert any(is_plain(body_of(one)) for one in examples)
    for one in examples:
        assert_same(one)


@pytest.mark.shared_records
def test_every_real_record_is_read_alike() -> None:
    records = shared_records()
    assert any(is_plain(body_of(one)) for one in records)
    for one in records:
        assert_same(one)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize(
    "field", ["brief_title", "eligibility_criteria", "nct_id", "brief_summary"]
)
def test_odd_texts_are_read_alike(field: str, text: str) -> None:
    assert_same(study(**{field: text}))


@given(VALUE)
def test_a_text_that_is_called_plain_is(value: Any) -> None:
    for text in (body_of({"briefSummary": value}), body_of({"other": [value]})):
        if is_plain(text):
            assert plain(json.loads(text)) == json.loads(text)


@given(st.sampled_from(("statusModule", "designModule", "eligibilityModule", "other")), VALUE)
def test_any_module_is_read_alike(name: str, value: Any) -> None:
    payload = study()
    payload["protocolSection"][name] = value
    assert_same(payload)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        translate_body('{"protocolSection"')
