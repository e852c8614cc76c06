"""What the end of a dialogue with a mail server means."""

import smtplib

import pytest

from trials.saved.alerts.posting import Outcome, Posted, judge

WHO = "jane@example.org"


def recipient(code: int, text: bytes) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({WHO: (code, text)})


@pytest.mark.parametrize(
    ("error", "outcome", "reply"),
    [
        (recipient(450, b"4.2.1 later"), Outcome.DEFERRED, "450 4.2.1"),
        (recipient(421, b"closing"), Outcome.DEFERRED, "421"),
        (recipient(550, b"5.1.1 <jane@example.org>: no"), Outcome.NO_SUCH_ADDRESS, "550 5.1.1"),
        (recipient(550, b"5.2.1 closed"), Outcome.NO_SUCH_ADDRESS, "550 5.2.1"),
        (recipient(550, b"no such user jane@example.org"), Outcome.NO_SUCH_ADDRESS, "550"),
        (recipient(553, b"no"), Outcome.NO_SUCH_ADDRESS, "553"),
        # Refusals that may be our own fault end no alert.
        (recipient(550, b"5.7.1 relay denied"), Outcome.REFUSED, "550 5.7.1"),
        (recipient(554, b"relay denied"), Outcome.REFUSED, "554"),
        (smtplib.SMTPSenderRefused(550, b"5.1.8 bad", WHO), Outcome.DEFERRED, "550 5.1.8"),
        (smtplib.SMTPDataError(451, b"4.3.0 greylisted"), Outcome.DEFERRED, "451 4.3.0"),
        (smtplib.SMTPDataError(554, b"5.6.0 spam"), Outcome.REFUSED, "554 5.6.0"),
        (smtplib.SMTPServerDisconnected("gone"), Outcome.UNSURE, ""),
        (TimeoutError(), Outcome.UNSURE, ""),
        (ConnectionResetError(), Outcome.UNSURE, ""),
    ],
)
def test_the_meaning_of_an_error(error: Exception, outcome: Outcome, reply: str) -> None:
    assert judge(error) == Posted(outcome, reply)


def test_no_reply_names_the_address() -> None:
    assert WHO not in judge(recipient(550, f"{WHO} {WHO}".encode())).reply
