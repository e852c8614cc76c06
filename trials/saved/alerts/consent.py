"""Consent: given from the mailbox, renewed each year, taken back at once."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from trials.models import Alert
from trials.saved.alerts.looking import look, mark_of
from trials.saved.alerts.tokens import Purpose, find_alert, is_genuine_end

CONFIRM_WITHIN = timedelta(days=7)
LASTS = timedelta(days=365)
RENEW_WITHIN = timedelta(days=30)
DAY = timedelta(days=1)


def to_confirm(token: str, *, now: datetime) -> Alert | None:
    """The alert that this link confirms, or confirmed; None for a link too old or not ours."""
    alert = find_alert(token, Purpose.CONFIRM)
    if alert is None or alert.state == Alert.State.ENDED:
        return None
    is_late = alert.state == Alert.State.PENDING and alert.created_at < now - CONFIRM_WITHIN
    return None if is_late else alert


def confirm(token: str, *, now: datetime) -> Alert | None:
    """Begin the alert. It takes the place of an earlier one of the same address and subject."""
    found = to_confirm(token, now=now)
    if found is None:
        return None
    with transaction.atomic():
        alert = Alert.objects.select_for_update().filter(pk=found.pk).first()
        if alert and alert.state == Alert.State.PENDING:
            _begin(alert, now=now)
    return alert


def to_renew(token: str) -> Alert | None:
    """The alert whose consent this link renews."""
    return find_alert(token, Purpose.RENEW)


def to_be_renewed(*, now: datetime) -> Q:
    """Whose year is over, not asked yet; or asked, tomorrow or later, by a clock that was ahead."""
    not_asked = Q(renewal_asked_at__isnull=True) | Q(renewal_asked_at__gt=now + DAY)
    return Q(consented_at__lt=now - LASTS) & not_asked


def is_to_be_renewed(alert: Alert, *, now: datetime) -> bool:
    """The same of one alert at hand."""
    begun, asked = alert.consented_at, alert.renewal_asked_at
    is_old = begun is not None and begun < now - LASTS
    return is_old and (asked is None or asked > now + DAY)


def renew(token: str, *, now: datetime) -> Alert | None:
    """Another year."""
    alert = find_alert(token, Purpose.RENEW)
    if alert is None or alert.state != Alert.State.ACTIVE:
        return None
    alert.consented_at, alert.renewal_asked_at = now, None
    alert.save(update_fields=["consented_at", "renewal_asked_at"])
    return alert


def end(token: str) -> bool:
    """Delete the alert with its address. Twice is as good as once; False for a link not ours."""
    alert = find_alert(token, Purpose.END)
    if alert:
        alert.delete()
    return alert is not None or is_genuine_end(token)


def forget(*, now: datetime) -> int:
    """Delete what nobody confirmed in time, or renewed in time; how many alerts."""
    unconfirmed = Alert.objects.filter(
        state=Alert.State.PENDING, created_at__lt=now - CONFIRM_WITHIN
    )
    unrenewed = Alert.objects.filter(renewal_asked_at__lt=now - RENEW_WITHIN)
    lapsed = Alert.objects.filter(consented_at__lt=now - LASTS - 2 * RENEW_WITHIN)
    ids = (unconfirmed | unrenewed | lapsed).values_list("pk", flat=True)
    return Alert.objects.filter(pk__in=list(ids)).delete()[1].get("trials.Alert", 0)


def _begin(alert: Alert, *, now: datetime) -> None:
    twins = Alert.objects.filter(
        email__iexact=alert.email, study=alert.study_id, query=alert.query
    ).exclude(pk=alert.pk)
    earlier = twins.filter(state=Alert.State.ACTIVE).first()
    mark = mark_of(earlier) if earlier else look(alert)
    for name, value in asdict(mark).items():
        setattr(alert, name, value)
    alert.state, alert.consented_at = Alert.State.ACTIVE, now
    alert.next_at = earlier.next_at if earlier else now
    twins.delete()
    alert.mails.filter(state="deferred").delete()
    alert.save()
