"""`./run soak`: the site, its readers, a registry with faults, and everything killed by chance."""

# ruff: noqa: T201 -- a command talks by printing

import argparse
import random
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from tests.faults.catalogue import catalogue
from tests.faults.preparing import make_tables
from tests.faults.running import Site, named, rows, session
from tests.faults.servers import own_postgres, own_valkey
from tests.faults.waiting import wait_until
from tests.records import all_examples
from tests.soak.disturbances import Disturbances
from tests.soak.faults_met import faults_met, met_in_words
from tests.soak.memory import Memory
from tests.soak.readers import Log, Reader
from tests.soak.trouble import Trouble
from tests.stand_in import StandIn
from tests.stand_in.release import nct_id_of
from trialfinder.launch.tests import temporary_folder

READERS = 2
UNLIMITED = {"API_RATE": "100000/m", "EXPORT_RATE": "100000/m"}
ROUND = 6.0  # seconds between one trouble and the next, at most
SAMPLE = 20.0  # seconds between one look at the memory and the next
ERROR = re.compile(r"[\w.]+(Error|Exception|Shutdown|Refused)\b")
STATES = "SELECT kind || ' ' || state, count(*) FROM trials_syncrun GROUP BY 1 ORDER BY 1"
STILL_RUNNING = "SELECT count(*) FROM trials_syncrun WHERE state = 'running'"
COMPARED = ("studies", "sites", "readings", "edition")


def main() -> int:
    options = parser().parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1_000_000)
    print(f"Soaking for {options.hours} hours with --seed {seed}", flush=True)
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder())
        if options.logs:
            stack.callback(keep_logs, folder / "logs", options.logs)
        postgres = stack.enter_context(own_postgres(folder))
        redis = stack.enter_context(own_valkey(folder))
        stand_in = stack.enter_context(StandIn(all_examples()))
        stand_in.slow_seconds = 2
        stand_in.largest_page = 10
        site = Site(postgres.url, redis.url, stand_in.base_url, folder, more=UNLIMITED)
        stack.callback(site.kill_all)
        stack.callback(stand_in.hurry)
        make_tables(postgres.url, folder)
        with session(named(postgres.url, "postgres")) as cursor:
            cursor.execute("CREATE DATABASE expected TEMPLATE trialfinder")
        away, log = Disturbances(), Log()
        trouble = Trouble(site, stand_in, postgres, redis, chance=random.Random(seed), away=away)
        return soak(site, stand_in, trouble, log, hours=options.hours, seed=seed)


def soak(
    site: Site, stand_in: StandIn, trouble: Trouble, log: Log, *, hours: float, seed: int
) -> int:
    assert site.manage("sync_studies").returncode == 0
    for name in ("web", "worker", "beat"):
        site.start(name)
    ids = [nct_id_of(record) for record in stand_in.records]
    stop = Event()
    readers = [
        Reader(site, ids, seed=f"{seed}-{number}", log=log, away=trouble.away, stop=stop)
        for number in range(READERS)
    ]
    for reader in readers:
        reader.start()
    stop.wait(10)
    make_trouble(trouble, seconds=hours * 1800, stop=stop)
    trouble.spares_site = True
    memory = Memory()
    make_trouble(trouble, seconds=hours * 1800, stop=stop, memory=memory)
    calm_down(trouble)
    memory.take(site)
    stop.set()
    for reader in readers:
        reader.join()
    different = differences(site, stand_in)
    return report(site, trouble, log, memory=memory, different=different)


def make_trouble(
    trouble: Trouble, *, seconds: float, stop: Event, memory: Memory | None = None
) -> None:
    """One after the other; now and then a look at the memory, where there is somewhere to note."""
    until, sample = time.monotonic() + seconds, 0.0
    while time.monotonic() < until:
        if memory and time.monotonic() > sample:
            memory.take(trouble.site)
            sample = time.monotonic() + SAMPLE
        trouble.happen()
        trouble.keep_running()
        stop.wait(ROUND * trouble.chance.random())


def calm_down(trouble: Trouble) -> None:
    """No more trouble; one more day, and the sync of it must be published."""
    site, stand_in = trouble.site, trouble.stand_in
    stand_in.faults.clear()
    stand_in.hurry()
    trouble.days.move_on_whole()
    stamp = stand_in.data_timestamp
    done = f"SELECT count(*) FROM trials_edition WHERE data_timestamp = '{stamp}Z'"  # noqa: S608
    site.ask("sync_studies")
    for sql, count, what in (
        (done, 1, "the last sync is published"),
        (STILL_RUNNING, 0, "no sync is running"),
    ):
        wait_until(kept(trouble, sql, count), what, seconds=300, log=lambda: site.log("worker"))


def kept(trouble: Trouble, sql: str, count: int) -> Callable[[], bool]:
    """Whether the database counts so; meanwhile the processes are kept running."""

    def is_so() -> bool:
        trouble.keep_running()
        return trouble.site.rows(sql) == [(count,)]

    return is_so


def differences(site: Site, stand_in: StandIn) -> list[str]:
    """Parts of the catalogue that are not as after one undisturbed sync of the same registry."""
    database = named(site.database, "expected")
    undisturbed = Site(database, site.redis, stand_in.base_url, site.folder)
    done = undisturbed.manage("sync_studies")
    assert done.returncode == 0, done.stderr
    expected, found = catalogue(database), catalogue(site.database)
    return [name for name in COMPARED if expected[name] != found[name]]


def report(site: Site, trouble: Trouble, log: Log, *, memory: Memory, different: list[str]) -> int:
    print(f"\nWhat happened: {in_words(trouble.done)}")
    print(f"The registry's faults met: {met_in_words(faults_met(trouble.stand_in.requests))}")
    print(f"Answers: {in_words(log.answers)}; slowest {log.slowest[0]:.1f} s ({log.slowest[1]})")
    print(f"Syncs: {in_words(Counter(dict(rows(site.database, STATES))))}")
    print("\n".join(memory.in_words()))
    print(f"Memory that grows: {', '.join(memory.grows()) or 'none'}")
    print(f"Catalogue: {'differs in ' + ', '.join(different) if different else 'as expected'}")
    print(f"Errors in the log of web: {in_words(errors_in(site.log('web')))}")
    print(f"Errors that nothing explains: {len(log.faults)}")
    for fault in log.faults[:20]:
        print(f"  {fault}")
    return 1 if different or log.faults or memory.grows() else 0


def keep_logs(logs: Path, target: Path) -> None:
    shutil.copytree(logs, target, dirs_exist_ok=True)


def errors_in(log: str) -> Counter[str]:
    """The last lines of tracebacks, and how often each stands there."""
    return Counter(line[:120] for line in log.splitlines() if ERROR.match(line))


def in_words(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


def parser() -> argparse.ArgumentParser:
    reader = argparse.ArgumentParser(prog="./run soak", description=__doc__)
    reader.add_argument("--hours", type=float, default=1.0, help="how long (1.0)")
    reader.add_argument("--seed", type=int, default=None, help="to have the same troubles again")
    reader.add_argument("--logs", type=Path, metavar="FOLDER", help="where to keep the logs")
    return reader


if __name__ == "__main__":
    sys.exit(main())
