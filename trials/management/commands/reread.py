"""Read every stored record again by today's rules, without the network."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from trials import tasks
from trials.models import Study
from trials.sync.replay import outdated_ids, replay


class Command(BaseCommand):
    help = "Read again the studies that other rules read (--all: every study)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those read by today's rules")
        parser.add_argument(
            "--background", action="store_true", help="spread the work over the Celery workers"
        )

    def handle(self, **options: Any) -> None:
        if options["background"]:
            tasks.reread_outdated.delay()
            self.stdout.write("The workers were asked.")
            return
        ids = list(Study.objects.values_list("pk", flat=True)) if options["all"] else outdated_ids()
        done = replay(ids, now=timezone.now())
        self.stdout.write(f"{done} studies read again.")
        if done < len(ids):
            self.stderr.write(
                f"{len(ids) - done} could not be: their stored records are damaged. "
                "The next full sync fetches them again."
            )
