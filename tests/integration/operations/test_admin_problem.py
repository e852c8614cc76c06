"""One sync problem as a curator sees it: the record, the reason, the button; and how to find it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import html5lib
import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from tests.integration.admin.curators import signed_in
from tests.integration.catalogue import NOW, publish
from tests.records import study
from trialfinder.celery import app
from trialfinder.watching.tasks import waiting
from trials.admin.shown_record import LONGEST_INDENTED, LONGEST_SHOWN, legible, shown_record
from trials.models import SetAsideRecord, SyncProblem, SyncRun
from trials.registry.digest import named

RUNS = reverse("admin:trials_syncrun_changelist")
PROBLEMS = reverse("admin:trials_syncproblem_changelist")
ASK = reverse("admin:trials_syncrun_ask")
BUTTON = f'action="{ASK}"'
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def curator(client: Client, db: None) -> Iterator[Client]:
    app.control.purge()
    yield signed_in(client)
    app.control.purge()


def run_of(days: int) -> SyncRun:
    """A full run of this many days ago; earlier ones are to be made first."""
    began = NOW - timedelta(days=days)
    return SyncRun.objects.get_or_create(
        kind="full", state="published", started_at=began, finished_at=began, seen=2, set_aside=1
    )[0]


def met(
    nct_id: str, *, field: str = "statusModule", days: int = 1, record: object = None, **more: bool
) -> SyncProblem:
    digest, body = named(record)
    kept = SetAsideRecord(digest=digest, body=body, received_at=NOW)
    SetAsideRecord.objects.bulk_create([kept], ignore_conflicts=True)
    return SyncProblem.objects.create(
        run=run_of(days),
        nct_id=nct_id,
        field=field,
        reason="is a list",
        is_fatal=more.get("is_fatal", True),
        set_aside=kept if record is not None else None,
    )


def page_of(curator: Client, problem: SyncProblem) -> str:
    """Under the site's policy: no script or style stands in it, and none that does would run."""
    answer = curator.get(reverse("admin:trials_syncproblem_change", args=[problem.pk]))
    assert answer.status_code == 200
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    words = answer.content.decode()
    assert " style=" not in words
    return words


def whole(problem: SyncProblem) -> str:
    return reverse("admin:trials_syncproblem_record", args=[problem.pk])


def record_on(page: str) -> str:
    (area,) = html5lib.parse(page).findall(f".//{XHTML}textarea")
    assert "readonly" in area.attrib
    return str(area.text)


def ids(curator: Client, **parameters: str) -> list[str]:
    """The records of the list, in its order."""
    page = curator.get(PROBLEMS, parameters)
    assert page.status_code == 200
    table = f".//{XHTML}table[@id='result_list']/{XHTML}tbody/{XHTML}tr"
    rows = html5lib.parse(page.content.decode()).findall(table)
    return ["".join(row.find(f"{XHTML}th").itertext()) for row in rows]


def page_ids(curator: Client, **parameters: str) -> list[int]:
    """The problems of the list, in its order."""
    return [problem.pk for problem in curator.get(PROBLEMS, parameters).context["cl"].result_list]


def seen_of(curator: Client, problem: SyncProblem) -> tuple[int, int, int]:
    """How many days ago the list says it was first met, and last, and in how many runs."""
    (row,) = curator.get(PROBLEMS).context["cl"].queryset.filter(pk=problem.pk)
    return (NOW - row.first_seen).days, (NOW - row.last_seen).days, row.times


def test_its_page_shows_the_record_the_reason_and_the_field(curator: Client) -> None:
    record = {"protocolSection": {"statusModule": [{"overallStatus": "München"}]}}
    page = page_of(curator, met("NCT90000001", record=record))
    assert "is a list" in page
    assert "statusModule" in page
    assert "As it came; first met on 2026-11-20 15:10 UTC." in page
    assert record_on(page) == json.dumps(record, indent=2, ensure_ascii=False)


@pytest.mark.parametrize("record", ["This is not a study.", 7, [1], {}, ["<b>", None]])
def test_a_record_of_any_kind_and_without_an_id_is_shown(curator: Client, record: object) -> None:
    assert json.loads(record_on(page_of(curator, met("", record=record)))) == record


def test_what_a_record_holds_is_text_on_the_page(curator: Client) -> None:
    bad = "</textarea><script>alert(1)</script>\ud800\u202e\x00\x1b é"
    page = page_of(curator, met("NCT90000001", record={"a": bad}))
    assert "<script>alert" not in page
    shown = record_on(page)
    assert json.loads(shown) == {"a": bad}
    assert "\\ud800\\u202e\\u0000\\u001b é" in shown


def test_what_is_nested_without_end_is_shown_as_it_is(curator: Client) -> None:
    problem = met("NCT90000001", record="x")
    deep = "[" * 20_000 + "]" * 20_000
    SetAsideRecord.objects.filter(problems=problem).update(body=deep)
    assert record_on(page_of(curator, problem)) == deep


def test_a_long_record_is_cut_and_can_be_had_whole(curator: Client) -> None:
    record = ["x" * 1_000] * 300
    problem = met("NCT90000001", record=record)
    page = page_of(curator, problem)
    assert "only the beginning stands here" in page
    assert len(record_on(page)) == LONGEST_SHOWN
    assert whole(problem) in page
    file = curator.get(whole(problem))
    assert json.loads(file.content) == record
    assert file.headers["Content-Type"] == "application/json"
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_what_is_too_large_to_indent_is_shown_as_it_is_but_seen() -> None:
    body = json.dumps(["\u202e", "x" * LONGEST_INDENTED], ensure_ascii=False)
    page = shown_record(body, words="It came.", address="/record/")
    assert "only the beginning stands here" in page
    assert record_on(page).startswith('["\\u202e", "xxx')


def test_little_more_is_indented_than_is_shown() -> None:
    """To indent all of 5 MB takes seconds."""
    assert LONGEST_SHOWN < len(legible(json.dumps([1] * LONGEST_SHOWN))) < LONGEST_SHOWN + 100


def test_where_the_study_is_kept_its_record_is_shown(curator: Client) -> None:
    publish(study(nct_id="NCT90000001", brief_title="A title of its own"))
    page = page_of(curator, met("NCT90000001", is_fatal=False))
    assert "the site holds of this study now" in page
    assert "A title of its own" in record_on(page)


def test_where_none_is_kept_the_page_says_so(curator: Client) -> None:
    problem = met("NCT90000001")
    page = page_of(curator, problem)
    assert "No record is kept." in page
    assert "<textarea" not in page
    assert curator.get(whole(problem)).status_code == 404
    assert curator.get(whole(problem).replace(str(problem.pk), "999999999")).status_code == 404


def test_a_page_that_is_open_stays_when_a_later_run_meets_it_again(curator: Client) -> None:
    first, _ = met("NCT90000001", days=2), met("NCT90000001", days=1)
    assert "is a list" in page_of(curator, first)
    assert len(ids(curator)) == 1
    for odd in ("x", "9" * 30, "9" * 5_000):
        wrong = reverse("admin:trials_syncproblem_change", args=[odd])
        assert curator.get(wrong).status_code == 302


def test_the_list_is_newest_first_and_what_was_set_aside_before_the_rest(curator: Client) -> None:
    met("NCT90000001", days=3)
    met("NCT90000002", days=1, is_fatal=False)
    met("NCT90000003", days=1)
    met("NCT90000004", days=1)
    assert ids(curator) == ["NCT90000003", "NCT90000004", "NCT90000002", "NCT90000001"]


def test_records_without_an_id_are_told_apart_by_what_they_hold(curator: Client) -> None:
    gone = met("", days=3, record={"a": 1})
    for days in (3, 2, 1):
        still = met("", days=days, record={"a": 2})
    assert ids(curator) == ["without an id"] * 2
    assert curator.get(PROBLEMS).context["cl"].result_count == 2
    assert [seen_of(curator, problem) for problem in (gone, still)] == [(3, 3, 1), (3, 1, 3)]
    assert page_ids(curator, standing="gone") == [gone.pk]
    assert page_ids(curator, standing="still") == [still.pk]
    assert page_ids(curator, run=str(gone.run_id)) == [still.pk, gone.pk]


def test_one_without_an_id_that_was_not_kept_is_told_apart_by_its_value(curator: Client) -> None:
    """As releases before 0007 left them."""
    for days, value in ((2, "{'a': 1}"), (2, "{'a': 2}"), (1, "{'a': 2}")):
        problem = met("", days=days)
        SyncProblem.objects.filter(pk=problem.pk).update(value=value)
    met("", days=1, record={"a": 1})
    assert len(page_ids(curator)) == 3


def test_it_can_be_narrowed_by_run_field_and_severity(curator: Client) -> None:
    old, again = met("NCT90000001", days=3), met("NCT90000002", days=3)
    met("NCT90000002", days=1, is_fatal=True)
    met("NCT90000003", days=1, field="phases", is_fatal=False)
    assert sorted(ids(curator, run=str(old.run_id))) == ["NCT90000001", again.nct_id]
    assert ids(curator, field="phases") == ids(curator, is_fatal__exact="0") == ["NCT90000003"]
    assert ids(curator, q="nct90000003") == ["NCT90000003"]
    assert ids(curator, run="x") == ids(curator, run="9" * 40) == ids(curator, field="none") == []
    page = curator.get(PROBLEMS).content.decode()
    assert "By run" in page
    assert "By field" in page
    assert f'href="{PROBLEMS}?run={old.run_id}"' in curator.get(RUNS).content.decode()


def test_every_page_of_runs_and_problems_has_the_button(curator: Client) -> None:
    problem = met("NCT90000001")
    for address in (RUNS, PROBLEMS, reverse("admin:trials_syncproblem_change", args=[problem.pk])):
        page = curator.get(address).content.decode()
        form = page[page.index(BUTTON) :]
        assert "csrfmiddlewaretoken" in form[: form.index("</form>")], address


def narrowed(client: Client, *names: str) -> Client:
    """A curator who may do this and no more."""
    user = User.objects.get()
    user.is_superuser = False
    user.save()
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return client


def test_who_may_not_see_runs_may_not_ask_for_one(curator: Client) -> None:
    problem = met("NCT90000001", record="x")
    narrowed(curator, "view_syncproblem")
    page = page_of(curator, problem)
    assert BUTTON not in page
    assert curator.post(ASK).status_code == 403
    assert waiting() == 0


def test_who_may_not_see_problems_gets_no_record(curator: Client) -> None:
    problem = met("NCT90000001", record="x")
    narrowed(curator, "view_syncrun")
    assert curator.get(whole(problem)).status_code == 403
    assert BUTTON in curator.get(RUNS).content.decode()


def test_strangers_get_no_record(client: Client, db: None) -> None:
    answer = client.get(whole(met("NCT90000001", record="x")))
    assert (answer.status_code, "login" in answer.headers["Location"]) == (302, True)


def test_a_press_that_another_site_forged_asks_for_nothing(db: None) -> None:
    app.control.purge()
    curator = signed_in(Client(enforce_csrf_checks=True))
    assert curator.post(ASK).status_code == 403
    assert waiting() == 0
