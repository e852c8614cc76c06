"""`./run bench`: speed beside others, on servers and data that are thrown away afterwards."""

from collections.abc import Sequence
from dataclasses import replace

from trialfinder.launch.environment import Setup
from trialfinder.launch.foreground import foreground
from trialfinder.launch.packages import BENCH
from trialfinder.launch.servers import ADDRESSES
from trialfinder.launch.tests import throw_away


def bench(setup: Setup, arguments: Sequence[str]) -> int:
    """The module's exit code: 1 where a goal was missed.

    It empties tables, so it never takes a server that the user has named.
    """
    named = dict.fromkeys(ADDRESSES, "")
    own = replace(setup, variables={**setup.variables, **named, "ACCEPT_TEST_STUDIES": "true"})
    with throw_away(own, BENCH) as (python, environ):
        return foreground(
            (python, "-m", "benchmarks", *arguments),
            environ=environ,
            folder=setup.project,
            keeps_interrupts=True,
        )
