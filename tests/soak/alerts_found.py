"""Alerts as the database has them at the end, and mails that came twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from tests.faults.running import Rows
from tests.soak.followed import AlertRow, Followed

ALERTS = """
    SELECT email, alert.state, coalesce(nct_id, query), frequency
    FROM trials_alert alert LEFT JOIN trials_study study ON study.id = study_id
    ORDER BY alert.created_at"""
UNASKED = """
    SELECT count(*) FROM trials_alert alert WHERE state = 'pending' AND NOT EXISTS
    (SELECT FROM trials_alertmail mail WHERE mail.alert_id = alert.id)"""


def wrong_alerts(rows: Rows, followed: Mapping[str, Followed]) -> list[str]:
    """Addresses whose alerts are not as they were answered, or of nobody."""
    found: dict[str, list[AlertRow]] = defaultdict(list)
    for email, state, subject, frequency in rows:
        found[email].append((state, subject, frequency))
    wrong = [
        f"alerts {found.get(email, [])} are not {one}"
        for email, one in followed.items()
        if not one.allows(found.get(email, []))
    ]
    return wrong + [f"alerts of nobody: {email}" for email in found.keys() - followed.keys()]


def sent_twice(message_ids: Iterable[str]) -> list[str]:
    return [f"mail {one} came twice" for one, times in Counter(message_ids).items() if times > 1]
