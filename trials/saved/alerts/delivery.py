"""Sending the next mail of an alert: claimed and committed first, then the server, then the note.

Whatever dies between, no mail is sent twice: see AlertMail.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from trials.models import Alert, AlertMail, Edition
from trials.saved.alerts.consent import LASTS
from trials.saved.alerts.letters import Letter, confirmation, digest, renewal
from trials.saved.alerts.looking import look, remember
from trials.saved.alerts.news import News, news_since
from trials.saved.alerts.posting import Outcome, Posted

log = logging.getLogger(__name__)
Post = Callable[[EmailMessage], Posted]
Kind, State = AlertMail.Kind, AlertMail.State
LONGEST_DIALOGUE = timedelta(hours=1)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=15), timedelta(days=1)
ASKED_ONCE = timedelta(days=30)  # a confirmation is not sent again; it is purged before this
KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mail that is ours to send, written down and committed."""

    alert: Alert
    mail: AlertMail
    message: EmailMessage
    news: News | None


def due_alerts(*, now: datetime) -> list[uuid.UUID]:
    """Keys of the alerts that may have a mail to send."""
    is_old = Q(consented_at__lt=now - LASTS, renewal_asked_at__isnull=True)
    has_moved = ~Q(edition=Edition.current().number)
    pending = Q(state=Alert.State.PENDING)
    active = Q(state=Alert.State.ACTIVE) & (is_old | has_moved)
    due = Alert.objects.filter(pending | active, next_at__lte=now)
    return list(due.order_by("next_at").values_list("pk", flat=True))


def send_next(alert_id: uuid.UUID, *, now: datetime, post: Post) -> AlertMail | None:
    """Send what is due for this alert; None where nothing is, or somebody else is at it."""
    claimed = claim(alert_id, now=now)
    if claimed is None:
        return None
    posted = post(claimed.message)
    settle(claimed, posted, now=now)
    log.info("alert mail %s: %s %s", claimed.mail.pk, posted.outcome, posted.reply)
    return claimed.mail


def claim(alert_id: uuid.UUID, *, now: datetime) -> Claimed | None:
    """Write down, and commit, that this mail is about to leave."""
    with transaction.atomic(durable=True):
        due = Alert.objects.select_for_update().filter(pk=alert_id, next_at__lte=now)
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
        alert.next_at, alert.renewal_asked_at = now + timedelta(days=1), now
    alert.save(update_fields=["next_at", "renewal_asked_at"])
    return Claimed(alert, mail, _letter(alert, kind, news).message(mail), news)


def _kind(alert: Alert, *, now: datetime) -> AlertMail.Kind:
    if alert.state == Alert.State.PENDING or alert.consented_at is None:
        return Kind.CONFIRMATION
    is_old = alert.consented_at < now - LASTS and alert.renewal_asked_at is None
    return Kind.RENEWAL if is_old else Kind.DIGEST


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


def settle(claimed: Claimed, posted: Posted, *, now: datetime) -> None:
    """Note how it went. What was not surely taken comes again in the next digest."""
    alert, mail = claimed.alert, claimed.mail
    mail.reply = posted.reply
    with transaction.atomic():
        match posted.outcome:
            case Outcome.SENT:
                mail.state, mail.sent_at = State.SENT, now
                if claimed.news:
                    remember(alert, claimed.news.mark)
            case Outcome.DEFERRED:
                mail.state, mail.attempts = State.DEFERRED, mail.attempts + 1
                _put_off(alert, mail, now=now)
            case Outcome.NO_SUCH_ADDRESS:
                mail.state = State.REFUSED
                _end(alert, now=now)
            case Outcome.REFUSED:
                mail.state = State.REFUSED
            case Outcome.UNSURE:
                mail.state = State.UNSURE
        AlertMail.objects.filter(pk=mail.pk).update(
            state=mail.state, sent_at=mail.sent_at, attempts=mail.attempts, reply=mail.reply
        )


def backoff(attempts: int) -> timedelta:
    """15 minutes, an hour, four hours, and so on; a day at most."""
    times: int = 4 ** min(attempts - 1, 10)
    return min(FIRST_WAIT * times, LONGEST_WAIT)


def give_up_stale(*, now: datetime, alert: Alert | None = None) -> int:
    """Claims older than any dialogue: their worker died. How many are unsure now."""
    stale = AlertMail.objects.filter(state=State.CLAIMED, claimed_at__lt=now - LONGEST_DIALOGUE)
    mine = stale.filter(alert=alert) if alert else stale
    return mine.update(state=State.UNSURE)


def forget_mails(*, now: datetime) -> int:
    """Delete the notes of old mails, and of alerts that ended long ago; how many notes."""
    Alert.objects.filter(ended_at__lt=now - KEPT).delete()
    done = (State.SENT, State.REFUSED, State.UNSURE)
    return AlertMail.objects.filter(state__in=done, claimed_at__lt=now - KEPT).delete()[0]


def _put_off(alert: Alert, mail: AlertMail, *, now: datetime) -> None:
    values: dict[str, object] = {"next_at": now + backoff(mail.attempts)}
    if mail.kind == Kind.RENEWAL:
        values["renewal_asked_at"] = None
    Alert.objects.filter(pk=alert.pk).update(**values)


def _end(alert: Alert, *, now: datetime) -> None:
    Alert.objects.filter(pk=alert.pk).update(
        state=Alert.State.ENDED, email="", ended_at=now, renewal_asked_at=None
    )
