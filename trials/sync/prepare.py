"""Making a database ready for studies. Safe to repeat."""

from django.core.management import call_command
from django.db import connection

from trials.models import Gazetteer, Study
from trials.places import load_gazetteer


def make_tables() -> None:
    """Apply every migration that is missing."""
    call_command("migrate", interactive=False, verbosity=0)


def make_ready_if_bare() -> None:
    """Tables for a database without any, and the gazetteer where it was never loaded.

    A database that has tables is left alone: its migrations are the operator's to run.
    """
    if Study._meta.db_table not in connection.introspection.table_names():
        make_tables()
    if not Gazetteer.objects.exists():
        load_gazetteer()
