"""/changes: what changed in the records since a day, oldest first."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router
from ninja.decorators import decorate_view
from ninja.params import functions as param_functions

from trials.api import schemas
from trials.api.answering import until_changed
from trials.api.meta import meta
from trials.api.problems import documented
from trials.models import Change
from trials.reading.scope import Scope

router = Router()
MOST = 500
LARGEST_KEY = 2**63 - 1


@router.api_operation(
    ["GET", "HEAD"],
    "/changes",
    response=schemas.Changes,
    summary="What changed since a day",
    openapi_extra=documented(422),
)
@decorate_view(until_changed)
def changes(
    request: HttpRequest,
    response: HttpResponse,
    since: date,
    after: int = param_functions.Query(0, ge=0, le=LARGEST_KEY),
    limit: int = param_functions.Query(100, ge=1, le=MOST),
) -> dict[str, Any]:
    """Changes that we saw on or after the day (UTC); ``after``: the last id already read."""
    found = list(_changes(since, after)[: limit + 1])
    page = found[:limit]
    following = _address(since, page[-1].pk, limit) if len(found) > limit else None
    if following:
        response["Link"] = f'<{following}>; rel="next"'
    links = {"self": _address(since, after, limit), "next": following}
    return {"meta": meta(), "links": links, "changes": [_values(one) for one in page]}


def _changes(since: date, after: int) -> Any:
    return (
        Change.objects.filter(seen_at__gte=datetime.combine(since, time(), UTC), pk__gt=after)
        .exclude(study__scope=Scope.LEFT_OUT)
        .select_related("study")
        .only("field", "before", "after", "seen_at", "study__nct_id")
        .order_by("pk")
    )


def _values(change: Change) -> dict[str, Any]:
    return {
        "id": change.pk,
        "nct_id": change.study.nct_id,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "seen_at": change.seen_at,
    }


def _address(since: date, after: int, limit: int) -> str:
    query = urlencode({"since": since.isoformat(), "after": after, "limit": limit})
    return f"{settings.SITE_URL}{reverse('api-v1:changes')}?{query}"
