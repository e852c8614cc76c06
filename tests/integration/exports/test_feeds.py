"""Atom feeds and calendars, read back."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.integration.catalogue import NOW, publish
from tests.records import all_examples, study

pytestmark = pytest.mark.django_db
Get = Callable[[str], bytes]
ATOM = "{http://www.w3.org/2005/Atom}"
LATER = NOW + timedelta(days=2)


def read(body: bytes) -> ET.Element:
    return ET.fromstring(body)


def texts(feed: ET.Element, path: str) -> list[str]:
    names = "/".join(f"{ATOM}{part}" for part in path.split("/"))
    return [element.text or "" for element in feed.findall(names)]


class TestOfASearch:
    def test_entries_are_the_studies_newest_change_first(self, get: Get) -> None:
        publish(*all_examples())
        feed = read(get("/trials/feed.atom?status=COMPLETED"))
        updated = texts(feed, "entry/updated")
        assert updated == sorted(updated, reverse=True) != []
        assert "completed" in texts(feed, "title")[0]
        assert all(one.startswith("tag:") for one in texts(feed, "entry/id"))

    def test_ids_stay_and_the_update_is_the_registrys(self, get: Get) -> None:
        publish(study(nct_id="NCT90000001", last_update_posted="2026-10-05"))
        before = read(get("/trials/feed.atom"))
        publish(
            study(nct_id="NCT90000001", brief_title="New", last_update_posted="2026-11-21"),
            now=LATER,
        )
        after = read(get("/trials/feed.atom"))
        assert texts(before, "id") == texts(after, "id")
        assert texts(before, "entry/id") == texts(after, "entry/id")
        assert texts(before, "entry/updated") == ["2026-10-05T00:00:00+00:00"]
        assert texts(after, "entry/updated") == ["2026-11-21T00:00:00+00:00"]

    def test_equal_searches_are_one_feed(self, get: Get) -> None:
        one = read(get("/trials/feed.atom?phase=PHASE2&phase=PHASE1&sort=updated"))
        two = read(get("/trials/feed.atom?phase=PHASE1&phase=PHASE2"))
        assert texts(one, "id") == texts(two, "id")

    def test_an_empty_feed_is_a_feed(self, get: Get) -> None:
        feed = read(get("/trials/feed.atom?q=xylophone"))
        assert texts(feed, "entry/id") == []
        assert texts(feed, "updated") == ["2026-01-01T00:00:00+00:00"]

    def test_an_unchanged_feed_asks_for_no_study(self, client: Client) -> None:
        publish(study(nct_id="NCT90000001"))
        etag = client.get("/trials/feed.atom").headers["ETag"]
        with CaptureQueriesContext(connection) as asked:
            again = client.get("/trials/feed.atom", headers={"if-none-match": etag})
        assert (again.status_code, len(asked)) == (304, 1)


class TestOfAStudy:
    def test_says_before_and_after(self, get: Get) -> None:
        publish(study(nct_id="NCT90000001"))
        publish(study(nct_id="NCT90000001", overall_status="COMPLETED"), now=LATER)
        feed = read(get("/trials/NCT90000001/feed.atom"))
        (changed, first) = feed.findall(f"{ATOM}entry")
        assert texts(changed, "title") == ["Changed: Status"]
        assert texts(changed, "summary") == ["Status: Recruiting → Completed"]
        assert texts(first, "title") == ["First seen here on 20 November 2026"]
        assert texts(feed, "updated") == ["2026-11-22T15:10:00+00:00"]

    def test_another_address_leads_to_it(self, client: Client) -> None:
        publish(*all_examples())
        response = client.get("/trials/nct90000921/feed.atom")
        assert (response.status_code, response.url) == (301, "/trials/NCT90000203/feed.atom")  # type: ignore[attr-defined]

    @pytest.mark.parametrize("name", ["feed.atom", "dates.ics"])
    @pytest.mark.parametrize("typed", ["NCT99999999", "nonsense"])
    def test_an_unknown_study(self, client: Client, typed: str, name: str) -> None:
        assert client.get(f"/trials/{typed}/{name}").status_code == 404


class TestTheCalendar:
    def test_a_month_spans_the_month_and_an_estimate_is_tentative(self, get: Get) -> None:
        publish(study(nct_id="NCT90000001"))
        calendar = Calendar.from_ical(get("/trials/NCT90000001/dates.ics"))
        (start, primary, end) = calendar.walk("VEVENT")
        assert (primary.decoded("dtstart"), primary.decoded("dtend")) == (
            date(2027, 6, 1),
            date(2027, 7, 1),
        )
        assert (primary["status"], start["status"]) == ("TENTATIVE", "CONFIRMED")
        assert (end.decoded("dtstart"), end.decoded("dtend")) == (
            date(2027, 12, 1),
            date(2028, 1, 1),
        )
        assert str(primary["uid"]).startswith("NCT90000001-primary@")
        assert calendar["refresh-interval"].to_ical() == b"P1D"

    def test_a_moved_date_is_the_same_event_with_a_higher_sequence(self, get: Get) -> None:
        publish(study(nct_id="NCT90000001"))
        before = Calendar.from_ical(get("/trials/NCT90000001/dates.ics")).walk("VEVENT")[1]
        publish(study(nct_id="NCT90000001", primary_completion="2028-01-15"), now=LATER)
        after = Calendar.from_ical(get("/trials/NCT90000001/dates.ics")).walk("VEVENT")[1]
        assert before["uid"] == after["uid"]
        assert (before["sequence"], after["sequence"]) == (0, 1)
        assert after.decoded("dtstart") == date(2028, 1, 15)
        assert after.decoded("last-modified") == LATER

    def test_a_record_without_dates_says_so(self, client: Client) -> None:
        publish(study(nct_id="NCT90000001", start=None, primary_completion=None, completion=None))
        response = client.get("/trials/NCT90000001/dates.ics")
        assert (response.status_code, response.headers["Content-Type"]) == (
            404,
            "text/plain; charset=utf-8",
        )
