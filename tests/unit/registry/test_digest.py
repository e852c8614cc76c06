"""Digests: a release alone is no change, the registry's own terms are no news."""

import copy
import hashlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.records import study
from tests.records.shared import needs_shared_records, shared_pairs
from trials.registry.digest import body_of, digest, news_digest


def test_the_release_date_alone_changes_nothing() -> None:
    one, other = study(), study()
    one["derivedSection"] = {"miscInfoModule": {"versionHolder": "2026-10-01"}}
    other["derivedSection"] = {"miscInfoModule": {"versionHolder": "2026-10-02"}}
    assert digest(one) == digest(other)


def test_mesh_terms_added_later_are_a_change_but_no_news() -> None:
    one, other = study(), study()
    one["derivedSection"] = {}
    other["derivedSection"] = {"conditionBrowseModule": {"meshes": [{"id": "D000690"}]}}
    assert digest(one) != digest(other)
    assert news_digest(one) == news_digest(other)


def test_a_new_title_is_news() -> None:
    assert news_digest(study(brief_title="One")) != news_digest(study(brief_title="Two"))


@needs_shared_records
def test_real_pairs_are_told_apart() -> None:
    """Of the 11 pairs, 7 differ in the release's date alone, one more in browse terms alone."""
    pairs = shared_pairs()
    changed = [old for old, new in pairs if digest(old) != digest(new)]
    news = [old for old, new in pairs if news_digest(old) != news_digest(new)]
    assert (len(pairs), len(changed), len(news)) == (11, 4, 3)


WHAT_JSON_HOLDS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text() | st.just("miscInfoModule"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["derivedSection", "protocolSection", "hasResults", "é"]), WHAT_JSON_HOLDS
    )
)
def test_section_by_section_is_the_whole_in_one(payload: dict[str, Any]) -> None:
    """The names that earlier versions stored are the names of today."""

    def canonical(value: object) -> str:
        return json.dumps(value, sort_keys=True, separators=(",", ":"))

    def sha256(value: object) -> str:
        return hashlib.sha256(canonical(value).encode()).hexdigest()

    stamped = copy.deepcopy(payload)
    if isinstance(stamped.get("derivedSection"), dict):
        stamped["derivedSection"].pop("miscInfoModule", None)
    assert body_of(payload) == canonical(payload)
    assert digest(payload) == sha256(stamped)
    assert news_digest(payload) == sha256(
        {name: value for name, value in payload.items() if name != "derivedSection"}
    )
