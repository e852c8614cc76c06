"""Addresses: the site's own, the curators' admin, and what machines ask."""

from django.contrib import admin
from django.urls import include, path

from trials.views.health.data import data
from trials.views.health.live import live
from trials.views.health.ready import ready
from trials.views.health.running import running
from trials.views.metrics.page import metrics

urlpatterns = [
    path("health/live", live, name="live"),
    path("health/ready", ready, name="ready"),
    path("health/running", running, name="running"),
    path("health/data", data, name="data"),
    path("metrics", metrics, name="metrics"),
    path("admin/", admin.site.urls),
    path("", include("trials.urls")),
]
handler400 = "trials.views.errors.bad_request"
handler403 = "trials.views.errors.forbidden"
handler404 = "trials.views.errors.not_found"
handler500 = "trials.views.errors.server_error"
