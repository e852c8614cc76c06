"""What the rules read, as stored: the same values as reading anew, and no rule is run."""

import pytest

from tests.integration.catalogue import publish
from tests.records import all_examples
from trials.models import Reading
from trials.models.stored_reading import burdens_of, criteria_of
from trials.models.study_record import record_of
from trials.reading.burden import read_burden
from trials.reading.eligibility import read_eligibility

pytestmark = pytest.mark.django_db


def test_what_is_stored_is_what_the_rules_read() -> None:
    publish(*all_examples())
    readings = list(Reading.objects.select_related("study__snapshot"))
    records = [record_of(reading.study) for reading in readings]
    stored = [criteria_of(*pair) for pair in zip(readings, records, strict=True)]
    assert any(stored)
    assert stored == [read_eligibility(record) for record in records]
    burdens = [burdens_of(*pair) for pair in zip(readings, records, strict=True)]
    assert any(burdens)
    assert burdens == [read_burden(record) for record in records]


def test_readings_of_older_rules_are_not_shown() -> None:
    publish(*all_examples())
    reading = Reading.objects.exclude(answers__eligibility=[]).select_related("study__snapshot")[0]
    record = record_of(reading.study)
    reading.version, reading.answers = "older", {}
    assert criteria_of(reading, record) == read_eligibility(record)
    assert burdens_of(reading, record) == read_burden(record)
