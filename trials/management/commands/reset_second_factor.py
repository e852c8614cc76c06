"""Takes a curator's second factor away and ends their sessions; they set up a new one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django_otp import devices_for_user


class Command(BaseCommand):
    help = "For a curator who lost phone and recovery codes: the next sign-in sets up a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *, username: str, **_options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no curator {username!r}.")
        devices = list(devices_for_user(user, confirmed=None))
        for device in devices:
            device.delete()
        ended = end_sessions(user)
        self.stdout.write(
            f"{username}: {len(devices)} devices removed, {ended} sessions ended. "
            "The next sign-in leads to setting up a new second factor; do it at once."
        )


def end_sessions(user: User) -> int:
    """Sign a curator out everywhere; how many sessions there were."""
    mine = [
        session
        for session in Session.objects.all()
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    for session in mine:
        session.delete()
    return len(mine)
