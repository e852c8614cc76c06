"""Rows go in by COPY as they are, whatever their texts hold."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.catalogue import publish
from tests.records import study
from trials.models import Reading, Study
from trials.sync.copying import insert_rows, put_rows

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 15, 10, 0, 123456, tzinfo=UTC)
ODD = ("", "\\N", "\\.", "a\tb\nc\rd\\e", 'say "no", {x}', "NULL", "naïve 幹細胞 🧬", "'; --")
TEXT = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20
)


def made(nct_id: str = "NCT90000001", **columns: Any) -> Study:
    return Study(
        nct_id=nct_id,
        starter_facts=columns.pop("starter_facts", {}),
        first_seen_at=NOW,
        last_changed_at=NOW,
        **columns,
    )


def columns_of(one: Study) -> dict[str, Any]:
    names = [f.attname for f in Study._meta.concrete_fields if not f.generated and f.name != "id"]
    return {name: getattr(one, name) for name in names}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TEXT, words=st.lists(TEXT, max_size=3), is_so=st.booleans())
def test_what_goes_in_comes_out(text: str, words: list[str], *, is_so: bool) -> None:
    Study.objects.all().delete()
    one = made(
        brief_title=text,
        phases=[word[:40] for word in words],
        starter_facts={"text": text, "words": words, "n": [1, 2.5, None, True]},
        has_results=is_so,
        last_update_post_date=date(2026, 1, 2) if is_so else None,
    )
    insert_rows(Study, [one])
    assert columns_of(Study.objects.get()) == columns_of(one)


def test_a_row_takes_the_place_of_the_one_with_its_key() -> None:
    publish(study(nct_id="NCT90000001"), study(nct_id="NCT90000002"))
    before = dict(Study.objects.values_list("nct_id", "pk"))
    put_rows(Study, [made(brief_title="Newer"), made("NCT90000003")], key="nct_id")
    after = dict(Study.objects.values_list("nct_id", "pk"))
    assert Study.objects.get(nct_id="NCT90000001").brief_title == "Newer"
    assert Study.objects.get(nct_id="NCT90000002").brief_title != "Newer"
    assert before.items() <= after.items()
    assert len(after) == 3


def test_no_rows_are_no_trouble() -> None:
    insert_rows(Reading, [])
    put_rows(Reading, [], key="study_id")
    assert not Reading.objects.exists()


def test_a_fault_in_making_a_row_is_told_as_it_is_and_nothing_is_written() -> None:
    def rows() -> Iterator[Study]:
        yield made()
        raise LookupError("no such word")

    with pytest.raises(LookupError, match="no such word"), transaction.atomic():
        insert_rows(Study, rows())
    assert not Study.objects.exists()


def test_what_the_database_refuses_is_its_own_word() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Study, [made(), made()])
    assert not Study.objects.exists()
