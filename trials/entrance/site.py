"""The admin, open only to those who have shown a second factor in this session."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.http import urlencode

from trials.entrance.lockout import locked_page
from trials.entrance.second_factor import second_factor, waits_for_second_factor
from trials.exports.rates import Pace

View = Callable[..., HttpResponseBase]


class CuratorsSite(AdminSite):
    """A session ends 12 hours after its last page (SESSION_COOKIE_AGE); every page says when."""

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
        return [
            path("second-factor/", second_factor, name="second_factor"),
            path("stay/", self.admin_view(self.stay), name="stay"),
            *super().get_urls(),
        ]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every page of the admin shows; with when the session ends, where there is one."""
        context = super().each_context(request)
        if context["has_permission"]:
            seconds = request.session.get_expiry_age()
            ends = timezone.now() + timedelta(seconds=seconds)
            context |= {"session_seconds": seconds, "session_ends": ends}
        return context

    def stay(self, request: HttpRequest) -> HttpResponse:
        """A page of its own only to begin the session's hours anew, beside one that is typed in."""
        context = {**self.each_context(request), "title": "You stay signed in"}
        return render(request, "admin/stay.html", context)

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
