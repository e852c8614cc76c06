"""What a web process counts, and how the counts of all of them on a machine come together.

Each process writes to files of its own in ``PROMETHEUS_MULTIPROC_DIR`` (the library's name);
without that variable a process counts for itself alone. No label holds an address, an id or
anything that was typed: routes have the names of urls.py.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)
FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def _drop_unusable_folder() -> None:
    """A folder that can't be written to costs the counts of the others, never an answer."""
    folder = os.environ.get(FOLDER)
    try:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.warning("%s can't be used (%s): each process counts for itself", FOLDER, error.strerror)
    if not folder or not os.access(folder, os.W_OK):
        os.environ.pop(FOLDER, None)


_drop_unusable_folder()  # the library looks at the variable when it is imported

from prometheus_client import CollectorRegistry, Counter, Histogram  # noqa: E402
from prometheus_client.multiprocess import MultiProcessCollector  # noqa: E402

OWN = CollectorRegistry()
REQUESTS = Counter(
    "trialfinder_requests",
    "Answered requests, by the route's name, the method and the status.",
    ("route", "method", "status"),
    registry=OWN,
)
SECONDS = Histogram(
    "trialfinder_request_seconds",
    "Time until an answer began, in seconds.",
    ("route",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=OWN,
)
PAGES = Counter(
    "trialfinder_pages",
    "Public pages: made anew, kept, not_modified; without the database earlier or unreachable.",
    ("answer",),
    registry=OWN,
)


def count_page(answer: str) -> None:
    """Count a public page by how it was answered: the words in the help of PAGES."""
    PAGES.labels(answer).inc()


def all_processes() -> CollectorRegistry:
    """The counts of every web process of this machine, as they stand now."""
    if FOLDER not in os.environ:
        return OWN
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return together
