"""The dialogue with the mail server, and what its end means."""

from __future__ import annotations

import contextlib
import re
import smtplib
from dataclasses import dataclass
from enum import StrEnum

from django.core.mail import EmailMessage, get_connection

# RFC 3463: classes 5.1 (address) and 5.2 (mailbox) are faults of the address itself; 5.7
# (policy) and the others may be ours. Without such a code, RFC 5321's own codes tell.
_ENHANCED = re.compile(r"[245]\.(\d{1,3})\.\d{1,3}")
_OF_ADDRESS = ("1", "2")
_OF_ADDRESS_PLAIN = (550, 551, 553)
_BROKEN = (OSError, smtplib.SMTPException)


class Outcome(StrEnum):
    """What happened to one mail."""

    SENT = "sent"
    DEFERRED = "deferred"  # surely not taken; may be later
    REFUSED = "refused"  # surely not taken, nor will it be
    NO_SUCH_ADDRESS = "no such address"
    UNSURE = "unsure"  # broken off: perhaps taken


@dataclass(frozen=True, slots=True)
class Posted:
    """``reply`` is the server's code ("550 5.1.1"), "" where it gave none."""

    outcome: Outcome
    reply: str = ""


def post(message: EmailMessage) -> Posted:
    """Hand the message to the mail server of the settings. Raises nothing that a server does."""
    connection = get_connection()
    try:
        connection.open()
    except _BROKEN as error:
        return Posted(Outcome.DEFERRED, _reply(getattr(error, "smtp_code", ""), b""))
    try:
        connection.send_messages([message])
    except _BROKEN as error:
        return judge(error)
    finally:
        with contextlib.suppress(*_BROKEN):
            connection.close()
    return Posted(Outcome.SENT)


def judge(error: Exception) -> Posted:
    """What a dialogue means that ended by this error after the connection stood."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return Posted(_of_recipient(code, text), _reply(code, text))
    if isinstance(error, smtplib.SMTPSenderRefused):  # a fault of our settings
        return Posted(Outcome.DEFERRED, _reply(error.smtp_code, error.smtp_error))
    if isinstance(error, smtplib.SMTPResponseException):
        is_final = error.smtp_code >= 500
        outcome = Outcome.REFUSED if is_final else Outcome.DEFERRED
        return Posted(outcome, _reply(error.smtp_code, error.smtp_error))
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Posted(Outcome.REFUSED)
    return Posted(Outcome.UNSURE)


def _of_recipient(code: int, text: bytes | str) -> Outcome:
    if code < 500:
        return Outcome.DEFERRED
    enhanced = _ENHANCED.match(_text(text))
    is_address = enhanced[1] in _OF_ADDRESS if enhanced else code in _OF_ADDRESS_PLAIN
    return Outcome.NO_SUCH_ADDRESS if is_address else Outcome.REFUSED


def _reply(code: object, text: bytes | str) -> str:
    """Codes alone: the words of a server often name the address."""
    enhanced = _ENHANCED.match(_text(text))
    return f"{code} {enhanced[0] if enhanced else ''}".strip()[:20]


def _text(text: bytes | str) -> str:
    return text.decode(errors="replace") if isinstance(text, bytes) else text
