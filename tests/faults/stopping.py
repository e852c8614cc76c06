"""Stopping a worker at a known point: another session holds what its next statement needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.faults.running import Site, session
from tests.faults.waiting import wait_until

WAITS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""
WAITS_FOR = """
    SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'trials_{}'::regclass"""

# As when its machine dies: what the worker had asked for last is not done after its death.
ENDED = WAITS.replace("count(*)", "pg_terminate_backend(pid)")


@contextmanager
def locked(site: Site, sql: str) -> Iterator[None]:
    with session(site.database) as cursor:
        cursor.execute(f"BEGIN; {sql}")
        yield
        cursor.execute("ROLLBACK")


def exclusive(table: str) -> str:
    """Keeps everybody from writing the table; reading goes on."""
    return f"LOCK TABLE trials_{table} IN EXCLUSIVE MODE"


def wait_for_table(site: Site, table: str) -> None:
    sql = WAITS_FOR.format(table)
    wait_until(lambda: site.rows(sql) == [(1,)], f"the worker wants to write {table}")
