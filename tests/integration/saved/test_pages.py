"""My list in a browser's eyes: plain POSTs, one cookie, nothing kept without being asked."""

import re
from datetime import timedelta

import html5lib
import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.integration.catalogue import NOW, publish
from tests.records import study
from trials.models import SavedList, SavedStudy, Study
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db
IDS = ("NCT90000001", "NCT90000002")
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def studies() -> None:
    publish(*(study(nct_id=nct_id) for nct_id in IDS))


@pytest.fixture
def device() -> Client:
    return Client(headers=OURS)


@pytest.fixture
def other_device() -> Client:
    return Client(headers=OURS)


def post(device: Client, name: str, **data: str) -> HttpResponseBase:
    return device.post(reverse(name), data)


def page(device: Client, address: str = "/saved/") -> str:
    """The page, which must be valid HTML that nobody keeps."""
    response = device.get(address)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]
    html5lib.HTMLParser(strict=True).parse(response.content.decode())
    return response.content.decode()


def test_an_empty_list_sets_no_cookie_and_keeps_nothing(device: Client) -> None:
    assert "Nothing is on your list yet" in page(device)
    assert not device.cookies
    assert not SavedList.objects.exists()


def test_saving_leads_to_the_list_with_an_undo_and_the_way_back(device: Client) -> None:
    response = post(device, "saved_save", nct_id=IDS[0], back="/trials/?status=RECRUITING")
    assert (response.status_code, response.headers["Location"]) == (303, "/saved/")
    seen = page(device)
    assert "NCT90000001 is on your list" in seen
    assert 'href="/trials/?status=RECRUITING"' in seen
    assert "Undo: take it off again" in seen
    assert "Undo" not in page(device)


def test_the_cookie_is_random_signed_and_out_of_reach_of_scripts(device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    cookie = device.cookies["list"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert IDS[0] not in cookie.value
    device.cookies["list"] = cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "B")
    assert "Nothing is on your list yet" in page(device)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_post_from_another_site_is_refused(headers: dict[str, str]) -> None:
    response = Client(headers=headers).post(reverse("saved_save"), {"nct_id": IDS[0]})
    assert response.status_code == 403
    assert not SavedList.objects.exists()


def test_a_browser_without_fetch_metadata_is_believed_by_its_origin() -> None:
    device = Client(headers={"Origin": "http://testserver"})
    assert post(device, "saved_save", nct_id=IDS[0]).status_code == 303


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "javascript:x", "\\\\e"]
)
def test_the_way_back_leads_nowhere_else(device: Client, back: str) -> None:
    post(device, "saved_save", nct_id=IDS[0], back=back)
    assert "Back to where you were" not in page(device)


@pytest.mark.parametrize(
    ("nct_id", "told"),
    [
        ("", "This is not the number of a study"),
        ("NCT99999999", "<h1>NCT99999999 is not in our list"),
        ("'; DROP TABLE", "This is not the number of a study"),
        ("\x00", "This is not the number of a study"),
    ],
)
def test_an_unknown_study_is_said_to_be_so(device: Client, nct_id: str, told: str) -> None:
    answer = device.post(reverse("saved_save"), {"nct_id": nct_id})
    assert answer.status_code == 404
    assert told in answer.content.decode()
    assert not SavedList.objects.exists()


def test_removing_can_be_undone(device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    post(device, "saved_remove", nct_id=IDS[0])
    assert "Undo: put it back" in page(device)
    assert not SavedStudy.objects.exists()


def test_notes_and_order(device: Client) -> None:
    for nct_id in IDS:
        post(device, "saved_save", nct_id=nct_id)
    post(device, "saved_note", nct_id=IDS[1], note="ask about <travel>\x00")
    post(device, "saved_move", nct_id=IDS[1], way="up")
    seen = page(device)
    assert "ask about &lt;travel&gt;" in seen
    assert seen.index(IDS[1]) < seen.index(IDS[0])


def test_what_changed_is_told_before_and_after(device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    later = SavedStudy.objects.get().saved_at + timedelta(days=1)
    publish(study(nct_id=IDS[0], overall_status="SUSPENDED"), now=later)
    seen = page(device)
    assert "1 change since then" in seen
    assert re.search(r"Before:.*Recruiting.*Now:.*Paused", seen, re.DOTALL)


def test_a_shared_link_can_be_read_copied_and_taken_back(
    device: Client, other_device: Client
) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    post(device, "saved_note", nct_id=IDS[0], note="mine alone")
    post(device, "saved_share")
    address = f"/lists/{SavedList.objects.get().share_token}/"
    assert address in page(device)
    seen = page(other_device, address)
    assert IDS[0] in seen
    assert "mine alone" not in seen
    other_device.post(address.replace("/lists/", "/saved/copy/"))
    assert IDS[0] in page(other_device)
    post(device, "saved_stop_sharing")
    assert other_device.get(address).status_code == 404


def test_notes_are_shown_only_where_chosen(device: Client, other_device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    post(device, "saved_note", nct_id=IDS[0], note="for all of you")
    post(device, "saved_share", notes="yes")
    address = f"/lists/{SavedList.objects.get().share_token}/"
    assert "for all of you" in page(other_device, address)


def test_a_list_moves_to_another_device_once(device: Client, other_device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    made = device.post(reverse("saved_start_move")).content.decode()
    found = re.search(r"/saved/move/[\w-]+/", made)
    assert found
    assert "Bring my list here" in page(other_device, found[0])
    assert "Nothing is on your list" in page(other_device)
    assert other_device.post(found[0]).status_code == 303
    assert IDS[0] in page(other_device)
    assert other_device.post(found[0]).status_code == 404


def test_clearing_the_device_leaves_the_list_and_deleting_ends_it(
    device: Client, other_device: Client
) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    cleared = post(device, "clear_device")
    assert "cookies" in cleared.headers["Clear-Site-Data"]
    assert "Nothing is on your list" in page(device)
    assert SavedList.objects.exists()
    post(other_device, "saved_save", nct_id=IDS[1])
    post(other_device, "saved_delete")
    assert SavedList.objects.count() == 1
    assert "Nothing is on your list" in page(other_device)


def test_no_token_stands_in_a_log(device: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    for address in ("/lists/SECRETTOKEN/", "/saved/move/SECRETTOKEN/"):
        device.get(address)
        device.post(address)
    shown = [r for r in caplog.records if r.levelno >= 30]
    assert "SECRETTOKEN" not in " ".join(r.getMessage() for r in shown)


def test_public_pages_stay_without_a_cookie(device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    assert device.cookies["list"]["path"] == "/saved/"
    for address in ("/", "/trials/", f"/trials/{IDS[0]}/"):
        response = device.get(address)
        assert not response.cookies
        assert "public" in response.headers["Cache-Control"]


def test_what_is_old_is_not_news(device: Client) -> None:
    publish(study(nct_id=IDS[0], overall_status="SUSPENDED"), now=NOW)
    post(device, "saved_save", nct_id=IDS[0])
    assert "Nothing has changed since" in page(device)


def test_a_starter_study_says_of_when_its_facts_are(device: Client) -> None:
    Study.objects.all().delete()
    load_starter_studies(now=NOW)
    post(device, "saved_save", nct_id="NCT03280056")
    assert "Facts as known in October 2022" in page(device)


def test_a_delisted_study_stays_and_says_so(device: Client) -> None:
    post(device, "saved_save", nct_id=IDS[0])
    Study.objects.filter(nct_id=IDS[0]).update(delisted_at=NOW)
    assert "No longer listed by the registry since 20 November 2026" in page(device)


def test_of_changed_criteria_the_lines_gone_and_come_are_told(device: Client) -> None:
    publish(study(nct_id=IDS[0], eligibility_criteria="Inclusion:\n\n* ALS\n* FVC over 60%"))
    post(device, "saved_save", nct_id=IDS[0])
    later = SavedStudy.objects.get().saved_at + timedelta(days=1)
    new = study(nct_id=IDS[0], eligibility_criteria="Inclusion:\n\n* ALS\n* FVC over 50%")
    publish(new, now=later)
    seen = page(device)
    assert re.search(r"Who can take part.*FVC over 60%.*Now:.*FVC over 50%", seen, re.DOTALL)
    assert "* ALS" not in seen
