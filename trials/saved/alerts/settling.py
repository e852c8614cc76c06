"""How a mail went, noted: what was not surely taken comes again in the next digest."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from trials.models import Alert, AlertMail
from trials.saved.alerts.looking import Mark, remember
from trials.saved.alerts.posting import Outcome, Posted

Kind, State = AlertMail.Kind, AlertMail.State
LONGEST_DIALOGUE = timedelta(hours=1)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=15), timedelta(days=1)
KEPT = timedelta(days=90)


def settle(mail: AlertMail, posted: Posted, *, mark: Mark | None, now: datetime) -> None:
    """Note how it went; ``mark``: the look that a digest told of. Only a sure yes moves it."""
    alert, mail.reply = mail.alert, posted.reply
    with transaction.atomic():
        match posted.outcome:
            case Outcome.SENT:
                mail.state, mail.sent_at = State.SENT, now
                if mark:
                    remember(alert, mark)
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
    """Claims older than any dialogue, or of a clock that was ahead: their worker died. How many."""
    around_now = (now - LONGEST_DIALOGUE, now + LONGEST_DIALOGUE)
    stale = AlertMail.objects.filter(state=State.CLAIMED).exclude(claimed_at__range=around_now)
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
