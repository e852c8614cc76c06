"""The quick looks before the slow expressions: they miss nothing that these would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trials.reading.signals.payment import _MONEY, _PAID
from trials.reading.signals.regulators import _MADE, _OF_MADE, _OF_PERMISSION, _PERMISSION

LOOKS = [(_PAID, _MONEY), (_PERMISSION, _OF_PERMISSION), (_MADE, _OF_MADE)]


@pytest.mark.parametrize(("pattern", "hints"), LOOKS, ids=["payment", "permission", "making"])
@settings(max_examples=1500)
@given(data=st.data())
def test_what_the_pattern_finds_has_a_hint(
    pattern: re.Pattern[str], hints: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    assert any(hint in text or hint in text.casefold() for hint in hints)
