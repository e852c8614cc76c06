"""Claiming a mail: written down and committed before the mail server is spoken to."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from trials.models import Alert, AlertMail, Edition
from trials.saved.alerts.consent import is_to_be_renewed, to_be_renewed
from trials.saved.alerts.letters import Letter, confirmation, digest, renewal
from trials.saved.alerts.looking import look, remember
from trials.saved.alerts.news import News, news_since
from trials.saved.alerts.settling import give_up_stale

Kind, State = AlertMail.Kind, AlertMail.State
ASKED_ONCE = timedelta(days=30)  # a confirmation is not sent again; it is purged before this
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail that is ours to send, written down and committed."""

    alert: Alert
    mail: AlertMail
    message: EmailMessage
    news: News | None


def due_alerts(*, now: datetime) -> list[uuid.UUID]:
    """Keys of the alerts that may have a mail to send."""
    has_moved = ~Q(edition=Edition.current().number)
    pending = Q(state=Alert.State.PENDING)
    active = Q(state=Alert.State.ACTIVE) & (to_be_renewed(now=now) | has_moved)
    due = Alert.objects.filter(pending | active, _turn(now))
    return list(due.order_by("next_at").values_list("pk", flat=True))


def _turn(now: datetime) -> Q:
    """Whose turn it is: also those put off further than ever meant, by a clock that was ahead."""
    return Q(next_at__lte=now) | Q(next_at__gt=now + ASKED_ONCE + DAY)


def claim(alert_id: uuid.UUID, *, now: datetime) -> Claimed | None:
    """Write down, and commit, that this mail is about to leave."""
    with transaction.atomic(durable=True):
        due = Alert.objects.select_for_update().filter(_turn(now), pk=alert_id)
        alert = due.exclude(state=Alert.State.ENDED).first()
        if alert is None:
            return None
        give_up_stale(now=now, alert=alert)
        if alert.mails.filter(state=State.CLAIMED).exists():
            return None
        return _claim(alert, now=now)


def _claim(alert: Alert, *, now: datetime) -> Claimed | None:
    kind = _kind(alert, now=now)
    news = _news(alert) if kind == Kind.DIGEST else None
    if kind == Kind.DIGEST and news is None:
        return None
    mail = _mail(alert, kind, now=now)
    mail.changes = news.count if news else 0
    mail.save()
    alert.next_at = now + (ASKED_ONCE if kind == Kind.CONFIRMATION else alert.period)
    if kind == Kind.RENEWAL:
        alert.next_at, alert.renewal_asked_at = now + DAY, now
    alert.save(update_fields=["next_at", "renewal_asked_at"])
    return Claimed(alert, mail, _letter(alert, kind, news).message(mail), news)


def _kind(alert: Alert, *, now: datetime) -> AlertMail.Kind:
    if alert.state == Alert.State.PENDING or alert.consented_at is None:
        return Kind.CONFIRMATION
    return Kind.RENEWAL if is_to_be_renewed(alert, now=now) else Kind.DIGEST


def _news(alert: Alert) -> News | None:
    """What to tell; with nothing to tell, the alert stands at this look."""
    news = news_since(alert, look(alert))
    if news.count:
        return news
    remember(alert, news.mark)
    return None


def _mail(alert: Alert, kind: AlertMail.Kind, *, now: datetime) -> AlertMail:
    """A new row, or the one that the mail server put off: the same mail, the same Message-ID."""
    waiting = alert.mails.filter(state=State.DEFERRED).first()
    if waiting and waiting.kind != kind:
        waiting.delete()
        waiting = None
    mail = waiting or AlertMail(alert=alert, kind=kind)
    mail.state, mail.claimed_at = State.CLAIMED, now
    return mail


def _letter(alert: Alert, kind: AlertMail.Kind, news: News | None) -> Letter:
    if news:
        return digest(alert, news)
    return confirmation(alert) if kind == Kind.CONFIRMATION else renewal(alert)
