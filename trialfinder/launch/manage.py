"""`./run manage ...`: a management command, with the servers of the site."""

from collections.abc import Sequence

from trialfinder.launch.environment import Setup, process_environment
from trialfinder.launch.foreground import foreground
from trialfinder.launch.packages import SITE, ready_python
from trialfinder.launch.servers import shared_or_own
from trialfinder.launch.state import open_state


def manage(setup: Setup, arguments: Sequence[str]) -> int:
    """The command's exit code. Standard output is the command's alone."""
    open_state(setup.state)
    python = ready_python(setup.project, setup.state, SITE, environ=setup.variables)
    doing = f"manage {arguments[0]}" if arguments else "manage"
    with shared_or_own(setup, python, doing=doing) as servers:
        return foreground(
            [python, "manage.py", *arguments],
            environ=process_environment(setup, servers, python=python),
            folder=setup.project,
            keeps_interrupts=True,
        )
