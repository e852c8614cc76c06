"""Make the index that searches in large catalogues are answered by: docs/adr/0013."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trials.search import indexed

WITHOUT_FOLDER = "SEARCH_INDEX_FOLDER names no folder, so searches use no index: see .env.example."
WITHOUT_NUMPY = "The index needs NumPy: pip install numpy==2.4.6 (docs/operations.md)."
WHY_NOT = (
    "No index was made: today's data have one, another process is making one, or there are fewer "
    "studies than SEARCH_INDEX_FROM."
)


class Command(BaseCommand):
    help = "Make the search's index of today's data, where it is due (SEARCH_INDEX_FROM)."

    def handle(self, **_options: Any) -> None:
        if not settings.SEARCH_INDEX_FOLDER:
            raise CommandError(WITHOUT_FOLDER)
        if not indexed.has_numpy():
            raise CommandError(WITHOUT_NUMPY)
        self.stdout.write("The index was made." if indexed.make_if_due() else WHY_NOT)
