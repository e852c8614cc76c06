"""A real mail server for tests, which can also be in a bad mood."""

from __future__ import annotations

import asyncio
import socket
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

ACCEPTED = "250 2.0.0 OK"
Options = list[Any]


@dataclass
class Moods:
    """What the server says. ``hangs_up``: after taking a mail; ``holds``: its yes is held back."""

    recipient: str = ACCEPTED
    data: str = ACCEPTED
    hangs_up: bool = False
    holds: bool = False


@dataclass
class Handler:
    """Keeps what came in, whatever it answers."""

    moods: Moods = field(default_factory=Moods)
    mails: list[EmailMessage] = field(default_factory=list)
    goes_on: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(  # noqa: N802 the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Options
    ) -> str:
        if self.moods.recipient == ACCEPTED:
            envelope.rcpt_tos.append(address)
        return self.moods.recipient.replace("{address}", address)

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.moods.data == ACCEPTED:
            content = envelope.content
            assert isinstance(content, bytes)
            mail = message_from_bytes(content, policy=policy.default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
        if self.moods.holds:
            await asyncio.to_thread(self.goes_on.wait, 60)
        if self.moods.hangs_up:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return self.moods.data


class MailServer:
    """Runs in a thread of its own while the ``with`` lasts."""

    def __init__(self) -> None:
        self.handler = Handler()
        self.port = _free_port()
        self._controller = Controller(self.handler, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()
        self._controller.stop()

    def let_go(self) -> None:
        """No answer is held back any more."""
        self.handler.moods.holds = False
        self.handler.goes_on.set()

    @property
    def moods(self) -> Moods:
        return self.handler.moods

    @property
    def mails(self) -> list[EmailMessage]:
        return self.handler.mails

    @property
    def last(self) -> EmailMessage:
        return self.handler.mails[-1]


def text_of(mail: EmailMessage) -> str:
    return _part(mail, "plain")


def html_of(mail: EmailMessage) -> str:
    return _part(mail, "html")


def _part(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body(preferencelist=(kind,))
    assert part is not None
    return str(part.get_content())


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
