"""A study as the site finds it: what the registry states, in columns to search by."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from trials.reading.scope import Scope

LONG_TEXTS = (
    "starter_facts",
    "official_title",
    "search_names",
    "search_subject",
    "search_summary",
    "search_detail",
    "search_vector",
)


class StudyQuerySet(models.QuerySet["Study"]):
    """Studies in the field's verbs."""

    def fetched(self) -> Self:
        """Those that stand on a record of the registry, not on starter facts."""
        return self.filter(snapshot__isnull=False)

    def starters(self) -> Self:
        """Those known only by the facts that the project ships."""
        return self.filter(snapshot__isnull=True)

    def still_listed(self) -> Self:
        """Those in the registry's last complete answer, and the starter facts."""
        return self.filter(delisted_at__isnull=True)

    def recruiting_now(self) -> Self:
        """Listed ALS stem-cell studies whose record says RECRUITING, starter facts apart."""
        return self.fetched().still_listed().filter(scope=Scope.LISTED, overall_status="RECRUITING")


class Study(models.Model):
    """One study. The whole record is in its snapshot; these columns are for finding.

    A starter study has no snapshot but ``starter_facts`` and ``as_of``; a record of
    the registry replaces it. ``delisted_at`` says since when the registry's answer
    no longer has it; the row stays. ``site_places``: the countries and states of its
    sites, each once ("US", "US-MA"), so that counting them reads no site.
    """

    nct_id = models.CharField(max_length=11, unique=True)
    nct_id_aliases = ArrayField(models.CharField(max_length=11), default=list, blank=True)
    snapshot = models.ForeignKey("trials.Snapshot", models.PROTECT, null=True, related_name="+")
    starter_facts = models.JSONField(null=True)
    as_of = models.CharField(max_length=10, blank=True, default="")

    brief_title = models.TextField(default="")
    official_title = models.TextField(default="")
    acronym = models.TextField(default="")
    overall_status = models.CharField(max_length=40, default="")
    last_known_status = models.CharField(max_length=40, default="")
    study_type = models.CharField(max_length=40, default="")
    phases = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    lead_sponsor = models.TextField(default="")
    has_results = models.BooleanField(default=False)
    status_verified_date = models.CharField(max_length=10, default="")
    start_date = models.CharField(max_length=10, default="")
    primary_completion_date = models.CharField(max_length=10, default="")
    last_update_post_date = models.DateField(null=True)
    site_places = ArrayField(models.CharField(max_length=9), default=list, blank=True)

    scope = models.CharField(max_length=10, choices=[(s, s) for s in Scope], default=Scope.UNCLEAR)
    search_names = models.TextField(default="")
    search_subject = models.TextField(default="")
    search_summary = models.TextField(default="")
    search_detail = models.TextField(default="")
    search_vector = models.GeneratedField(
        expression=SearchVector("search_names", weight="A", config="english")
        + SearchVector("search_subject", weight="B", config="english")
        + SearchVector("search_summary", weight="C", config="english")
        + SearchVector("search_detail", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    first_seen_at = models.DateTimeField()
    last_changed_at = models.DateTimeField()
    delisted_at = models.DateTimeField(null=True)

    objects = StudyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "studies"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(nct_id__regex=r"^NCT\d{8}$"), name="study_nct_id_form"
            ),
            models.CheckConstraint(
                condition=models.Q(snapshot__isnull=False) | models.Q(starter_facts__isnull=False),
                name="study_stands_on_a_record_or_on_facts",
            ),
            models.CheckConstraint(
                condition=models.Q(snapshot__isnull=False) | models.Q(delisted_at__isnull=True),
                name="study_starter_is_never_delisted",
            ),
        )
        indexes = (
            GinIndex(fields=["search_vector"], name="study_search_vector"),
            GinIndex(fields=["phases"], name="study_phases"),
            GinIndex(fields=["nct_id_aliases"], name="study_aliases"),
            models.Index(fields=["scope", "overall_status"], name="study_scope_status"),
            models.Index(fields=["last_update_post_date"], name="study_last_update"),
        )

    def __str__(self) -> str:
        return f"{self.nct_id} {self.brief_title}"

    @property
    def is_starter(self) -> bool:
        return self.snapshot_id is None
