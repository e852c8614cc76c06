"""The same answers through the ORM: one queryset, filtered again for each filter's counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import (
    CombinedSearchQuery,
    SearchQuery,
    SearchRank,
)
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FloatField,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import ASin, Concat, Cos, Least, Power, Radians, Sin, Sqrt

from benchmarks.peers.by_hand.asking import KM, Asked
from trials.models import Place, Site, Study
from trials.places.distance import bounding_box
from trials.search.statement import STATUS_ORDER
from trials.search.text_query import tsquery

KINDS = {
    "stem_cells": Q(scope="listed"),
    "unclear": Q(scope="unclear"),
    "mnd_other": Q(scope="near", reading__condition="mnd_other"),
} | {
    role: Q(scope="near", reading__role=role)
    for role in (
        "other_cells_given",
        "cell_free_product",
        "mobilises_own_cells",
        "cells_in_lab_only",
    )
}
ARRAYS = {
    "phase": "phases",
    "cell": "reading__cell_type",
    "tissue": "reading__tissue",
    "route": "reading__route",
}
SCALARS = {"status": "overall_status", "donor": "reading__donor", "results": "has_results"}
NO_PHASE = Q(phases=[])


def placed(asked: Asked) -> Asked:
    """The same with the point of its place."""
    place = Place.objects.get(slug=asked["near"]) if asked["near"] else None
    return {**asked, "point": (place.latitude, place.longitude) if place else None}


def found(asked: Asked, *, but: str = "") -> QuerySet[Study]:
    """The studies that pass every filter but one."""
    studies = Study.objects.filter(delisted_at__isnull=True).exclude(scope="left_out")
    if asked["q"]:
        studies = studies.filter(search_vector=words(asked["q"]))
    for name, condition in CONDITIONS.items():
        if name != but:
            studies = studies.filter(condition(asked))
    if _has_place(asked, but):
        here = sites(asked, but=but).filter(study=OuterRef("pk"))
        studies = studies.filter(Exists(here))
    return studies


def words(q: str) -> SearchQuery | CombinedSearchQuery:
    """Every term, or one of its synonyms."""
    sql, phrases = tsquery(q)
    left = iter(phrases)
    terms = [[next(left) for _ in range(term.count("%s"))] for term in sql.split(" && ")]
    any_of = [
        reduce(or_, (SearchQuery(one, config="english", search_type="phrase") for one in term))
        for term in terms
    ]
    query: SearchQuery | CombinedSearchQuery = reduce(and_, any_of)
    return query


def _kind(asked: Asked) -> Q:
    return reduce(or_, (KINDS[kind] for kind in asked["kind"] or ["stem_cells"]))


def _phase(asked: Asked) -> Q:
    chosen = asked["phase"]
    wanted = Q(phases__overlap=chosen) if chosen else Q()
    return wanted | NO_PHASE if "NO_PHASE" in chosen else wanted


def _overlap(name: str) -> Callable[[Asked], Q]:
    return lambda asked: Q(**{f"{ARRAYS[name]}__overlap": asked[name]}) if asked[name] else Q()


def _any_of(name: str) -> Callable[[Asked], Q]:
    return lambda asked: Q(**{f"{SCALARS[name]}__in": asked[name]}) if asked[name] else Q()


CONDITIONS: dict[str, Callable[[Asked], Q]] = {
    "kind": _kind,
    "status": _any_of("status"),
    "phase": _phase,
    "cell": _overlap("cell"),
    "tissue": _overlap("tissue"),
    "donor": _any_of("donor"),
    "route": _overlap("route"),
    "results": lambda a: Q(has_results=a["results"] == "yes") if a["results"] else Q(),
    "since": lambda a: Q(last_update_post_date__gte=a["since"]) if a["since"] else Q(),
}


def _has_place(asked: Asked, but: str = "") -> bool:
    return bool(asked["point"] or (but != "country" and (asked["country"] or asked["state"])))


def sites(asked: Asked, *, but: str = "") -> QuerySet[Site]:
    """The sites that make a study match, with their distance where a place was asked for."""
    matching = Site.objects.all()
    if but == "status":
        own = Q(status="") | Q(status=F("study__overall_status"))
        matching = matching.filter(own)
    elif asked["status"]:
        matching = matching.filter(status__in=["", *asked["status"]])
    if but != "country" and (asked["country"] or asked["state"]):
        matching = matching.filter(_country(asked))
    return _near(matching, asked)


def _country(asked: Asked) -> Q:
    narrowed = {state[:2] for state in asked["state"]}
    condition = Q(country_code__in=[code for code in asked["country"] if code not in narrowed])
    for state in asked["state"]:
        condition |= Q(country_code=state[:2], state_code=state[3:])
    return condition


def _near(matching: QuerySet[Site], asked: Asked) -> QuerySet[Site]:
    if not asked["point"]:
        return matching
    lat, lon = asked["point"]
    matching = matching.filter(latitude__isnull=False).annotate(km=_haversine(lat, lon))
    if not asked["within"]:
        return matching
    km = int(asked["within"]) * KM[asked["unit"] or "mi"]
    box = bounding_box(lat, lon, km)
    inside = reduce(or_, (Q(longitude__range=pair) for pair in box.longitudes))
    return matching.filter(inside, latitude__range=(box.south, box.north), km__lte=km)


def _haversine(lat: float, lon: float) -> Any:
    across = Power(Sin(Radians(F("latitude") - lat) / 2), 2)
    along = Power(Sin(Radians(F("longitude") - lon) / 2), 2)
    chord = across + Cos(Radians(Value(lat))) * Cos(Radians(F("latitude"))) * along
    return 2 * 6371.0088 * ASin(Sqrt(Least(Value(1.0), chord)), output_field=FloatField())


def ordered(studies: QuerySet[Study], asked: Asked) -> QuerySet[Study]:
    """In the order of the list."""
    whens = [When(overall_status=status, then=n) for n, status in enumerate(STATUS_ORDER)]
    studies = studies.annotate(place=Case(*whens, default=99, output_field=IntegerField()))
    keys: list[Any] = ["place"]
    if asked["q"]:
        studies = studies.annotate(fit=SearchRank(F("search_vector"), words(asked["q"])))
        keys.append("-fit")
    keys += [F("last_update_post_date").desc(nulls_last=True), "nct_id"]
    if asked["point"]:
        nearest = sites(asked).filter(study=OuterRef("pk")).values("study")
        studies = studies.annotate(km=Subquery(nearest.annotate(n=Min("km")).values("n")))
    if asked["sort"] == "updated":
        keys.insert(0, F("last_update_post_date").desc(nulls_last=True))
    elif asked["point"]:
        keys.insert(0, F("km").asc(nulls_last=True))
    return studies.order_by(*keys)


def counts(asked: Asked) -> dict[str, Counter[str]]:
    """Filter -> value -> studies; a query or two for each filter."""
    return {name: counter(asked) for name, counter in COUNTERS.items()}


def _kinds(asked: Asked) -> Counter[str]:
    each = {kind: Count("pk", filter=condition) for kind, condition in KINDS.items()}
    return +Counter(found(asked, but="kind").aggregate(**each))


def _scalar(name: str) -> Callable[[Asked], Counter[str]]:
    column = SCALARS[name]

    def counted(asked: Asked) -> Counter[str]:
        rows = found(asked, but=name).values_list(column).annotate(Count("pk"))
        named = {True: "yes", False: "no"} if name == "results" else {}
        return Counter({named.get(v, v): number for v, number in rows if v is not None})

    return counted


def _array(name: str) -> Callable[[Asked], Counter[str]]:
    def counted(asked: Asked) -> Counter[str]:
        studies = found(asked, but=name)
        values = studies.annotate(v=Func(F(ARRAYS[name]), function="unnest")).values_list("v")
        numbers = Counter(dict(values.annotate(Count("pk")).order_by()))
        if name == "phase" and (without := studies.filter(NO_PHASE).count()):
            numbers["NO_PHASE"] = without
        return numbers

    return counted


def _places(asked: Asked, value: Any) -> Counter[str]:
    others = sites({**asked, "country": [], "state": []}).exclude(country_code="")
    matching = others.filter(study__in=found(asked, but="country"))
    grouped: Any = matching.annotate(v=value).values_list("v")
    return Counter(dict(grouped.annotate(Count("study", distinct=True)).order_by()))


def _countries(asked: Asked) -> Counter[str]:
    return _places(asked, F("country_code"))


def _states(asked: Asked) -> Counter[str]:
    numbers = _places(asked, Concat("country_code", Value("-"), "state_code"))
    return Counter({code: number for code, number in numbers.items() if not code.endswith("-")})


COUNTERS: dict[str, Callable[[Asked], Counter[str]]] = {
    "kind": _kinds,
    **{name: _scalar(name) for name in SCALARS},
    **{name: _array(name) for name in ARRAYS},
    "country": _countries,
    "state": _states,
}
