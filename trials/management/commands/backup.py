"""Write what can't be fetched again to one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from trials.management.backup.errors import BackupRefused
from trials.management.backup.writing import back_up

NOT_INSIDE = (
    "Not inside: the secret key, which opens private lists and the links in mails. "
    "Keep a copy of it, apart from this file (docs/operations.md)."
)


class Command(BaseCommand):
    help = "Write a backup to a new FILE, or into a FOLDER. It holds mail addresses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", type=Path, metavar="FILE|FOLDER")

    def handle(self, **options: Any) -> None:
        try:
            path, contents = back_up(options["target"], now=timezone.now())
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        rows = sum(part.rows for part in contents.parts)
        self.stdout.write(f"{path}: {rows:,} rows, {path.stat().st_size:,} bytes.\n{NOT_INSIDE}")
