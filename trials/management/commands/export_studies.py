"""Write a list of studies to a file, for cron."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from trials.exports.about import ignored_in_words
from trials.exports.file import File, Format, file_of
from trials.exports.order import Order, read_order
from trials.models import Edition


class Command(BaseCommand):
    help = (
        "Write the studies of a search to a file. --query is what stands behind the '?' of a "
        "search's address, with columns=... and rows=site as on the page /export/."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=list(Format), default=Format.CSV)
        parser.add_argument("--query", default="", help='such as "status=RECRUITING&country=US"')
        parser.add_argument("-o", "--output", default="-", help="a file; '-' is the output")

    def handle(self, **options: Any) -> None:
        order = self._order(options["query"])
        file = file_of(order, Format(options["format"]), Edition.current(), now=timezone.now())
        if options["output"] == "-":
            for part in file.parts:
                sys.stdout.buffer.write(part)
            return
        written = _write(file, Path(options["output"]))
        if options["verbosity"]:
            self.stdout.write(f"{order.in_words()}: {written:,} bytes in {options['output']}")

    def _order(self, query: str) -> Order:
        """What a page would ignore and name is an error here: nobody reads a cron job's page."""
        order = read_order(parse_qs(query.removeprefix("?"), keep_blank_values=False))
        if order.ignored:
            raise CommandError("; ".join(ignored_in_words(one) for one in order.ignored))
        return order


def _write(file: File, target: Path) -> int:
    """Bytes written. The target is replaced when all is written, never left half done."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with unfinished.open("wb") as output:
            written = sum(output.write(part) for part in file.parts)
        unfinished.replace(target)
    except OSError as error:
        raise CommandError(f"{target} can't be written: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return written
