"""Version 1 of the API, and its OpenAPI 3.1 document at /api/v1/openapi.json."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Router
from ninja.openapi.schema import OpenAPISchema

from trials.api import changes, facets, places, studies, version
from trials.api.answering import answering
from trials.api.problems import handle_problems, problem
from trials.exports.rates import limit_of

DESCRIPTION = """Studies of stem cells for people with ALS, from ClinicalTrials.gov, with what this
site reads in them. Reading only; no key. The registry's words are the registry's; readings are
ours and carry the words that they stand on. Nothing here is medical advice.

Parameters of a search are those of the search page. Answers carry an ETag that moves with the
data; ask with If-None-Match."""
LIMITS = """

One network (/24 of IPv4, /48 of IPv6) may send {api.requests} requests in {api.seconds} seconds to
this API, and fetch {export.requests} files in {export.seconds} seconds from /export/. Each answer
names its limit in RateLimit-Policy. What is too much is answered by 429 with Retry-After and
RateLimit (draft-ietf-httpapi-ratelimit-headers-11)."""


class Api(NinjaAPI):
    """Ninja's own, each address in ``answering``, so that none is without its pace.

    HEAD is answered everywhere and described nowhere, being the same as GET.
    """

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        patterns, app, namespace = super().urls
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                pattern.callback = answering(pattern.callback)
        return patterns, app, namespace

    def get_openapi_schema(self, **values: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**values)
        limits = {"api": limit_of("api"), "export": limit_of("export")}
        schema["info"]["description"] += LIMITS.format(**limits)
        for operations in schema["paths"].values():
            operations.pop("head", None)
        return schema


api = Api(
    title="ALS Stem Cell Trial Finder",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api-v1",
    docs_url=None,  # its pages load scripts of other sites
)
handle_problems(api)
elsewhere = Router()


@elsewhere.get("/", include_in_schema=False)
def nothing(request: HttpRequest) -> HttpResponse:
    """The bare address."""
    return nowhere(request, "")


@elsewhere.get("/{path:anything}", include_in_schema=False)
def nowhere(request: HttpRequest, anything: str) -> HttpResponse:
    """Every other address."""
    return problem(404, "There is nothing here. /api/v1/openapi.json lists what there is.")


for router in (*(room.router for room in (studies, facets, places, changes, version)), elsewhere):
    api.add_router("", router)
