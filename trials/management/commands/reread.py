"""Read every stored record again by today's rules, without the network."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerAway

from trials import tasks
from trials.sync.replay import all_ids, outdated_ids, replay


class Command(BaseCommand):
    help = "Read again the studies that other rules read (--all: every study)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those read by today's rules")
        parser.add_argument(
            "--background", action="store_true", help="spread the work over the Celery workers"
        )

    def handle(self, **options: Any) -> None:
        if options["background"]:
            self._ask(is_all=options["all"])
            return
        ids = all_ids() if options["all"] else outdated_ids()
        done = replay(ids, now=timezone.now())
        self.stdout.write(f"{done} studies read again.")
        if done < len(ids):
            self.stderr.write(
                f"{len(ids) - done} could not be: their stored records are damaged. "
                "The next full sync fetches them again."
            )

    def _ask(self, *, is_all: bool) -> None:
        try:
            tasks.ask_for_reread(is_all=is_all)
        except BrokerAway as error:
            raise CommandError(f"The workers could not be asked: {error}") from error
        which = "every study" if is_all else "what other rules read"
        self.stdout.write(f"The workers were asked to read {which} again.")
