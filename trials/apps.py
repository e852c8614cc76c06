"""The one app."""

from django.apps import AppConfig


class TrialsConfig(AppConfig):
    name = "trials"
    verbose_name = "ALS Stem Cell Trial Finder"

    def ready(self) -> None:
        from trials.models.planning import plan_for_memory  # noqa: PLC0415 models are there now
        from trials.saved.alerts import checks as _mail  # noqa: F401, PLC0415 registers its checks
        from trials.views.kept import checks as _kept  # noqa: F401, PLC0415 registers its checks
        from trials.views.kept import edition  # noqa: F401, PLC0415 hears of new editions

        plan_for_memory()
