"""The usual JSON API: Django REST framework with django-filter, and counts beside the page."""

from __future__ import annotations

from collections import Counter
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import path
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.generics import ListAPIView
from rest_framework.pagination import PageNumberPagination
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.serializers import ModelSerializer

from benchmarks.peers.by_hand.asking import Asked, asked
from benchmarks.peers.usual.queries import CONDITIONS, counts, found, ordered, placed
from trials.models import Reading, Site, Study

SHOWN = ("nct_id", "brief_title", "overall_status", "study_type", "phases", "lead_sponsor")


class Filters(django_filters.FilterSet):
    """The choices that a study alone answers; words, place and order come from the address."""

    results = django_filters.CharFilter(method="by_choices")
    since = django_filters.DateFilter(field_name="last_update_post_date", lookup_expr="gte")

    class Meta:
        model = Study
        fields = ("study_type",)

    def by_choices(self, studies: QuerySet[Study], name: str, value: str) -> QuerySet[Study]:
        return studies.filter(CONDITIONS[name]({name: value}))


class ReadingJson(ModelSerializer):
    class Meta:
        model = Reading
        fields = ("condition", "role", "cell_type", "tissue", "donor", "route")


class SiteJson(ModelSerializer):
    class Meta:
        model = Site
        fields = ("facility", "status", "city", "state", "country", "latitude", "longitude")


class StudyJson(ModelSerializer):
    reading = ReadingJson()
    sites = SiteJson(many=True)

    class Meta:
        model = Study
        fields = (*SHOWN, "last_update_post_date", "status_verified_date", "reading", "sites")


class Pages(PageNumberPagination):
    page_size = 20


class Studies(ListAPIView):
    """Every list carries the counts of all filters, as the page of the site does."""

    queryset = Study.objects.all()
    serializer_class = StudyJson
    pagination_class = Pages
    filter_backends = (DjangoFilterBackend,)
    filterset_class = Filters
    renderer_classes = (JSONRenderer,)
    authentication_classes = ()
    permission_classes = ()

    def get_queryset(self) -> QuerySet[Study]:
        choices = self.choices
        studies = ordered(found(choices), choices).select_related("reading")
        return studies.prefetch_related("sites")

    @property
    def choices(self) -> Asked:
        return placed(asked(self.request.META["QUERY_STRING"]))

    def list(self, *args: Any, **values: Any) -> Response:
        response = super().list(*args, **values)
        response.data["facets"] = counts(self.choices)
        return response


def facets_of(answer: dict[str, Any]) -> dict[str, Counter[str]]:
    """The counts of one answer."""
    return {name: Counter(values) for name, values in answer["facets"].items()}


urlpatterns = [path("trials/", Studies.as_view())]
