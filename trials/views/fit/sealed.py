"""The cookie of the answers: sealed, for this part of the site only, gone with the visit."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, timedelta

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import force_bytes

from trials.views.fit.answers import Answers, from_text, to_text

PATH = "/fit/"
PLAIN_NAME = "situation"
LONGEST = 4000
LASTS = timedelta(days=30)
"""A browser may bring back the cookies of an old visit; answers older than this are dropped."""
UNDO_LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Opened:
    """``is_lost``: there was a cookie, but nothing could be read in it."""

    answers: Answers
    is_lost: bool = False


def cookie_name() -> str:
    return f"__Secure-{PLAIN_NAME}" if settings.HTTPS else PLAIN_NAME


def opened(request: HttpRequest, *, today: date) -> Opened:
    """The answers that the browser sent along."""
    text = request.COOKIES.get(cookie_name(), "")
    if not text:
        return Opened(Answers())
    answers = unsealed(text, today=today)
    return Opened(answers) if answers else Opened(Answers(), is_lost=True)


def keep(response: HttpResponse, answers: Answers) -> None:
    """Put the answers into the browser's hands; without any, take the cookie away."""
    if not answers.count and not answers.undo:
        return forget(response)
    response.set_cookie(
        cookie_name(),
        sealed(answers),
        path=PATH,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return None


def forget(response: HttpResponse) -> None:
    """Tell the browser to delete the cookie."""
    response.delete_cookie(cookie_name(), path=PATH, samesite="Strict")
    response.cookies[cookie_name()]["secure"] = settings.HTTPS


def sealed(answers: Answers) -> str:
    return _fernet().encrypt(to_text(answers).encode()).decode()


def unsealed(text: str, *, today: date, lasts: timedelta = LASTS) -> Answers | None:
    """None for what is too long, too old, of another key or version, or tampered with."""
    if len(text) > LONGEST:
        return None
    try:
        plain = _fernet().decrypt(text.encode(), ttl=int(lasts.total_seconds())).decode()
    except (InvalidToken, ValueError):
        return None
    return from_text(plain, today=today)


def _fernet() -> MultiFernet:
    """With the site's own key first; older keys (SECRET_KEY_FALLBACKS) still open."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(one)) for one in secrets])


def _key(secret: str | bytes) -> bytes:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"trialfinder: my situation, 1")
    return base64.urlsafe_b64encode(derive.derive(force_bytes(secret)))
