"""A correction of a study whose stored record is damaged: told at once, and it holds in the end."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from tests.faults.test_corrupt_snapshot import hurt
from tests.integration.admin.curators import signed_in
from tests.integration.conftest import Sync
from tests.stand_in import StandIn
from trials.models import Correction, Reading, Study, SyncRun
from trials.sync.damage import FIELD
from trials.sync.replay import outdated_ids
from trials.sync.standing import standing

__all__ = ["hurt"]
pytestmark = pytest.mark.django_db(transaction=True)
PROBLEMS = reverse("admin:trials_syncproblem_changelist")


def correct(curator: Client, study: Study) -> str:
    """A curator says that the cells are the patient's own and a donor's; what the page answers."""
    form = {"nct_id": study.nct_id, "question": "donor", "answer": "both", "reason": "Read by hand"}
    address = reverse("admin:trials_correction_add")
    return curator.post(address, form, follow=True).content.decode()


def test_the_curator_and_the_operator_are_told(client: Client, hurt: Study) -> None:
    curator = signed_in(client)
    assert "does not hold yet" in correct(curator, hurt)
    assert Correction.objects.get().value == "both"
    problems = curator.get(PROBLEMS).content.decode()
    for words in (hurt.nct_id, FIELD, "the next full sync fetches it again"):
        assert words in problems
    found = standing()
    assert (found.set_aside, found.unread, found.is_failing) == (1, 1, False)
    assert curator.get("/about/data/").status_code == 200


def test_it_holds_once_a_sync_has_fetched_the_record_again(
    client: Client, hurt: Study, stand_in: StandIn, settings: Settings
) -> None:
    correct(signed_in(client), hurt)
    settings.CTGOV_BASE_URL, settings.CTGOV_PACE_SECONDS = stand_in.base_url, 0
    call_command("sync_studies")
    reading = Reading.objects.get(study=hurt)
    assert (reading.donor, reading.corrected) == ("both", ["donor"])
    found = standing()
    assert (found.set_aside, found.unread) == (0, 0)
    assert Client().get(f"/trials/{hurt.nct_id}/").status_code == 200


def test_a_record_that_nobody_sends_any_more_stays_among_what_is_unread(
    full_sync: Sync, hurt: Study, stand_in: StandIn, settings: Settings
) -> None:
    ids = [
        record["protocolSection"]["identificationModule"]["nctId"] for record in stand_in.records
    ]
    stand_in.records = [
        each for each, one in zip(stand_in.records, ids, strict=True) if one != hurt.nct_id
    ]
    settings.CTGOV_BASE_URL, settings.CTGOV_PACE_SECONDS = stand_in.base_url, 0
    settings.SYNC_MAX_LOST_SHARE = 0.5
    call_command("sync_studies")
    assert outdated_ids() == [hurt.pk]
    run = SyncRun.objects.get(kind=SyncRun.Kind.REPLAY)
    assert list(run.problems.values_list("nct_id", flat=True)) == [hurt.nct_id]


def test_a_sound_correction_is_taken_without_a_warning(client: Client, hurt: Study) -> None:
    other = Study.objects.exclude(pk=hurt.pk).first()
    assert other is not None
    assert "does not hold yet" not in correct(signed_in(client), other)
