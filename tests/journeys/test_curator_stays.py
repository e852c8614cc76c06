"""A curator who types for long is told in time, and loses no word."""

from __future__ import annotations

import os
from base64 import b32decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from django_otp.oath import totp
from playwright.sync_api import Page, expect

from tests.journeys.running_site import Database, free_port, manage, new_database, served
from tests.journeys.running_site import variables_for as variables_of

NAME, PASSWORD = "curator", "a long enough one"
TYPED = "Read in the paper, page 4"


@pytest.fixture(scope="module")
def admin(starter_database: tuple[Database, Path], given_database: str) -> Iterator[str]:
    """The address of the admin of a site with one curator."""
    starter, folder = starter_database
    name = f"journeys_{os.getpid()}_curators"
    with new_database(given_database, name, like=starter.name) as database:
        variables = variables_of(database, folder, free_port())
        secret = {**variables, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
        manage(secret, "createsuperuser", "--noinput", "--username", NAME, "--email", "")
        with served(variables) as address:
            yield f"{address}/admin/"


def sign_in(page: Page, admin: str) -> None:
    page.goto(admin)
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    key = page.locator("code").first.inner_text().replace(" ", "").upper()
    code = totp(b32decode(key + "=" * (-len(key) % 8)))
    page.get_by_label("2. Type the code").fill(f"{code:06d}")
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_text("recovery codes").first).to_be_visible()


def test_a_warning_comes_in_time_and_nothing_typed_is_lost(wide: Page, admin: str) -> None:
    sign_in(wide, admin)
    wide.clock.install()
    wide.goto(f"{admin}trials/correction/add/")
    reason = wide.get_by_label("Reason")
    reason.fill(TYPED)
    warning = wide.get_by_role("dialog", name="You will soon be signed out")
    wide.clock.fast_forward("11:45:00")
    expect(warning).to_be_hidden()
    wide.clock.fast_forward("06:00")
    expect(warning).to_be_visible()
    until = wide.locator("#stay time")
    before = until.inner_text()
    with wide.expect_response("**/admin/stay/") as answer:
        wide.keyboard.press("Enter")
    assert answer.value.status == 200
    expect(until).not_to_have_text(before)
    expect(warning).to_be_hidden()
    wide.clock.fast_forward("30:00")
    expect(warning).to_be_hidden()
    expect(reason).to_have_value(TYPED)

    over = wide.get_by_role("dialog", name="You are signed out")
    stay, close = wide.get_by_role("button", name="Stay signed in"), over.get_by_role("button")
    wide.clock.fast_forward("11:25:00")
    wide.context.set_offline(True)
    stay.click()
    close.click()
    expect(over).to_be_hidden()
    wide.clock.fast_forward("02:00")  # asked again, as the session lasts
    expect(warning).to_be_visible()
    wide.context.set_offline(False)
    before = until.inner_text()
    stay.click()
    expect(until).not_to_have_text(before)

    wide.context.clear_cookies()  # as if the session had ended meanwhile
    wide.clock.fast_forward("11:55:00")
    stay.click()
    close.click()
    expect(reason).to_have_value(TYPED)
    wide.clock.fast_forward("02:00")  # nothing comes between while the words are copied
    expect(warning).to_be_hidden()
    expect(over).to_be_hidden()
