"""Somebody follows a search and a trial by mail, and ends it: by the links in the mails alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.integration.alerts.mail_server import MailServer, text_of
from tests.integration.alerts.steps import EMAIL
from tests.journeys.looking import usable
from tests.journeys.running_site import (
    Database,
    free_port,
    manage,
    new_database,
    served,
    sync_examples,
    variables_for,
)

Shell = Callable[[str], None]
# As a sync that saw a change, and as the timetable's next turn in a worker.
CHANGE = """
from django.utils import timezone
from trials.models import Change, Edition, Study, SyncRun
study, run, now = Study.objects.get(nct_id="{nct_id}"), SyncRun.objects.first(), timezone.now()
Change.objects.create(study=study, run=run, field="overall_status",
    before="RECRUITING", after="SUSPENDED", seen_at=now)
Edition.publish(now=now)
"""
DELIVER = """
from django.utils import timezone
from trials.saved.alerts import claiming, delivery
from trials.saved.alerts.posting import post
now = timezone.now()
for one in claiming.due_alerts(now=now):
    delivery.send_next(one, now=now, post=post)
"""


class Mailing:
    """A site that can send mails, and its mail server."""

    def __init__(self, address: str, server: MailServer, shell: Shell, log: Path) -> None:
        self.address, self.server, self.shell, self.log = address, server, shell, log

    def send(self) -> None:
        """The timetable's next turn."""
        self.shell(DELIVER)

    def link(self, kind: str) -> str:
        """The link of the last mail for this purpose."""
        lines = text_of(self.server.last).splitlines()
        return next(line for line in lines if f"/follow/{kind}/" in line)


@pytest.fixture(scope="module")
def mailing(starter_database: tuple[Database, Path], given_database: str) -> Iterator[Mailing]:
    starter, folder = starter_database
    name = f"journeys_{os.getpid()}_mailing"
    with new_database(given_database, name, like=starter.name) as database, MailServer() as server:
        variables = {
            **variables_for(database, folder, free_port()),
            "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
            "MAIL_FROM": "updates@example.org",
        }
        sync_examples(variables)
        with served(variables) as address:
            log = folder / "web.log"
            shell = partial(manage, variables, "shell", "-c")
            yield Mailing(address, server, shell, log)


def test_follow_a_trial_confirm_hear_of_a_change_and_end_it(mailing: Mailing, small: Page) -> None:
    page = small
    # Given somebody on the page of a trial that recruits
    page.goto(f"{mailing.address}/trials/?status=RECRUITING")
    page.get_by_role("link", name="Open trial 1", exact=True).click()
    nct_id = page.url.strip("/").rpartition("/")[2]
    # when they ask for news by mail
    page.get_by_role("link", name="Follow this trial").click()
    usable(page)
    page.get_by_label("Your e-mail address").fill(EMAIL)
    page.get_by_label("At most once a day").check()
    page.get_by_role("button", name="I agree").click()
    expect(page.locator("h1")).to_have_text("Look into your mailbox")
    usable(page)
    # then one mail comes; its link opens a page with one button, and that begins it
    mailing.send()
    assert mailing.server.last["To"] == EMAIL
    page.goto(mailing.link("confirm"))
    usable(page)
    page.get_by_role("button", name="Yes, send me these e-mails").click()
    expect(page.locator("h1")).to_have_text("Thank you, it is done")
    # and a change of the trial is told, before and after
    mailing.shell(CHANGE.format(nct_id=nct_id))
    mailing.send()
    assert "Status: Recruiting -> Paused" in text_of(mailing.server.last)
    # and the link of that mail ends it
    page.goto(mailing.link("end"))
    usable(page)
    page.get_by_role("button", name="End these e-mails").click()
    expect(page.locator("h1")).to_have_text("These e-mails have ended")
    so_far = len(mailing.server.mails)
    mailing.shell(CHANGE.format(nct_id=nct_id))
    mailing.send()
    assert len(mailing.server.mails) == so_far
    # and nothing that nobody may know is in the server's log
    log = mailing.log.read_text()
    assert EMAIL not in log
    assert not [part for part in ("/follow/confirm/", "/follow/end/") if part in log]


def test_a_search_without_results_can_be_followed_without_scripts(
    mailing: Mailing, without_scripts: Page
) -> None:
    page = without_scripts
    page.goto(f"{mailing.address}/trials/?country=IL&phase=PHASE4")
    page.get_by_role("link", name="Follow this search").click()
    expect(page.locator(".followed")).to_contain_text("in Israel")
    page.get_by_label("Your e-mail address").fill(EMAIL)
    page.get_by_role("button", name="I agree").click()
    expect(page.locator("h1")).to_have_text("Look into your mailbox")
