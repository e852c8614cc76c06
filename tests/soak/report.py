"""The soak's last words, and whether it was well."""

# ruff: noqa: T201 -- a command talks by printing

import re
from collections import Counter
from dataclasses import dataclass

from tests.faults.running import rows
from tests.soak.faults_met import faults_met, met_in_words
from tests.soak.memory import Memory
from tests.soak.people import People
from tests.soak.trouble import Trouble

UNBROKEN = "no chain is broken, and each sync counts what it left"
MOST = 20  # lines of one kind
ERROR = re.compile(r"[\w.]+(Error|Exception|Shutdown|Refused)\b")
STATES = "SELECT kind || ' ' || state, count(*) FROM trials_syncrun GROUP BY 1 ORDER BY 1"
CHANGES = "SELECT count(*) FROM trials_change"


@dataclass(frozen=True)
class Findings:
    """`different`: parts of the catalogue; `lost`: what people wrote; `untold`: what changed."""

    different: list[str]
    lost: list[str]
    untold: list[str]


def report(trouble: Trouble, people: People, memory: Memory, findings: Findings) -> int:
    """Print all of it; 1 where something is wrong, else 0."""
    site, log = trouble.site, people.around.log
    changes = rows(site.database, CHANGES)[0][0]
    print(f"\nWhat happened: {in_words(trouble.done)}")
    print(f"The registry's faults met: {met_in_words(faults_met(trouble.stand_in.requests))}")
    print(f"Answers: {in_words(log.answers)}; slowest {log.slowest[0]:.1f} s ({log.slowest[1]})")
    print(f"Syncs: {in_words(Counter(dict(rows(site.database, STATES))))}")
    print("\n".join(memory.in_words()))
    print(f"Memory that grows: {', '.join(memory.grows()) or 'none'}")
    print(f"Catalogue: {verdict('differs in', findings.different, 'as expected')}")
    print(f"Kept by people: {people.in_words()}")
    print(f"  {verdict('NOT AS ANSWERED:', findings.lost, 'all as it was answered')}")
    print(f"What changed: {changes} changes, of each field one from the other to what it says now")
    print(f"  {verdict('BROKEN:', findings.untold, UNBROKEN)}")
    print(f"Errors in the log of web: {in_words(errors_in(site.log('web')))}")
    print(f"Errors that nothing explains: {len(log.faults)}")
    for fault in log.faults[:MOST]:
        print(f"  {fault}")
    is_well = not (findings.different or findings.lost or findings.untold)
    return 0 if is_well and not log.faults and not memory.grows() else 1


def verdict(wrong: str, found: list[str], well: str) -> str:
    """How many and the first of them, or that all is well."""
    return "\n    ".join([f"{wrong} {len(found)}", *found[:MOST]]) if found else well


def errors_in(log: str) -> Counter[str]:
    """The last lines of tracebacks, and how often each stands there."""
    return Counter(line[:120] for line in log.splitlines() if ERROR.match(line))


def in_words(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
