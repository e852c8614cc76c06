"""What people and the timetable do, step by step."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.message import EmailMessage

from tests.integration.alerts.mail_server import MailServer, text_of
from tests.integration.catalogue import NOW, publish
from tests.records import study
from trials.models import Alert, AlertMail, Study
from trials.saved.alerts import asking, claiming, consent, delivery, settling
from trials.saved.alerts.posting import post
from trials.saved.alerts.tokens import Purpose, token_for
from trials.search.criteria import Criteria

IDS = ("NCT90000001", "NCT90000002", "NCT90000003", "NCT90000004")
EMAIL = "jane.doe@example.org"
RECRUITING = Criteria(status=("RECRUITING",))
DAY = timedelta(days=1)
_LINK = re.compile(r"https?://\S+?/follow/(confirm|renew|end)/([\w-]+)/")


def deliver(now: datetime) -> list[AlertMail]:
    """What the timetable does every few minutes."""
    settling.give_up_stale(now=now)
    sent = [delivery.send_next(one, now=now, post=post) for one in claiming.due_alerts(now=now)]
    return [mail for mail in sent if mail]


def asked(criteria: Criteria = RECRUITING, *, email: str = EMAIL, frequency: str = "day") -> Alert:
    """An alert that waits for its confirmation."""
    alert = asking.ask_for_search(email, criteria, frequency=frequency, now=NOW)
    assert alert is not None
    return alert


def following(criteria: Criteria = RECRUITING, *, frequency: str = "day") -> Alert:
    """A confirmed alert of a search."""
    return confirmed(asked(criteria, frequency=frequency))


def following_study(nct_id: str, *, frequency: str = "day") -> Alert:
    """A confirmed alert of one study."""
    one = Study.objects.get(nct_id=nct_id)
    alert = asking.ask_for_study(EMAIL, one, frequency=frequency, now=NOW)
    assert alert is not None
    return confirmed(alert)


def confirmed(alert: Alert, *, now: datetime = NOW) -> Alert:
    begun = consent.confirm(token_for(alert, Purpose.CONFIRM), now=now)
    assert begun is not None
    return begun


def change(nct_id: str, *, now: datetime, **values: object) -> None:
    """The registry's record of this study changes, and a sync sees it."""
    publish(study(nct_id=nct_id, **values), now=now)


def links_of(mail: EmailMessage) -> dict[str, str]:
    """What a link is for -> its token."""
    return dict(_LINK.findall(text_of(mail)))


def subjects(server: MailServer) -> list[str]:
    return [str(mail["Subject"]) for mail in server.mails]
