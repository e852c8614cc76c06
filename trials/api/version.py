"""/version: which data is published, so that a program knows when to ask again."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.decorators import decorate_view

from trials.api import schemas
from trials.api.answering import until_changed
from trials.api.problems import documented
from trials.models import Edition
from trials.reading.study_reading import READING_VERSION

router = Router()
API_VERSION = "1"


@router.api_operation(
    ["GET", "HEAD"],
    "/version",
    response=schemas.Version,
    summary="Which data is published",
    openapi_extra=documented(),
)
@decorate_view(until_changed)
def version(request: HttpRequest) -> dict[str, Any]:
    """``edition`` moves with every change of what is published."""
    edition = Edition.current()
    return {
        "api": API_VERSION,
        "edition": edition.number,
        "data_as_of": edition.data_timestamp,
        "published_at": edition.published_at,
        "reading_version": READING_VERSION,
    }
