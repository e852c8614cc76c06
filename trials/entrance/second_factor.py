"""/admin/second-factor/: after the password. Who has none yet sets one up before anything else."""

from __future__ import annotations

import base64
from typing import cast

import segno
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods
from django_otp import login as remember_device
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice

from trials.entrance.devices import begun, confirm, has_second_factor, verified


def waits_for_second_factor(request: HttpRequest) -> bool:
    """Whether a curator is signed in by password alone."""
    user = request.user
    return user.is_active and user.is_staff and not user.is_verified()  # type: ignore[attr-defined]


@sensitive_post_parameters()
@sensitive_variables()
@csrf_protect
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code, or for a first one; a POST with ``leave`` signs out."""
    if not waits_for_second_factor(request):
        return HttpResponseRedirect(_wanted(request))
    if "leave" in request.POST:
        logout(request)
        return HttpResponseRedirect(reverse("admin:login"))
    user = cast(User, request.user)
    return _ask(request, user) if has_second_factor(user) else _set_up(request, user)


def _ask(request: HttpRequest, user: User) -> HttpResponse:
    if request.method != "POST":
        return _page(request, "second_factor.html")
    device = verified(user, request.POST.get("code", ""))
    if device is None:
        return _page(request, "second_factor.html", is_wrong=True)
    _let_in(request, device)
    return HttpResponseRedirect(_wanted(request))


def _set_up(request: HttpRequest, user: User) -> HttpResponse:
    confirmed = confirm(user, request.POST.get("code", "")) if request.method == "POST" else None
    if confirmed is None:
        return _page(
            request,
            "second_factor_set_up.html",
            is_wrong=request.method == "POST",
            **_shown(begun(user)),
        )
    device, codes = confirmed
    _let_in(request, device)
    return _page(request, "recovery_codes.html", codes=codes, wanted=_wanted(request))


def _let_in(request: HttpRequest, device: Device) -> None:
    """A new session id: whoever knew the one of before knows nothing."""
    request.session.cycle_key()
    remember_device(request, device)


def _shown(device: TOTPDevice) -> dict[str, str]:
    """The key as a picture made here, and as letters to type."""
    key = base64.b32encode(device.bin_key).decode().rstrip("=")
    return {
        "picture": segno.make(device.config_url, micro=False).svg_data_uri(scale=5),
        "key": " ".join(key[at : at + 4] for at in range(0, len(key), 4)),
    }


def _page(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    shown = {"title": "Second factor", "has_permission": False, "site_url": "/"}
    shown |= {"site_header": "ALS Stem Cell Trial Finder", "is_wrong": False}
    status = 403 if context.get("is_wrong") else 200
    return render(request, f"admin/{template}", {**shown, **context}, status=status)


def _wanted(request: HttpRequest) -> str:
    """The page of the admin that somebody was on the way to."""
    wanted = request.GET.get("next", "")
    start = reverse("admin:index")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours and wanted.startswith(start) else start
