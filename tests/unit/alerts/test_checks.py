"""Settings of mail that contradict each other are said at the start."""

import pytest
from pytest_django.fixtures import Settings

from trials.saved.alerts.checks import mail_is_set_wholly_or_not


@pytest.mark.parametrize(
    ("sender", "has_server", "warnings"),
    [("", False, 0), ("a@example.org", True, 0), ("a@example.org", False, 1), ("", True, 1)],
)
def test_both_or_neither(
    settings: Settings,
    sender: str,
    has_server: bool,
    warnings: int,
) -> None:
    settings.MAIL_FROM, settings.HAS_MAIL_SERVER = sender, has_server
    assert len(mail_is_set_wholly_or_not()) == warnings
