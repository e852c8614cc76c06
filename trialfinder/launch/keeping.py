"""`./run backup` and `./run restore`: management commands on files named from where one stands."""

import os
from collections.abc import Callable, Sequence

from trialfinder.launch.environment import Setup
from trialfinder.launch.manage import manage

# The folder that `./run` was called from; the script itself goes to the project's.
CALLED_FROM = "CALLED_FROM"


def keeping(name: str) -> Callable[[Setup, Sequence[str]], int]:
    """A management command whose arguments are files and options."""

    def run(setup: Setup, arguments: Sequence[str]) -> int:
        folder = called_from(setup)
        return manage(setup, [name, *(absolute(each, folder) for each in arguments)])

    return run


def called_from(setup: Setup) -> str:
    return setup.variables.get(CALLED_FROM) or str(setup.project)


def absolute(argument: str, folder: str) -> str:
    return argument if argument.startswith("-") else os.path.join(folder, argument)  # noqa: PTH118
