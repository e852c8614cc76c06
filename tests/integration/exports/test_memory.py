"""A long list is streamed: memory stays flat however many studies there are."""

import copy
import gc
import tracemalloc
from typing import Any

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.records import study
from trials.exports import stored_lines
from trials.exports.columns import COLUMNS
from trials.models import Reading, Site, Study

pytestmark = pytest.mark.django_db
FEW, MANY = 150, 450
STORED = ",".join(column.name for column in COLUMNS if column.stored)
PATTERN = "NCT90000000"


def fill(first: int, last: int) -> None:
    """Copies of one study, each with its site, reading and record."""
    pattern = Study.objects.select_related("reading", "snapshot").get(nct_id=PATTERN)
    (site,) = pattern.sites.all()
    for start in range(first, last, 2_000):
        numbers = range(91_000_000 + start, 91_000_000 + min(start + 2_000, last))
        studies = Study.objects.bulk_create(_copy(pattern, f"NCT{number}") for number in numbers)
        Reading.objects.bulk_create(_of(pattern.reading, one) for one in studies)
        Site.objects.bulk_create(_of(site, one) for one in studies)


def _copy(pattern: Study, nct_id: str) -> Study:
    """Its record is the pattern's: what counts here is that it is read for each."""
    made = copy.copy(pattern)
    made.pk, made.nct_id = None, nct_id
    return made


def _of(pattern: Any, one: Study) -> Any:
    made = copy.copy(pattern)
    made.pk, made.study_id = None, one.pk
    return made


def peak_of(client: Client, address: str) -> tuple[int, int]:
    """Bytes sent, and the most that was held at once while sending them."""
    parts: Any = client.get(address)
    tracemalloc.start()
    sent = 0
    for part in parts.streaming_content:
        sent += len(part)
        gc.collect()  # studies and readings point at each other: garbage, not held
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return sent, peak


@pytest.mark.parametrize("columns", ["eligibility_criteria,brief_title", STORED])
def test_three_times_the_rows_take_no_more_memory(
    client: Client, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setattr(stored_lines, "BATCH", 50)
    address = f"/export/studies.csv?rows=site&columns={columns}"
    publish(study(nct_id=PATTERN))
    peak_of(client, address)  # what is loaded once is not counted
    fill(0, FEW)
    few, peak_of_few = peak_of(client, address)
    fill(FEW, MANY)
    many, peak_of_many = peak_of(client, address)
    assert many > 2.5 * few
    assert peak_of_many < 1.2 * peak_of_few, (peak_of_few, peak_of_many)
