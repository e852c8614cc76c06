"""`./run score` and its like: a module of the tests, run with the test requirements."""

from collections.abc import Callable, Sequence

from trialfinder.launch.environment import Setup
from trialfinder.launch.foreground import foreground
from trialfinder.launch.keeping import absolute, called_from
from trialfinder.launch.packages import TESTS, ready_python
from trialfinder.launch.state import open_state

Named = Callable[[Sequence[str], str], list[str]]
"""Gives the arguments back with what names a file made absolute, from a folder."""


def words(arguments: Sequence[str], folder: str) -> list[str]:
    """Every argument that is no option names a file."""
    return [absolute(each, folder) for each in arguments]


def values_of(option: str) -> Named:
    """Only what follows this option names a file; like argparse, it may be cut short."""

    def named(arguments: Sequence[str], folder: str) -> list[str]:
        made, is_file = [], False
        for each in arguments:
            name, sign, value = each.partition("=")
            is_asked = len(name) > len("--") and option.startswith(name)
            if is_asked and sign:
                made.append(f"{name}={absolute(value, folder)}")
            else:
                made.append(absolute(each, folder) if is_file else each)
            is_file = is_asked and not sign
        return made

    return named


def module(name: str, *, files: Named) -> Callable[[Setup, Sequence[str]], int]:
    """A command that runs a module without any server."""

    def run(setup: Setup, arguments: Sequence[str]) -> int:
        open_state(setup.state)
        python = ready_python(setup.project, setup.state, TESTS, environ=setup.variables)
        return foreground(
            [python, "-m", name, *files(arguments, called_from(setup))],
            environ=setup.variables,
            folder=setup.project,
            keeps_interrupts=True,
        )

    return run
