"""Studies, as the site holds them."""

from django.contrib import admin

from trials.admin.read_only import ReadOnlyAdmin
from trials.models import Study


@admin.register(Study)
class StudyAdmin(ReadOnlyAdmin):
    """Find a study to correct; facts are the registry's and stay as they are."""

    list_display = ("nct_id", "brief_title", "overall_status", "scope", "delisted_at")
    list_filter = ("scope", "overall_status", "reading__role", "reading__condition")
    search_fields = ("nct_id", "brief_title", "official_title", "acronym")
    exclude = ("search_names", "search_subject", "search_summary", "search_detail")
