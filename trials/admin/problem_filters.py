"""By what a curator narrows the list of sync problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Count, Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest

from trials.models import SyncProblem, SyncRun

if TYPE_CHECKING:
    Lookups = list[tuple[str, str]]

MOST = 50  # choices beside the list; the search finds the others


def same_problems() -> QuerySet[SyncProblem]:
    """For a subquery: the rows of all runs that met what the outer row says."""
    return SyncProblem.objects.alias(whose=_record(F)).filter(
        whose=_record(OuterRef), field=OuterRef("field"), reason=OuterRef("reason")
    )


def _record(column: type[F]) -> Coalesce:
    """What names the record: its id; without one, what it holds, or else what was told of it.

    Not beside the id: by the index of ids PostgreSQL would compare all without one pair by pair.
    """
    nct_id = NullIf(column("nct_id"), Value(""))
    return Coalesce(nct_id, column("set_aside"), column("value"), output_field=TextField())


class Standing(admin.SimpleListFilter):
    """Whether the last full run met it too."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: object) -> Lookups:  # noqa: ARG002
        return [("still", "still there"), ("gone", "gone")]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Any],
    ) -> QuerySet[Any]:
        full = SyncRun.objects.filter(kind=SyncRun.Kind.FULL).exclude(seen=0)
        last = full.newest_first().first()
        if not last or self.value() not in ("still", "gone"):
            return queryset
        still = Exists(same_problems().filter(run__gte=last.pk))
        return queryset.filter(still if self.value() == "still" else ~still)


class MetIn(admin.SimpleListFilter):
    """What one run met, also where later ones met it again."""

    title = "run"
    parameter_name = "run"

    def lookups(self, request: HttpRequest, model_admin: object) -> Lookups:  # noqa: ARG002
        runs = SyncRun.objects.filter(Exists(SyncProblem.objects.filter(run=OuterRef("pk"))))
        return [(str(run.pk), str(run)) for run in runs.newest_first()[:MOST]]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Any],
    ) -> QuerySet[Any]:
        run = self.value()
        if run is None:
            return queryset
        met = (
            same_problems().filter(run=int(run)) if run.isdecimal() else SyncProblem.objects.none()
        )
        return queryset.filter(Exists(met))


class InField(admin.SimpleListFilter):
    """The fields that most problems are of."""

    title = "field"
    parameter_name = "field"

    def lookups(self, request: HttpRequest, model_admin: object) -> Lookups:  # noqa: ARG002
        often = SyncProblem.objects.values_list("field").annotate(number=Count("pk"))
        return [(name, name) for name, _ in often.order_by("-number", "field")[:MOST]]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Any],
    ) -> QuerySet[Any]:
        return queryset if self.value() is None else queryset.filter(field=self.value())
