"""Kept pages: told unchanged or served from a copy without a query, and never a wrong one."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import pytest
import redis
from django.contrib.auth.models import User
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.test import Client
from pytest_django.fixtures import Settings

from tests.integration.catalogue import NOW, publish
from tests.records import study
from trials.models import Edition, Study
from trials.sync.replay import replay
from trials.views.headers import PAGE, PRIVATE
from trials.views.kept import copies, made_of
from trials.views.presenters.guide.pages import PAGES as GUIDE_PAGES

Queries = Callable[[int], AbstractContextManager[Any]]
ONE = "NCT90000001"
KEPT = [
    "/",
    "/trials/",
    "/trials/?page=2",
    "/trials/?status=RECRUITING&phase=PHASE1&phase=PHASE2&cell=mesenchymal",
    "/trials/?near=boston-ma-us&within=100&unit=km&sort=updated",
    "/trials/map/",
    "/trials/map/?status=RECRUITING&at=US",
    f"/trials/{ONE}/",
    f"/trials/{ONE}/questions/",
    "/compare/",
    "/compare/?id=NCT90000001&id=NCT90000002",
    "/check/",
    "/check/earlier-cells/",
    "/guide/",
    *(f"/guide/{slug}/" for slug in GUIDE_PAGES),
    "/about/data/",
    "/privacy/",
    "/privacy/health-data/",
    "/accessibility/",
    "/status/",
    "/export/",
    "/export/?status=RECRUITING&near=boston-ma-us&rows=site&columns=sex",
    "/export/columns/",
    "/sitemap.xml",
    "/opensearch.xml",
]
NEVER_STORED = [
    "/trials/?q=stem",
    "/trials/?near=Springfield",
    "/trials/?near=99999",
    "/trials/?near=nowhere-at-all-us",
    "/trials/?page=400",
    "/trials/?phase=PHASE9",
    "/trials/map/?at=atlantis",
    "/trials/map/?near=nowhere-at-all-us",
    "/trials/NCT09999999/",
    "/trials/nct90000001/",
    "/compare/?id=NCT09999999&id=NCT90000001",
    "/compare/?id=my+name",
    "/check/?id=NCT90000001",
    "/export/?q=stem",
    "/export/?near=99999",
    "/export/?near=nowhere-at-all-us",
    "/export/?id=NCT90000001",
    "/export/?columns=shoe_size",
    "/nowhere/",
    "/comfort/",
    "/fit/",
    "/saved/",
]


@pytest.fixture
def no_templates(settings: Settings) -> Callable[[], None]:
    """From then on, whatever renders a template fails."""

    def taken_away() -> None:
        settings.TEMPLATES = []

    return taken_away


def keys(store: redis.Redis) -> list[bytes]:
    return list(store.scan_iter())


def lasting(answer: Any) -> dict[str, str]:
    """The headers, less the one that names the request."""
    return {name: text for name, text in answer.headers.items() if name != "X-Request-ID"}


def copies_in(store: redis.Redis) -> set[bytes]:
    return {key for key in keys(store) if not key.endswith(b":edition")}


@pytest.mark.usefixtures("catalogue")
def test_a_page_seen_before_costs_no_query_and_no_template(
    client: Client,
    store: redis.Redis,
    django_assert_num_queries: Queries,
    no_templates: Callable[[], None],
) -> None:
    first = {path: client.get(path) for path in KEPT}
    no_templates()
    with django_assert_num_queries(0):
        for path, before in first.items():
            again = client.get(path)
            assert (again.status_code, again.content) == (200, before.content), path
            assert lasting(again) == lasting(before), path
            same = client.get(path, headers={"if-none-match": before.headers["ETag"]})
            assert (same.status_code, same.content) == (304, b""), path
            for name in ("ETag", "Vary", "Cache-Control", "Content-Security-Policy"):
                assert same.headers[name] == before.headers[name], (path, name)
    with pytest.raises(TemplateDoesNotExist):
        client.get("/trials/?page=3")
    for path, one in first.items():
        assert one.status_code == 200, path
        assert one.headers["Cache-Control"] == PAGE, path
        assert one.headers["Vary"] == "Accept-Encoding, Cookie", path
        assert not one.cookies, path


@pytest.mark.usefixtures("catalogue")
def test_without_a_store_only_the_edition_is_asked_for(
    client: Client, django_assert_num_queries: Queries, no_templates: Callable[[], None]
) -> None:
    mark = client.get("/trials/").headers["ETag"]
    no_templates()
    with django_assert_num_queries(1):
        assert client.get("/trials/", headers={"if-none-match": mark}).status_code == 304


@pytest.mark.usefixtures("catalogue")
def test_an_edition_that_a_process_has_met_is_not_asked_for_again(
    client: Client, store: redis.Redis, django_assert_num_queries: Queries
) -> None:
    first = client.get("/guide/")
    with django_assert_num_queries(0):
        new = client.get("/guide/phases/")
    Edition.publish(now=NOW, data_timestamp=datetime(2026, 11, 30, tzinfo=UTC))
    store.delete(*(key for key in keys(store) if key.endswith(b":edition")))
    assert b"as of 30 November 2026" not in first.content + new.content
    assert b"as of 30 November 2026" in client.get("/guide/words/").content


@pytest.mark.usefixtures("catalogue")
def test_a_store_that_is_away_costs_nobody_a_page(
    client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.PAGES_CACHE_URL = "redis://127.0.0.1:1/1"
    pages = [client.get(path) for path in KEPT[:4]]
    assert [one.status_code for one in pages] == [200] * 4
    assert len([one for one in caplog.records if "Redis is away" in one.message]) == 1


@pytest.mark.usefixtures("catalogue")
def test_a_new_state_of_a_study_is_seen_at_once(client: Client, store: redis.Redis) -> None:
    paths = (f"/trials/{ONE}/", "/trials/", "/", "/trials/?status=COMPLETED")
    before = {path: client.get(path) for path in paths}
    publish(study(nct_id=ONE, overall_status="COMPLETED"))
    for path, old in before.items():
        new = client.get(path, headers={"if-none-match": old.headers["ETag"]})
        assert new.status_code == 200, path
        assert new.headers["ETag"] != old.headers["ETag"], path
        assert new.content != old.content, path
    assert Study.objects.get(nct_id=ONE).overall_status == "COMPLETED"


@pytest.mark.usefixtures("catalogue")
def test_reading_again_is_a_new_edition(client: Client, store: redis.Redis) -> None:
    before = client.get("/trials/").headers["ETag"]
    replay(Study.objects.values_list("pk", flat=True), now=NOW)
    assert client.get("/trials/").headers["ETag"] != before


@pytest.mark.usefixtures("catalogue")
def test_what_is_rolled_back_was_never_published(client: Client, store: redis.Redis) -> None:
    before = client.get("/trials/").headers["ETag"]
    with transaction.atomic():
        Edition.publish(now=NOW)
        transaction.set_rollback(True)
    assert client.get("/trials/").headers["ETag"] == before


@pytest.mark.usefixtures("catalogue")
def test_a_database_put_back_never_meets_the_copies_of_another_future(
    client: Client, store: redis.Redis
) -> None:
    number = Edition.current().number
    Edition.publish(now=NOW)
    before = client.get("/trials/").headers["ETag"]
    Edition.objects.update(number=number)
    Edition.publish(now=NOW)
    assert Edition.current().number == number + 1
    assert client.get("/trials/").headers["ETag"] != before


@pytest.mark.usefixtures("catalogue")
def test_a_note_of_the_edition_that_got_lost_is_made_good_within_a_minute(
    client: Client, store: redis.Redis
) -> None:
    client.get("/")
    (note,) = (key for key in keys(store) if key.endswith(b":edition"))
    assert store.get(note) == Edition.current().name.encode()
    assert 0 < int(store.ttl(note)) <= 60
    before = client.get("/").headers["ETag"]
    Edition.objects.update(number=1000)  # published, and Redis not told
    assert client.get("/").headers["ETag"] == before
    store.delete(note)
    assert client.get("/").headers["ETag"] != before


@pytest.mark.usefixtures("catalogue")
def test_every_reader_gets_the_page_as_he_likes_it(client: Client, store: redis.Redis) -> None:
    plain = client.get("/guide/")
    client.cookies["comfort"] = "text-larger.columns-one"
    own = client.get("/guide/", headers={"if-none-match": plain.headers["ETag"]})
    assert own.status_code == 200
    assert 'class="text-larger columns-one"' in own.content.decode()
    assert client.get("/guide/").content == own.content
    del client.cookies["comfort"]
    assert client.get("/guide/").content == plain.content


@pytest.mark.usefixtures("catalogue")
def test_one_page_has_one_copy_however_it_was_typed(client: Client, store: redis.Redis) -> None:
    client.get("/trials/?status=RECRUITING&phase=PHASE1")
    before = copies_in(store)
    marks = {
        client.get(f"/trials/?{query}").headers["ETag"]
        for query in (
            "status=RECRUITING&phase=PHASE1",
            "phase=PHASE1&q=&near=&status=recruiting&fbclid=1",
            "phase=phase1&status=RECRUITING&status=RECRUITING&page=1",
        )
    }
    assert len(marks) == 1
    assert copies_in(store) == before


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("path", NEVER_STORED)
def test_what_is_typed_private_or_wrong_is_never_stored(
    client: Client, store: redis.Redis, path: str
) -> None:
    answer = client.get(path)
    assert copies_in(store) == set()
    if "?q=" in path:
        assert answer.headers["ETag"]
        assert answer.headers["Cache-Control"] == PAGE
    else:
        assert "ETag" not in answer.headers
    if "?" in path and "?q=" not in path:
        assert answer.headers["Cache-Control"] == PRIVATE


@pytest.mark.usefixtures("catalogue")
def test_the_store_holds_no_address_in_clear_and_lets_go_after_a_day(
    client: Client, store: redis.Redis
) -> None:
    client.get("/trials/?near=boston-ma-us&status=RECRUITING")
    (key,) = copies_in(store)
    assert b"boston" not in key
    assert b"near" not in key
    assert 0 < int(store.ttl(key)) <= 86_400
    head = bytes(store.get(key)).partition(b"\n")[0]  # type: ignore[arg-type]
    assert b"boston" not in head


@pytest.mark.usefixtures("catalogue")
def test_another_pages_copy_or_a_broken_one_in_the_slot_is_not_served(
    client: Client, store: redis.Redis
) -> None:
    home = client.get("/").content
    (slot,) = copies_in(store)
    guide = client.get("/guide/")
    (other,) = copies_in(store) - {slot}
    for wrong in (store.get(other), b"", b"nonsense\n", b"[1, 2]\n\x1f\x8b"):
        store.set(slot, wrong)  # type: ignore[arg-type]
        assert client.get("/").content == home != guide.content


@pytest.mark.usefixtures("catalogue")
def test_two_pages_of_one_slot_are_both_right(
    client: Client, store: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = {path: client.get(path).content for path in KEPT}
    store.flushdb()
    monkeypatch.setattr(made_of, "SLOTS", {"pages": 1, "choices": 1})
    for _again in range(2):
        for path, content in alone.items():
            assert client.get(path).content == content, path
    assert len(copies_in(store)) == 2


@pytest.mark.usefixtures("catalogue")
def test_public_pages_are_packed_for_browsers_that_take_it(
    client: Client, store: redis.Redis
) -> None:
    packs = {"accept-encoding": "gzip, br"}
    for path in ("/trials/", "/trials/?q=stem"):
        plain = client.get(path)
        for _again in range(2):
            packed = client.get(path, headers=packs)
            assert packed.headers["Content-Encoding"] == "gzip"
            assert int(packed.headers["Content-Length"]) < len(plain.content) / 3
            assert gzip.decompress(packed.content) == plain.content
            assert packed.headers["ETag"] == plain.headers["ETag"]
    for path in ("/fit/", "/saved/", "/comfort/", "/check/?id=NCT90000001", "/nowhere/"):
        assert "Content-Encoding" not in client.get(path, headers=packs).headers


@pytest.mark.usefixtures("catalogue")
def test_head_says_what_get_would(client: Client, store: redis.Redis) -> None:
    for _made_then_kept in range(2):
        head, get = client.head("/trials/"), client.get("/trials/")
        assert (head.status_code, head.content) == (200, b"")
        assert lasting(head) == lasting(get)
    assert client.head("/trials/", headers={"if-none-match": head["ETag"]}).status_code == 304


@pytest.mark.usefixtures("catalogue")
def test_marks_are_compared_as_the_standard_asks(client: Client, store: redis.Redis) -> None:
    mark = client.get("/").headers["ETag"]
    for given, status in (
        (f'"other", {mark}', 304),
        (mark.removeprefix("W/"), 304),
        ('W/"other"', 200),
        ("*", 200),
        ("", 200),
        ("nonsense", 200),
    ):
        assert client.get("/", headers={"if-none-match": given}).status_code == status, given


@pytest.mark.usefixtures("catalogue")
def test_a_curators_session_is_neither_read_nor_shown(
    client: Client, store: redis.Redis, django_assert_num_queries: Queries
) -> None:
    plain = {path: client.get(path).content for path in KEPT}
    client.force_login(User.objects.create_superuser("curator"))
    with django_assert_num_queries(0):
        for path, content in plain.items():
            again = client.get(path)
            assert again.content == content, path
            assert not again.cookies, path


@pytest.mark.usefixtures("catalogue")
def test_a_form_sent_to_a_public_page_is_refused_as_before(
    client: Client, store: redis.Redis
) -> None:
    assert client.post("/trials/").status_code == 405
    assert copies_in(store) == set()


@pytest.mark.usefixtures("catalogue")
def test_a_large_page_is_not_kept(
    client: Client, store: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "LARGEST", 100)
    assert client.get("/trials/").status_code == 200
    assert copies_in(store) == set()
