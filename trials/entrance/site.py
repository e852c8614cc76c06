"""The admin, open only to those who have shown a second factor in this session."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.http import urlencode

from trials.entrance.lockout import locked_page
from trials.entrance.second_factor import second_factor, waits_for_second_factor
from trials.exports.rates import Pace

View = Callable[..., HttpResponseBase]


class CuratorsSite(AdminSite):
    """A session ends 12 hours after its last page (SESSION_COOKIE_AGE)."""

    site_header = site_title = "ALS Stem Cell Trial Finder"
    index_title = "Curators"

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and request.user.is_verified()  # type: ignore[union-attr]

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]
        """Every page of the admin goes through here; each begins the session's 12 hours anew."""

        def prolonging(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
            request.session.modified = True
            return view(request, *args, **values)

        return super().admin_view(prolonging, cacheable)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [path("second-factor/", second_factor, name="second_factor"), *super().get_urls()]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's own page for the password; then on to the second factor."""
        if waits_for_second_factor(request):
            wanted = urlencode({"next": request.GET.get("next", "")})
            return HttpResponseRedirect(f"{reverse('admin:second_factor')}?{wanted}")
        pace = Pace("signin")
        if request.method == "POST" and not pace.allow_request(request):
            return locked_page(max(1, math.ceil(pace.wait() or 1)))
        return super().login(request, extra_context)
