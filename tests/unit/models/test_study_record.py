"""A snapshot's JSON, whatever its body has become."""

import pytest

from trials.models.study_record import payload_of


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "[" * 100_000, '{"a":' * 100_000])
def test_a_damaged_body_is_none(body: str) -> None:
    assert payload_of(body) is None


def test_a_whole_one_is_its_object() -> None:
    assert payload_of('{"protocolSection": {}}') == {"protocolSection": {}}
