"""Sending the next mail of an alert: claimed first, then the server, then the note.

Whatever dies between, no mail is sent twice: see AlertMail.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import datetime

from django.core.mail import EmailMessage

from trials.models import AlertMail
from trials.saved.alerts.claiming import claim
from trials.saved.alerts.posting import Posted
from trials.saved.alerts.settling import settle

log = logging.getLogger(__name__)
Post = Callable[[EmailMessage], Posted]


def send_next(alert_id: uuid.UUID, *, now: datetime, post: Post) -> AlertMail | None:
    """Send what is due for this alert; None where nothing is, or somebody else is at it."""
    claimed = claim(alert_id, now=now)
    if claimed is None:
        return None
    posted = post(claimed.message)
    mark = claimed.news.mark if claimed.news else None
    settle(claimed.mail, posted, mark=mark, now=now)
    log.info("alert mail %s: %s %s", claimed.mail.pk, posted.outcome, posted.reply)
    return claimed.mail
