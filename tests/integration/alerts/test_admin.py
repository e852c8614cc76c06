"""What the operator sees: how mails went, never whose they are."""

import pytest
from django.test import Client

from tests.integration.admin.curators import signed_in
from tests.integration.alerts.mail_server import MailServer
from tests.integration.alerts.steps import EMAIL, IDS, change, deliver, following_study
from tests.integration.catalogue import NOW
from trials.admin.alert import masked
from trials.models import Alert, AlertMail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def operator(client: Client) -> Client:
    return signed_in(client)


def test_addresses_are_masked_and_subjects_not_shown(operator: Client, server: MailServer) -> None:
    alert = following_study(IDS[0])
    pages = [
        operator.get("/admin/trials/alert/"),
        operator.get(f"/admin/trials/alert/{alert.pk}/change/"),
    ]
    for page in pages:
        assert page.status_code == 200
        assert "j...@example.org" in page.content.decode()
        assert EMAIL not in page.content.decode()
        assert IDS[0] not in page.content.decode()


def test_mails_that_went_wrong_are_seen(operator: Client, server: MailServer) -> None:
    following_study(IDS[0])
    change(IDS[0], now=NOW, overall_status="SUSPENDED")
    server.moods.hangs_up = True
    deliver(NOW)
    page = operator.get("/admin/trials/alertmail/?state=unsure").content.decode()
    assert "unsure" in page.lower()
    assert "1 alert mail" in page


@pytest.mark.parametrize("model", ["alert", "alertmail"])
def test_nothing_can_be_changed(operator: Client, server: MailServer, model: str) -> None:
    alert = following_study(IDS[0])
    mail = AlertMail.objects.create(alert=alert, kind="digest", state="sent", claimed_at=NOW)
    key = alert.pk if model == "alert" else mail.pk
    assert operator.get(f"/admin/trials/{model}/add/").status_code == 403
    assert operator.post(f"/admin/trials/{model}/{key}/delete/", {"post": "yes"}).status_code == 403
    assert Alert.objects.exists()


@pytest.mark.parametrize(
    ("email", "shown"),
    [("jane@example.org", "j...@example.org"), ("a@b.c", "a...@b.c"), ("", ""), ("x", "")],
)
def test_masking(email: str, shown: str) -> None:
    assert masked(email) == shown
