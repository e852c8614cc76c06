"""What a kept page is made of: every part moves its mark, and nothing else does."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory
from django.urls import URLPattern
from hypothesis import given
from hypothesis import strategies as st

from trialfinder.code_version import code_version, settings_text
from trials.urls import urlpatterns
from trials.views.kept.addresses import (
    Address,
    Reader,
    by_criteria,
    by_criteria_and_area,
    by_order,
    by_path,
    by_studies,
    without_question,
)
from trials.views.kept.copies import Copy
from trials.views.kept.made_of import SLOTS, Page, by_day, by_minute
from trials.views.kept.packing import pack, takes_packed, unpack

NOW = datetime(2026, 11, 22, 23, 59, 30, tzinfo=UTC)
PAGE = Page(Address("/trials/", "status=RECRUITING"), "en", "text-large", "c0de")
MADE = {"edition": "7-ab", "moment": "2026-11-22"}
# Private, a feed or file (marked by trials/exports/etag.py), the same for ever, or not there on a
# site that people use: each said to be so here, and none of them is kept.
NOT_KEPT = {
    "search_feed",
    "study_feed",
    "study_dates",
    "fit",
    "fit_results",
    "fit_undo",
    "fit_forget",
    "fit_bring_back",
    "fit_question",
    "comfort",
    "clear_device",
    "export_file",
    "robots",
    "favicon",
    "components",
    "components_error",
    "saved",
    "saved_save",
    "saved_remove",
    "saved_note",
    "saved_order",
    "saved_delete",
    "saved_share",
    "saved_stop_sharing",
    "saved_start_move",
    "saved_arrive",
    "saved_move",
    "shared_list",
    "shared_copy",
    "follow",
    "follow_sent",
    "follow_confirm",
    "follow_renew",
    "follow_end",
    "follow_study",
    "security_txt",
}


def test_every_address_of_the_site_is_kept_or_said_not_to_be() -> None:
    pages = [one for one in urlpatterns if isinstance(one, URLPattern)]
    kept = {one.name for one in pages if hasattr(one.callback, "is_kept")}
    assert {"home", "search", "map", "study", "questions", "compare", "status", "export"} <= kept
    assert not kept & NOT_KEPT
    assert {one.name for one in pages} - kept - NOT_KEPT == set()


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, address=Address("/trials/map/", "status=RECRUITING")),
        replace(PAGE, address=Address("/trials/", "status=COMPLETED")),
        replace(PAGE, language="fr"),
        replace(PAGE, comfort=""),
        replace(PAGE, code="other"),
    ],
)
def test_another_page_reader_or_code_has_another_place_and_mark(other: Page) -> None:
    assert other.place != PAGE.place
    assert other.mark(**MADE) != PAGE.mark(**MADE)


def test_other_data_or_another_day_is_another_mark_in_the_same_place() -> None:
    marks = {PAGE.mark(**MADE), PAGE.mark(**MADE | {"edition": "8-ab"})}
    marks |= {PAGE.mark(**MADE | {"edition": "7-ac"}), PAGE.mark(**MADE | {"moment": "2026-11-23"})}
    assert len(marks) == 4
    assert PAGE.mark(**MADE) == replace(PAGE).mark(**MADE)


def test_other_rules_of_reading_are_another_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    before = PAGE.mark(**MADE)
    monkeypatch.setattr("trials.views.kept.made_of.READING_VERSION", "another")
    assert PAGE.mark(**MADE) != before


@given(st.text(), st.text(), st.text(), st.text())
def test_parts_never_run_into_each_other(path: str, query: str, more: str, rest: str) -> None:
    one = replace(PAGE, address=Address(path + more, query), comfort=rest)
    two = replace(PAGE, address=Address(path, more + query), comfort=rest)
    assert (one.place == two.place) == (one == two)


@given(st.text(), st.text())
def test_slots_are_few_and_tell_nothing(path: str, query: str) -> None:
    sort, number = replace(PAGE, address=Address(path, query)).slot.split(":")
    assert sort == ("choices" if query else "pages")
    assert 0 <= int(number) < SLOTS[sort]


def test_the_secret_key_is_part_of_every_name(monkeypatch: pytest.MonkeyPatch) -> None:
    before = PAGE.place
    monkeypatch.setattr("django.conf.settings.SECRET_KEY", "another")
    assert replace(PAGE).place != before


def test_a_day_and_a_minute() -> None:
    assert by_day(NOW) == "2026-11-22"
    assert by_minute(NOW) == "2026-11-22T23:59"


def test_the_code_is_known_by_its_content_and_settings() -> None:
    assert code_version() == code_version()
    assert len(code_version()) == 64
    assert "SITE_URL" in settings_text()
    assert " at 0x" not in settings_text(), "differs from process to process"


FOUND = [
    (by_path, "/about/data/?utm_source=x&id=1", Address("/about/data/")),
    (without_question, "/check/", Address("/check/")),
    (without_question, "/check/?id=NCT03280056", None),
    (by_criteria, "/trials/", Address("/trials/")),
    (by_criteria, "/trials/?q=&near=&status=", Address("/trials/")),
    (by_criteria, "/trials/?fbclid=abc", Address("/trials/")),
    (by_criteria, "/trials/?page=1", Address("/trials/")),
    (
        by_criteria,
        "/trials/?status=recruiting&phase=PHASE2&phase=PHASE1&phase=PHASE2&q=",
        Address("/trials/", "status=RECRUITING&phase=PHASE1&phase=PHASE2"),
    ),
    (by_criteria, "/trials/?q=++stem+cells", Address("/trials/", "q=stem+cells", is_choice=False)),
    (by_criteria, "/trials/?near=boston-ma-us", Address("/trials/", "near=boston-ma-us")),
    (by_criteria, "/trials/?near=02114", None),
    (by_criteria, "/trials/?near=Springfield", None),
    (by_criteria, "/trials/?phase=PHASE9", None),
    (by_criteria, "/trials/?page=0", None),
    (by_criteria, "/trials/?q=" + "x" * 201, None),
    (by_criteria_and_area, "/trials/map/?at=us-ma", Address("/trials/map/", "at=US-MA")),
    (by_criteria_and_area, "/trials/map/?at=", Address("/trials/map/")),
    (by_criteria_and_area, "/trials/map/?at=nowhere", None),
    (
        by_criteria_and_area,
        "/trials/map/?at=europe&phase=PHASE1",
        Address("/trials/map/", "phase=PHASE1&at=europe"),
    ),
    (by_criteria_and_area, "/trials/map/?near=02114", None),
    (by_order, "/export/", Address("/export/")),
    (by_order, "/export/?rows=study&columns=&q=&id=&page=3&fbclid=abc", Address("/export/")),
    (
        by_order,
        "/export/?rows=site&columns=sex,brief_title&columns=nct_id&status=recruiting",
        Address(
            "/export/",
            "status=RECRUITING&rows=site&columns=nct_id&columns=brief_title&columns=sex",
        ),
    ),
    (
        by_order,
        "/export/?q=stem&rows=site",
        Address("/export/", "q=stem&rows=site", is_choice=False),
    ),
    (by_order, "/export/?near=boston-ma-us", Address("/export/", "near=boston-ma-us")),
    (by_order, "/export/?near=02114", None),
    (by_order, "/export/?id=NCT03280056", None),
    (by_order, "/export/?id=my+name", None),
    (by_order, "/export/?columns=shoe_size", None),
    (by_order, "/export/?rows=two", None),
    (by_order, "/export/?phase=PHASE9", None),
    (by_studies, "/compare/", Address("/compare/")),
    (by_studies, "/compare/?id=&id=", Address("/compare/")),
    (
        by_studies,
        "/compare/?id=nct+3280056&id=NCT00000002",
        Address("/compare/", "id=NCT03280056&id=NCT00000002"),
    ),
    (by_studies, "/compare/?id=NCT00000002&id=NCT00000002", None),
    (by_studies, "/compare/?id=NCT00000002&id=my+name", None),
    (by_studies, "/compare/?" + "&".join(f"id=NCT0000000{one}" for one in range(5)), None),
]


@pytest.mark.parametrize(("reader", "typed", "found"), FOUND)
def test_an_address_is_read_to_one_form(
    rf: RequestFactory, reader: Reader, typed: str, found: Address | None
) -> None:
    assert reader(rf.get(typed)) == found


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("", False),
        ("gzip", True),
        ("deflate, GZIP;q=0.5, br", True),
        ("br, zstd, gzip", True),
        ("*", True),
        ("gzip;q=0, *", False),
        ("gzip; q=0.000", False),
        ("identity", False),
        ("x-gzipped", False),
    ],
)
def test_a_packed_page_goes_only_to_who_takes_it(
    rf: RequestFactory, header: str, taken: bool
) -> None:
    assert takes_packed(rf.get("/", headers={"accept-encoding": header})) is taken


@given(st.binary())
def test_packing_loses_nothing_and_is_the_same_each_time(body: bytes) -> None:
    assert unpack(pack(body)) == body
    assert pack(body) == pack(body)


@given(st.binary())
def test_a_copy_is_stored_and_read_whole(packed: bytes) -> None:
    copy = Copy(PAGE.place, PAGE.mark(**MADE), "text/html; charset=utf-8", NOW, packed)
    assert Copy.from_bytes(copy.to_bytes()) == copy


@pytest.mark.parametrize("stored", [None, b"", b"\n", b"nonsense", b'["a"]\nx', b'{"a": 1}\n'])
def test_what_is_no_copy_is_none(stored: bytes | None) -> None:
    assert Copy.from_bytes(stored) is None
