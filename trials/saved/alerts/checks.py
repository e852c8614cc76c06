"""Settings of mail that contradict each other, said when the site starts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks

HALF_SET = checks.Warning(
    "Only one of EMAIL_URL and MAIL_FROM is set, so that no mail can be sent.",
    hint="Set both for alerts by mail, or neither.",
    id="trials.W001",
)


@checks.register()
def mail_is_set_wholly_or_not(**_: Any) -> list[checks.CheckMessage]:
    """A server without a sender, or a sender without a server, sends nothing."""
    return [HALF_SET] if bool(settings.MAIL_FROM) != settings.HAS_MAIL_SERVER else []
