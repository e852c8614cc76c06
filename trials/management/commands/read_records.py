"""Read record files and print what they mean. Touches no database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from trials.management.reading_words import as_json, as_text
from trials.management.record_files import Unread, records_in
from trials.reading.study_reading import read_study
from trials.records import StudyRecord


class Command(BaseCommand):
    help = "Read record files or folders (the registry's v2 JSON) and print what they mean."
    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's own name)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--json", action="store_true", help="one JSON line for each study")
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            default=None,
            help="the day for which signals are read (YYYY-MM-DD)",
        )

    def handle(self, **options: Any) -> None:
        today = options["today"] or date.today()  # noqa: DTZ011 (the operator's own day)
        unread = 0
        for one in records_in(options["paths"]):
            if isinstance(one, Unread):
                unread += 1
                self.stderr.write(f"{one.path}: could not be read: {one.reason}")
            else:
                self.stdout.write(_told(one, today, as_line=options["json"]))
        if unread:
            sys.exit(1)


def _told(record: StudyRecord, today: date, *, as_line: bool) -> str:
    words = as_json(record, read_study(record), today=today)
    return json.dumps(words, ensure_ascii=False) if as_line else as_text(words)
