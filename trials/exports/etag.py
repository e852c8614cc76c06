"""The mark of an answer: unchanged while the data, the address and the day are the same."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest
from django.utils import timezone

from trials.models import Edition
from trials.reading.study_reading import READING_VERSION


def etag_of(request: HttpRequest, *_args: object, **_values: object) -> str:
    """A weak ETag, for Django's ``condition``. One query, for the edition's name.

    The day is part of it since files say when they were made, and so that a new release of the
    site is seen everywhere within a day.
    """
    day = timezone.now().date().isoformat()
    parts = (Edition.current().name, READING_VERSION, day, request.get_full_path())
    return f'W/"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'
