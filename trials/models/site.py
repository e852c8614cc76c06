"""One place of one study."""

from django.db import models


class Site(models.Model):
    """``locations[position]`` of the study's record, in columns to search by.

    ``status`` is the site's own, never merged with the study's; "" where the record
    has none. ``is_approximate``: the point is the gazetteer's for the city, since
    the record has none; latitude and longitude are both None where neither knows.
    """

    study = models.ForeignKey("trials.Study", models.CASCADE, related_name="sites")
    position = models.PositiveSmallIntegerField()
    facility = models.TextField(default="")
    status = models.CharField(max_length=40, default="")
    city = models.TextField(default="")
    state = models.TextField(default="")
    state_code = models.CharField(max_length=6, default="")
    zip = models.TextField(default="")
    country = models.TextField(default="")
    country_code = models.CharField(max_length=2, default="")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    is_approximate = models.BooleanField(default=False)

    class Meta:
        ordering = ("study_id", "position")
        constraints = (
            models.UniqueConstraint(fields=["study", "position"], name="site_position"),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="site_point_is_on_earth",
            ),
        )
        indexes = (
            models.Index(fields=["country_code", "state_code"], name="site_country_state"),
            models.Index(
                fields=["latitude", "longitude"],
                include=["study", "status"],
                name="site_point",
                condition=models.Q(latitude__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.facility, self.city, self.country) if part)
