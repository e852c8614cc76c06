"""What could not be read: each thing once, with its record and when it was seen first and last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, F, Max, Min, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from trials.admin.problem_filters import InField, MetIn, Standing, same_problems
from trials.admin.read_only import ReadOnlyAdmin
from trials.admin.shown_record import shown_record
from trials.models import Study, SyncProblem

if TYPE_CHECKING:
    from datetime import datetime

SAME = ("nct_id", "field", "reason")
AS_IT_CAME = "As it came; first met on {:%Y-%m-%d %H:%M} UTC."
AS_HELD = "The record that the site holds of this study now."
LONGEST_KEY = 19  # digits of a bigint; Python reads no number of more than 4,300
NONE_KEPT = "No record is kept."


@admin.register(SyncProblem)
class SyncProblemAdmin(ReadOnlyAdmin):
    """One line for each record, field and reason; the newest of the runs that met it."""

    list_display = ("record", "field", "reason", "value", "is_fatal", "first", "last", "runs")
    list_filter = (Standing, "is_fatal", MetIn, InField, "reason", "run__kind")
    search_fields = ("nct_id", "field", "reason")
    ordering = ("-run", "-is_fatal", "nct_id", "field")
    fields = ("record", *SAME[1:], "value", "is_fatal", "first", "last", "runs", "run", "sent")
    change_list_template = "admin/sync_list.html"
    change_form_template = "admin/sync_problem.html"

    def get_urls(self) -> list[URLPattern]:
        whole = self.admin_site.admin_view(self.whole)
        return [
            path("<path:object_id>/record/", whole, name="trials_syncproblem_record"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        later = same_problems().filter(pk__gt=OuterRef("pk"))
        return self._every(request).filter(~Exists(later))

    def get_object(
        self,
        request: HttpRequest,
        object_id: str,
        from_field: str | None = None,  # noqa: ARG002
    ) -> SyncProblem | None:
        """Also one that later runs met again: a page that is open stays."""
        if not object_id.isdecimal() or len(object_id) > LONGEST_KEY:
            return None
        found: SyncProblem | None = self._every(request).filter(pk=int(object_id)).first()
        return found

    def _every(self, request: HttpRequest) -> QuerySet[Any]:
        by_index = same_problems().filter(nct_id=OuterRef("nct_id"))  # for the lines of a page
        seen = by_index.order_by().values(*SAME)
        shown = Study.objects.filter(nct_id=OuterRef("nct_id")).values("pk")[:1]
        every: QuerySet[Any] = super().get_queryset(request)
        told: QuerySet[Any] = every.annotate(
            first_seen=Subquery(seen.annotate(at=Min("run__started_at")).values("at")),
            last_seen=Subquery(seen.annotate(at=Max("run__started_at")).values("at")),
            times=Subquery(seen.annotate(number=Count("run", distinct=True)).values("number")),
            shown_id=Subquery(shown),
        )
        return told

    @admin.display(description="study", ordering="nct_id")
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

    @admin.display(description="record")
    def sent(self, problem: SyncProblem) -> str | SafeString:
        """The record itself, and which one it is."""
        body, words = _record_of(problem)
        address = reverse("admin:trials_syncproblem_record", args=[problem.pk])
        return shown_record(body, words=words, address=address) if body else words

    def whole(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The record as a file. It may name people, as the registry does: for curators only."""
        problem = self.get_object(request, object_id)
        if not self.has_view_permission(request, problem):
            raise PermissionDenied
        body = _record_of(problem)[0] if problem else ""
        if not problem or not body:
            raise Http404
        answer = HttpResponse(body, content_type="application/json")
        name = f"record-{problem.pk}.json"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def _record_of(problem: SyncProblem) -> tuple[str, str]:
    """Its body and what to say of it; "" where none is kept."""
    if problem.set_aside:
        return problem.set_aside.body, AS_IT_CAME.format(problem.set_aside.received_at)
    study = Study.objects.filter(nct_id=problem.nct_id).select_related("snapshot").first()
    if study and study.snapshot and study.snapshot.body:
        return study.snapshot.body, AS_HELD
    return "", NONE_KEPT
