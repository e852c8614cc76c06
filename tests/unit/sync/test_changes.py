"""What counts as news between two records of a study."""

from dataclasses import replace

from tests.records import study
from tests.records.shared import needs_shared_records, shared_pairs
from trials.records import DateStruct, Eligibility, PartialDate, SiteRecord, Status, StudyRecord
from trials.registry.translate import translate
from trials.sync.changes import FACTS, FieldChange, changes_between


def record() -> StudyRecord:
    found, _ = translate(study())
    assert found is not None
    return found


def test_nothing_changed() -> None:
    assert changes_between(record(), record()) == ()


def test_a_status_is_told_before_and_after() -> None:
    before = replace(record(), status=Status(overall_status="RECRUITING"))
    after = replace(record(), status=Status(overall_status="COMPLETED"))
    assert changes_between(before, after) == (
        FieldChange("overall_status", "RECRUITING", "COMPLETED"),
    )


def test_a_post_date_that_becomes_actual_is_no_news() -> None:
    date = PartialDate(2026, 5, 1)
    before = replace(record(), status=Status(last_update_post_date=DateStruct(date, "ESTIMATED")))
    after = replace(record(), status=Status(last_update_post_date=DateStruct(date, "ACTUAL")))
    assert changes_between(before, after) == ()


def test_sites_in_another_order_are_no_news() -> None:
    sites = (SiteRecord(city="Boston", country="United States"), SiteRecord(city="Seoul"))
    before, after = replace(record(), locations=sites), replace(record(), locations=sites[::-1])
    assert changes_between(before, after) == ()


def test_new_criteria_and_a_new_site_are_news() -> None:
    after = replace(
        record(),
        eligibility=Eligibility(eligibility_criteria="Onset within 24 months"),
        locations=(SiteRecord(facility="A", city="Boston", country="United States"),),
    )
    fields = {change.field for change in changes_between(record(), after)}
    assert {"eligibility_criteria", "sites"} <= fields


@needs_shared_records
def test_the_real_pairs_have_one_piece_of_news() -> None:
    """Two pairs differ in the types of post dates; one moved its completion dates."""
    news = []
    for old, new in shared_pairs():
        before, after = translate(old)[0], translate(new)[0]
        assert before is not None
        assert after is not None
        news += [change.field for change in changes_between(before, after)]
    assert news == ["primary_completion_date", "completion_date"]


def test_every_fact_is_a_value_of_json() -> None:
    for fact in FACTS.values():
        assert isinstance(fact(record()), str | int | bool | list | None)
