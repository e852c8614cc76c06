"""Sync runs, and a button that asks for one."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST
from kombu.exceptions import OperationalError

from trials import tasks
from trials.admin.read_only import ReadOnlyAdmin
from trials.models import SyncRun
from trials.sync.lock import is_interrupted

ASKED = "The worker was asked for a sync. Its run appears here."
RUNNING = "A sync is running since {began:%Y-%m-%d %H:%M} UTC; nothing was asked. It will do."
NO_BROKER = "The worker could not be asked: Redis does not answer. See /health/running."


@admin.register(SyncRun)
class SyncRunAdmin(ReadOnlyAdmin):
    """Every run, how it ended and what to do."""

    list_display = ("started_at", "kind", "state", "seen", "new", "changed", "aside", "message")
    list_filter = ("state", "kind")
    ordering = ("-pk",)  # a clock that was ahead would stay on top
    change_list_template = "admin/sync_list.html"

    def get_urls(self) -> list[URLPattern]:
        ask = self.admin_site.admin_view(require_POST(self.ask))
        return [path("ask/", ask, name="trials_syncrun_ask"), *super().get_urls()]

    @admin.display(description="set aside", ordering="set_aside")
    def aside(self, run: SyncRun) -> int | SafeString:
        """Their number; a link to what this run met."""
        if not run.set_aside:
            return 0
        address = reverse("admin:trials_syncproblem_changelist")
        return format_html('<a href="{}?run={}">{}</a>', address, run.pk, run.set_aside)

    def ask(self, request: HttpRequest) -> HttpResponse:
        """Ask the worker for a full sync, unless one is running."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        level, words = _asked()
        messages.add_message(request, level, words)
        return HttpResponseRedirect(reverse("admin:trials_syncrun_changelist"))


def _asked() -> tuple[int, str]:
    running = SyncRun.objects.filter(state=SyncRun.State.RUNNING).first()
    if running and not is_interrupted():
        return messages.WARNING, RUNNING.format(began=running.started_at)
    try:
        tasks.ask_for_sync()
    except OperationalError:
        return messages.ERROR, NO_BROKER
    return messages.SUCCESS, ASKED
