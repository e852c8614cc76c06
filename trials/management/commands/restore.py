"""Put a backup back: all of it, or nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from trials.management.backup.errors import BackupRefused
from trials.management.backup.reading import put_back
from trials.places import load_gazetteer


class Command(BaseCommand):
    help = "Put a backup back into an empty database, or with --replace over what it holds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--replace", action="store_true", help="give up everything that the database holds"
        )

    def handle(self, **options: Any) -> None:
        try:
            contents = put_back(options["file"], replace=options["replace"], now=timezone.now())
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        call_command("migrate", interactive=False, verbosity=0)  # permissions of what is new
        load_gazetteer()
        rows = sum(part.rows for part in contents.parts)
        self.stdout.write(f"{rows:,} rows are back, as of {contents.made_at:%Y-%m-%d %H:%M} UTC.")
