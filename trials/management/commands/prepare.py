"""Everything between a fresh database and a site that can be opened. Safe to repeat."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from trials.places import load_gazetteer
from trials.sync.prepare import make_tables
from trials.sync.starter import load_starter_studies


class Command(BaseCommand):
    help = "Migrate, collect static files, load the gazetteer and the starter catalogue."

    def handle(self, **options: Any) -> None:
        verbosity = options["verbosity"]
        make_tables()
        call_command("collectstatic", interactive=False, verbosity=0)
        places = load_gazetteer()
        starters = load_starter_studies(now=timezone.now())
        if verbosity:
            self.stdout.write(f"Ready: {places} places, {starters} starter studies loaded.")
