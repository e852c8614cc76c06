"""A curator's correction: above the rules, at once, through every sync, and taken back."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.integration.admin.curators import signed_in
from tests.integration.catalogue import publish
from tests.integration.pages.conftest import store
from tests.records import study
from trials.models import Correction, Reading, Study, SyncProblem, SyncRun
from trials.reading.scope import Scope

pytestmark = pytest.mark.django_db
ADD = reverse("admin:trials_correction_add")
PAGE = "/trials/NCT90000001/"
__all__ = ["store"]


@pytest.fixture
def curator(client: Client) -> Client:
    return signed_in(client)


def correct(curator: Client, question: str, answer: str, nct_id: str = "NCT90000001") -> str:
    """Send the form; the errors of the page, "" where it was taken."""
    response = curator.post(
        ADD, {"nct_id": nct_id, "question": question, "answer": answer, "reason": "Read by hand"}
    )
    return "" if response.status_code == 302 else response.content.decode()


def test_it_holds_at_once_and_says_by_whom(curator: Client) -> None:
    publish(study(nct_id="NCT90000001"))
    assert correct(curator, "cell_type", "neural | glial_progenitor") == ""
    reading = Reading.objects.get()
    assert reading.cell_type == ["glial_progenitor", "neural"]
    assert reading.corrected == ["cell_type"]
    correction = Correction.objects.get()
    assert correction.corrected_by is not None
    assert correction.corrected_by.get_username() == "curator"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("store")
def test_the_study_s_page_gets_another_mark_and_its_copy_is_served_no_more(
    curator: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish(study(nct_id="NCT90000001"))
    reader = Client()
    before = reader.get(PAGE)
    mark = {"if-none-match": before["ETag"]}
    with django_assert_num_queries(0):
        assert reader.get(PAGE).content == before.content
        assert reader.get(PAGE, headers=mark).status_code == 304
    assert correct(curator, "cell_type", "glial_progenitor") == ""
    after = reader.get(PAGE, headers=mark)
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert "Checked by a person" in after.content.decode()
    assert "Checked by a person" not in before.content.decode()


def test_it_survives_every_sync(curator: Client) -> None:
    publish(study(nct_id="NCT90000001", brief_title="Before"))
    correct(curator, "role", "no_cells")
    publish(study(nct_id="NCT90000001", brief_title="After"))
    found = Study.objects.get()
    assert (found.brief_title, found.scope) == ("After", Scope.LEFT_OUT)
    assert Reading.objects.get().role == "no_cells"


def test_the_rules_own_answer_stays_beside_it(curator: Client) -> None:
    publish(study(nct_id="NCT90000001"))
    ruled = Reading.objects.get().donor
    correct(curator, "donor", "both")
    reading = Reading.objects.get()
    assert reading.donor == "both"
    assert reading.answers["donor"]["value"] == ruled


def test_taking_it_back_lets_the_rules_speak_again(curator: Client) -> None:
    publish(study(nct_id="NCT90000001"))
    ruled = Reading.objects.get().donor
    correct(curator, "donor", "both")
    delete = reverse("admin:trials_correction_delete", args=[Correction.objects.get().pk])
    curator.post(delete, {"post": "yes"})
    assert Reading.objects.get().donor == ruled
    assert Reading.objects.get().corrected == []


def test_moving_it_to_another_study_takes_it_from_the_first(curator: Client) -> None:
    publish(study(nct_id="NCT90000001"), study(nct_id="NCT90000002"))
    ruled = Reading.objects.get(study__nct_id="NCT90000001").donor
    correct(curator, "donor", "both")
    change = reverse("admin:trials_correction_change", args=[Correction.objects.get().pk])
    moved = {"nct_id": "NCT90000002", "question": "donor", "answer": "both", "reason": "A slip"}
    assert curator.post(change, moved).status_code == 302
    readings = Reading.objects.order_by("study__nct_id").values_list("donor", "corrected")
    assert list(readings) == [(ruled, []), ("both", ["donor"])]


@pytest.mark.parametrize(
    ("question", "answer", "nct_id", "word"),
    [
        ("cell_type", "magic", "NCT90000001", "Not in the codebook"),
        ("donor", "autologous|allogeneic", "NCT90000001", "has one answer"),
        ("donor", "both", "NCT99999999", "No study of this site"),
    ],
)
def test_a_bad_answer_gets_a_clear_word(
    curator: Client, question: str, answer: str, nct_id: str, word: str
) -> None:
    publish(study(nct_id="NCT90000001"))
    assert word in correct(curator, question, answer, nct_id)
    assert not Correction.objects.exists()


def test_facts_cannot_be_changed_by_hand(curator: Client) -> None:
    publish(study(nct_id="NCT90000001"))
    change = reverse("admin:trials_study_change", args=[Study.objects.get().pk])
    assert curator.get(change).status_code == 200
    assert curator.post(change, {"brief_title": "Mine"}).status_code == 403


def test_runs_and_problems_are_shown(curator: Client) -> None:
    run = SyncRun.objects.create(
        kind="full", state="failed", started_at="2026-11-20T00:00Z", message="It blocks this client"
    )
    SyncProblem.objects.create(run=run, nct_id="NCT90000001", field="statusModule", reason="a list")
    runs = curator.get(reverse("admin:trials_syncrun_changelist")).content.decode()
    assert "It blocks this client" in runs
    assert "Ask for a sync" in runs
    problems = curator.get(reverse("admin:trials_syncproblem_changelist")).content.decode()
    assert "NCT90000001" in problems


def test_asking_for_a_sync_asks_the_worker(curator: Client) -> None:
    response = curator.post(reverse("admin:trials_syncrun_ask"), follow=True)
    assert "The worker was asked" in response.content.decode()
    assert curator.get(reverse("admin:trials_syncrun_ask")).status_code == 405
