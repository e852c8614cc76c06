"""The stand-in registry by hand: python -m tests.stand_in --help"""

# ruff: noqa: T201 -- a command talks by printing

import argparse
import signal
import sys
from pathlib import Path
from threading import Event

from tests.records import all_examples
from tests.stand_in import Fault, Request, StandIn, read_folders
from tests.stand_in.log import Log
from tests.stand_in.release import FIRST_TIMESTAMP

FAULT_NAMES = ", ".join(Fault)
EPILOG = f"""faults: {FAULT_NAMES}

examples:
  python -m tests.stand_in --examples
  python -m tests.stand_in --records ../shared/registry/records --records ../shared/registry/als
  python -m tests.stand_in --examples --fault server-error:2 --fault broken-id:all

Then: CTGOV_BASE_URL=http://127.0.0.1:8090/api/v2 ./run manage sync_studies
Each request is printed as it comes. Ctrl-C stops."""


def parser() -> argparse.ArgumentParser:
    reader = argparse.ArgumentParser(
        prog="python -m tests.stand_in",
        description="A local registry that answers like the ClinicalTrials.gov API v2.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = reader.add_argument
    add(
        "--records",
        metavar="DIR",
        type=_folder,
        action="append",
        default=[],
        help="a folder of *.json study records; may be given more than once",
    )
    add("--examples", action="store_true", help="add the studies that the tests build themselves")
    add("--port", type=int, default=8090, help="8090 unless told; 0 takes a free one")
    add(
        "--fault",
        metavar="NAME[:COUNT]",
        type=_fault,
        action="append",
        default=[],
        help="play a fault for the next COUNT requests that can have it (1 unless told, or 'all')",
    )
    add("--data-timestamp", default=FIRST_TIMESTAMP, help="what /version says (%(default)s)")
    add("--matching", action="store_true", help="match the words of query.* too, naively")
    add("--slow-seconds", type=float, default=30.0, help="how late the fault 'slow' is")
    return reader


def main() -> None:
    options = parser().parse_args()
    registry = StandIn(
        _records(options),
        port=options.port,
        data_timestamp=options.data_timestamp,
        matching=options.matching,
        log=PrintedLog(),
    )
    registry.slow_seconds = options.slow_seconds
    for fault, times in options.fault:
        registry.faults.add(fault, times=times)
    _serve(registry)


def _serve(registry: StandIn) -> None:
    ended = Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, lambda *_: ended.set())
    with registry:
        print(f"{registry.base_url} answers with {len(registry.records)} studies.", flush=True)
        ended.wait()


def _records(options: argparse.Namespace) -> list[dict[str, object]]:
    records = read_folders(options.records)
    if options.examples:
        records += all_examples()
    return records


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return Path(text)


def _fault(text: str) -> tuple[Fault, int | None]:
    name, _, count = text.partition(":")
    if name not in list(Fault):
        raise argparse.ArgumentTypeError(f"there is no fault {name!r}; there are: {FAULT_NAMES}")
    if count not in ("", "all") and not count.isdecimal():
        raise argparse.ArgumentTypeError(f"{count!r} is no count: use a number or 'all'")
    return Fault(name), None if count == "all" else int(count or 1)


class PrintedLog(Log):
    """Says each request as it comes."""

    def note(self, request: Request) -> None:
        super().note(request)
        faults = f" [{', '.join(sorted(request.faults))}]" if request.faults else ""
        query = " ".join(f"{name}={value}" for name, value in request.params.items())
        print(f"{request.status} {request.path} {query}{faults}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
