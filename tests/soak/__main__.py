"""`./run soak`: the site, its people, a registry with faults, and everything killed by chance."""

# ruff: noqa: T201 -- a command talks by printing

import argparse
import random
import shutil
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from tests.faults.preparing import make_tables
from tests.faults.running import Site, named, session
from tests.faults.servers import own_postgres, own_valkey
from tests.integration.alerts.mail_server import MailServer
from tests.records import all_examples
from tests.soak.answers import Around, Log
from tests.soak.chains import CHANGES, STUDIES, facts_now, first_facts, wrong_chains
from tests.soak.disturbances import Disturbances
from tests.soak.ending import calm_down, differences
from tests.soak.memory import Memory
from tests.soak.people import People
from tests.soak.readers import Reader
from tests.soak.report import Findings, report
from tests.soak.run_counts import COUNTS, wrong_counts
from tests.soak.trouble import Trouble
from tests.stand_in import StandIn
from tests.stand_in.release import nct_id_of
from trialfinder.launch.tests import temporary_folder

READERS = 2
RATES = ("API_RATE", "EXPORT_RATE", "WRITE_RATE", "FOLLOW_RATE")
UNLIMITED = dict.fromkeys(RATES, "100000/m")
ROUND = 6.0  # seconds between one trouble and the next, at most
SAMPLE = 20.0  # seconds between one look at the memory and the next


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
        mails = stack.enter_context(MailServer())
        stand_in = stack.enter_context(StandIn(all_examples()))
        stand_in.slow_seconds = 2
        stand_in.largest_page = 10
        by_mail = {"EMAIL_URL": f"smtp://127.0.0.1:{mails.port}", "MAIL_FROM": "us@example.org"}
        more = {**UNLIMITED, **by_mail}
        site = Site(postgres.url, redis.url, stand_in.base_url, folder, more=more)
        stack.callback(site.kill_all)
        stack.callback(stand_in.hurry)
        make_tables(postgres.url, folder)
        with session(named(postgres.url, "postgres")) as cursor:
            cursor.execute("CREATE DATABASE expected TEMPLATE trialfinder")
        away, chance = Disturbances(), random.Random(seed)
        trouble = Trouble(site, stand_in, postgres, redis, chance=chance, away=away)
        ids = tuple(nct_id_of(record) for record in stand_in.records)
        around = Around(site, ids, Log(), away, Event())
        people = People(around, mails, seed=seed, seconds=options.hours * 3600)
        return soak(trouble, people, hours=options.hours, seed=seed)


def soak(trouble: Trouble, people: People, *, hours: float, seed: int) -> int:
    site, around, stand_in = trouble.site, people.around, trouble.stand_in
    first = first_facts(stand_in.records)
    assert site.manage("sync_studies").returncode == 0
    for name in ("web", "worker", "beat"):
        site.start(name)
    readers = [Reader(around, seed=f"{seed}-{number}") for number in range(READERS)]
    people.begin()
    for reader in readers:
        reader.start()
    around.stop.wait(10)
    make_trouble(trouble, seconds=hours * 1800, stop=around.stop)
    trouble.spares_site = True
    memory = Memory()
    make_trouble(trouble, seconds=hours * 1800, stop=around.stop, memory=memory)
    calm_down(trouble)
    memory.take(site)
    around.stop.set()
    for reader in readers:
        reader.join()
    people.end()
    untold = wrong_chains(first, site.rows(CHANGES), facts_now(site.rows(STUDIES)))
    untold += wrong_counts(site.rows(COUNTS))
    findings = Findings(differences(site, stand_in), people.wrong(), untold)
    return report(trouble, people, memory, findings)


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


def keep_logs(logs: Path, target: Path) -> None:
    shutil.copytree(logs, target, dirs_exist_ok=True)


def parser() -> argparse.ArgumentParser:
    reader = argparse.ArgumentParser(prog="./run soak", description=__doc__)
    reader.add_argument("--hours", type=float, default=1.0, help="how long (1.0)")
    reader.add_argument("--seed", type=int, default=None, help="to have the same troubles again")
    reader.add_argument("--logs", type=Path, metavar="FOLDER", help="where to keep the logs")
    return reader


if __name__ == "__main__":
    sys.exit(main())
