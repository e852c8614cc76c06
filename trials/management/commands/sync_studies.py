"""Bring the catalogue up to date from the registry."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerAway
from tqdm import tqdm

from trials import tasks
from trials.models import SyncRun
from trials.sync import run
from trials.sync.damage import empty_damaged
from trials.sync.lock import AlreadyRunning
from trials.sync.prepare import make_ready_if_bare
from trials.sync.registry_settings import registry_from_settings
from trials.sync.replay import read_healed

COUNTS = ("seen", "new", "changed", "unchanged", "set_aside", "left_out", "delisted")


class Command(BaseCommand):
    help = "Fetch all ALS cell studies from the registry and publish them (CTGOV_BASE_URL)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the run's counts as JSON")
        parser.add_argument("--light", action="store_true", help="only records updated lately")
        parser.add_argument(
            "--background", action="store_true", help="ask the Celery worker, don't wait"
        )

    def handle(self, **options: Any) -> None:
        if options["background"]:
            self._ask(is_light=options["light"])
            return
        make_ready_if_bare()
        if not options["light"]:
            empty_damaged(now=timezone.now())
        done = self._run(is_light=options["light"])
        read_healed(now=timezone.now())
        self._report(done, as_json=options["json"])
        if done.state != SyncRun.State.PUBLISHED:
            raise CommandError(done.message, returncode=1)

    def _ask(self, *, is_light: bool) -> None:
        try:
            tasks.ask_for_sync(is_light=is_light)
        except BrokerAway as error:
            raise CommandError(f"The worker could not be asked: {error}") from error
        self.stdout.write("The worker was asked for a sync.")

    def _run(self, *, is_light: bool) -> SyncRun:
        work = run.check_for_changes if is_light else run.sync_studies
        with tqdm(unit=" studies", desc="Fetching", disable=not sys.stderr.isatty()) as bar:

            def progress(seen: int, total: int | None) -> None:
                bar.total = total
                bar.update(seen - bar.n)

            try:
                return work(registry_from_settings(), clock=timezone.now, progress=progress)
            except AlreadyRunning as error:
                raise CommandError(str(error), returncode=75) from error

    def _report(self, done: SyncRun, *, as_json: bool) -> None:
        counts: dict[str, Any] = {name: getattr(done, name) for name in COUNTS}
        counts["published"] = done.state == SyncRun.State.PUBLISHED
        stamp = done.data_timestamp
        counts["data_timestamp"] = stamp.isoformat() if stamp else None
        if as_json:
            self.stdout.write(json.dumps(counts))
            return
        for name, value in counts.items():
            self.stdout.write(f"{name:>15}  {value}")
