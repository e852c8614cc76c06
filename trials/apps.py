"""The one app."""

from django.apps import AppConfig


class TrialsConfig(AppConfig):
    name = "trials"
    verbose_name = "ALS Stem Cell Trial Finder"
