"""Sync runs and what they could not read; a button that asks for a run."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from trials import tasks
from trials.admin.read_only import ReadOnlyAdmin
from trials.models import SyncProblem, SyncRun


@admin.register(SyncRun)
class SyncRunAdmin(ReadOnlyAdmin):
    """Every run, how it ended and what to do."""

    list_display = ("started_at", "kind", "state", "seen", "new", "changed", "set_aside", "message")
    list_filter = ("state", "kind")
    ordering = ("-started_at",)
    change_list_template = "admin/sync_runs.html"

    def get_urls(self) -> list[URLPattern]:
        ask = self.admin_site.admin_view(require_POST(self.ask))
        return [path("ask/", ask, name="trials_syncrun_ask"), *super().get_urls()]

    def ask(self, request: HttpRequest) -> HttpResponse:
        """Ask the worker for a full sync."""
        tasks.sync_studies.delay()
        messages.success(request, "The worker was asked for a sync. Its run appears here.")
        return HttpResponseRedirect(reverse("admin:trials_syncrun_changelist"))


@admin.register(SyncProblem)
class SyncProblemAdmin(ReadOnlyAdmin):
    """What could not be read, with the record's id, the field and the reason."""

    list_display = ("nct_id", "field", "reason", "value", "is_fatal", "run")
    list_filter = ("is_fatal", "run")
    search_fields = ("nct_id", "field", "reason")
