"""What could not be read: each thing once, with when it was seen first and last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Count, Exists, F, Max, Min, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from trials.admin.read_only import ReadOnlyAdmin
from trials.models import Study, SyncProblem, SyncRun

if TYPE_CHECKING:
    from datetime import datetime

    Lookups = list[tuple[str, str]]

SAME = ("nct_id", "field", "reason")


class Standing(admin.SimpleListFilter):
    """Whether the last full run met it too."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: object) -> Lookups:  # noqa: ARG002
        return [("still", "still there"), ("gone", "gone")]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Any],
    ) -> QuerySet[Any]:
        full = SyncRun.objects.filter(kind=SyncRun.Kind.FULL).exclude(seen=0)
        last = full.order_by("-started_at").first()
        if not last or self.value() not in ("still", "gone"):
            return queryset
        still = queryset.filter(last_seen__gte=last.started_at)
        return still if self.value() == "still" else queryset.exclude(pk__in=still.values("pk"))


@admin.register(SyncProblem)
class SyncProblemAdmin(ReadOnlyAdmin):
    """One line for each record, field and reason; the newest of the runs that met it."""

    list_display = ("record", "field", "reason", "value", "is_fatal", "first", "last", "runs")
    list_filter = (Standing, "is_fatal", "reason", "run__kind")
    search_fields = ("nct_id", "field", "reason")
    ordering = ("-is_fatal", "nct_id", "field")
    fields = ("nct_id", "field", "reason", "value", "is_fatal", "first", "last", "runs", "run")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        same = SyncProblem.objects.filter(**{name: OuterRef(name) for name in SAME})
        seen = same.order_by().values(*SAME)
        shown = Study.objects.filter(nct_id=OuterRef("nct_id")).values("pk")[:1]
        every: QuerySet[Any] = super().get_queryset(request)
        newest = every.filter(~Exists(same.filter(pk__gt=OuterRef("pk"))))
        found: QuerySet[Any] = newest.annotate(
            first_seen=Subquery(seen.annotate(at=Min("run__started_at")).values("at")),
            last_seen=Subquery(seen.annotate(at=Max("run__started_at")).values("at")),
            times=Subquery(seen.annotate(number=Count("run", distinct=True)).values("number")),
            shown_id=Subquery(shown),
        )
        return found

    @admin.display(description="record", ordering="nct_id")
    def record(self, problem: SyncProblem) -> str | SafeString:
        """The record's id; a link where the site holds the study, in its last good state."""
        shown = getattr(problem, "shown_id", None)
        if shown is None:
            return problem.nct_id or "without an id"
        address = reverse("admin:trials_study_change", args=[shown])
        return format_html('<a href="{}">{}</a>', address, problem.nct_id)

    @admin.display(description="first seen", ordering=F("first_seen"))
    def first(self, problem: SyncProblem) -> datetime:
        return problem.first_seen  # type: ignore[attr-defined, no-any-return]

    @admin.display(description="last seen", ordering=F("last_seen"))
    def last(self, problem: SyncProblem) -> datetime:
        return problem.last_seen  # type: ignore[attr-defined, no-any-return]

    @admin.display(description="runs", ordering=F("times"))
    def runs(self, problem: SyncProblem) -> int:
        return problem.times  # type: ignore[attr-defined, no-any-return]
