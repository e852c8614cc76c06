"""From one study's JSON to a record: nothing lost, nothing made up, no exception."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import study
from tests.records.shared import needs_shared_records, shared_records
from trials.records import GeoPoint, PartialDate, StudyRecord
from trials.registry.json_types import JsonObject
from trials.registry.translate import translate


def read(payload: JsonObject) -> StudyRecord:
    record, problems = translate(payload)
    assert record is not None, problems
    return record


def changed(payload: JsonObject, path: str, value: object) -> JsonObject:
    """The payload with one value set at a dotted path."""
    *way, last = path.split(".")
    node: Any = payload
    for name in way:
        node = node.setdefault(name, {})
    node[last] = value
    return payload


def test_a_record_keeps_the_registrys_words() -> None:
    record = read(
        study(nct_id="NCT90000001", overall_status="RECRUITING", phases=["PHASE1", "PHASE2"])
    )
    assert record.nct_id == "NCT90000001"
    assert record.status.overall_status == "RECRUITING"
    assert record.design.phases == ("PHASE1", "PHASE2")


def test_a_month_stays_a_month() -> None:
    payload = changed(
        study(),
        "protocolSection.statusModule.startDateStruct",
        {"date": "2024-05", "type": "ACTUAL"},
    )
    start = read(payload).status.start_date
    assert start is not None
    assert start.date == PartialDate(2024, 5)


def test_an_unreadable_date_costs_only_itself() -> None:
    payload = changed(study(), "protocolSection.statusModule.startDateStruct", {"date": "soon"})
    record, problems = translate(payload)
    assert record is not None
    assert record.status.start_date is None
    assert [(p.field, p.value, p.is_fatal) for p in problems] == [
        ("statusModule.startDate", "soon", False)
    ]


def test_an_unknown_word_is_kept_and_told() -> None:
    record, problems = translate(study(overall_status="ON_THE_MOON"))
    assert record is not None
    assert record.status.overall_status == "ON_THE_MOON"
    assert [p.value for p in problems] == ["ON_THE_MOON"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("protocolSection", []),
        ("protocolSection.identificationModule", None),
        ("protocolSection.identificationModule.nctId", "NCT1"),
        ("protocolSection.statusModule", ["RECRUITING"]),
        ("protocolSection.conditionsModule.conditions", "ALS"),
    ],
)
def test_a_shape_that_cannot_be_read_is_one_fatal_problem(path: str, value: object) -> None:
    record, problems = translate(changed(study(), path, value))
    assert record is None
    assert problems[0].is_fatal
    assert problems[0].field


def test_unknown_enrolment_is_not_a_number_of_people() -> None:
    payload = changed(study(), "protocolSection.designModule.enrollmentInfo", {"count": 99999999})
    assert read(payload).design.enrollment_count is None


def test_both_names_of_a_country_have_one_code() -> None:
    for name in ("Korea, Republic of", "South Korea"):
        locations = [{"city": "Seoul", "country": name, "geoPoint": {"lat": 37.5, "lon": 127}}]
        payload = changed(study(), "protocolSection.contactsLocationsModule.locations", locations)
        site = read(payload).locations[0]
        assert (site.country, site.country_code) == (name, "KR")
        assert site.geo_point == GeoPoint(37.5, 127)


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
MODULES = (
    "identificationModule",
    "statusModule",
    "sponsorCollaboratorsModule",
    "designModule",
    "armsInterventionsModule",
    "eligibilityModule",
    "contactsLocationsModule",
)


@given(st.sampled_from(MODULES), json_values)
def test_whatever_comes_it_never_raises(module: str, value: Any) -> None:
    record, problems = translate(changed(study(), f"protocolSection.{module}", value))
    assert record is not None or problems[0].is_fatal


@needs_shared_records
def test_every_real_record_is_read_without_a_problem() -> None:
    for payload in shared_records():
        record, problems = translate(payload)
        assert record is not None
        assert problems == ()
        assert record.titles
        assert record.status.last_update_post_date is not None
