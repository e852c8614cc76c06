"""Digests: a release alone is no change, the registry's own terms are no news."""

from tests.records import study
from tests.records.shared import needs_shared_records, shared_pairs
from trials.registry.digest import digest, news_digest


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
