"""The three letters of an alert, as e-mails with all their headers."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trials.models import Alert, AlertMail, Edition
from trials.saved.alerts.digest_words import address_of, digest_told, followed, subject_of
from trials.saved.alerts.looking import found
from trials.saved.alerts.news import News
from trials.saved.alerts.tokens import Purpose, token_for


@dataclass(frozen=True, slots=True)
class Letter:
    """``template`` names templates/mail/<template>.jinja and <template>_text.jinja."""

    alert: Alert
    template: str
    subject: str
    context: dict[str, object] = field(default_factory=dict)

    def message(self, mail: AlertMail) -> EmailMultiAlternatives:
        """The e-mail; its Message-ID is the row's, whenever it is sent."""
        end = link(self.alert, Purpose.END)
        context = {
            **self.context,
            "subject": self.subject,
            "end": end,
            "site": settings.SITE_URL,
            "health_data": settings.SITE_URL + reverse("health_data"),
        }
        message = EmailMultiAlternatives(
            subject=self.subject,
            body=render_to_string(f"mail/{self.template}_text.jinja", context),
            from_email=settings.MAIL_FROM,
            to=[self.alert.email],
            headers=_headers(mail, end),
        )
        message.attach_alternative(
            render_to_string(f"mail/{self.template}.jinja", context), "text/html"
        )
        return message


def confirmation(alert: Alert) -> Letter:
    """Asks whether it was really the mailbox's owner who asked."""
    context = _followed(alert) | {"confirm": link(alert, Purpose.CONFIRM)}
    return Letter(alert, "confirm", _("Please confirm your request"), context)


def renewal(alert: Alert) -> Letter:
    """Asks after a year whether the news is still wanted."""
    context = _followed(alert) | {"renew": link(alert, Purpose.RENEW)}
    return Letter(alert, "renew", _("Do you still want these e-mails?"), context)


def digest(alert: Alert, news: News) -> Letter:
    """The news."""
    context: dict[str, object] = {
        "told": digest_told(alert, news),
        "data_date": _data_date(),
        "rhythm": rhythm(alert),
    }
    return Letter(alert, "digest", subject_of(alert, news.count), context)


def link(alert: Alert, purpose: Purpose) -> str:
    """The whole address of the alert's own page for this purpose."""
    names = {
        Purpose.CONFIRM: "follow_confirm",
        Purpose.RENEW: "follow_renew",
        Purpose.END: "follow_end",
    }
    return settings.SITE_URL + reverse(names[purpose], kwargs={"token": token_for(alert, purpose)})


def rhythm(alert: Alert) -> str:
    """How often, in words."""
    is_daily = alert.frequency == Alert.Frequency.DAY
    return _("at most once a day") if is_daily else _("at most once a week")


def _followed(alert: Alert) -> dict[str, object]:
    return {
        "followed": followed(alert, len(found(alert))),
        "address": address_of(alert),
        "rhythm": rhythm(alert),
    }


def _headers(mail: AlertMail, end: str) -> dict[str, str]:
    """RFC 8058 (one click), 2919 (List-Id), 3834 (no auto-replies), 5322 (Message-ID)."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return {
        "List-Unsubscribe": f"<{end}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<updates.{host}>",
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<{mail.pk.hex}@{host}>",
    }


def _data_date() -> str:
    moment = Edition.current().data_timestamp
    return date_format(moment, "j F Y") if moment else ""
