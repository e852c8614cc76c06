"""`./run score` and its like: a module of the tests, run with the test requirements."""

from collections.abc import Callable, Sequence

from trialfinder.launch.environment import Setup
from trialfinder.launch.foreground import foreground
from trialfinder.launch.packages import TESTS, ready_python
from trialfinder.launch.state import open_state


def module(name: str) -> Callable[[Setup, Sequence[str]], int]:
    """A command that runs a module without any server."""

    def run(setup: Setup, arguments: Sequence[str]) -> int:
        open_state(setup.state)
        python = ready_python(setup.project, setup.state, TESTS, environ=setup.variables)
        return foreground(
            [python, "-m", name, *arguments],
            environ=setup.variables,
            folder=setup.project,
            keeps_interrupts=True,
        )

    return run
