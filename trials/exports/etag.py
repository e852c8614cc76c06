"""The mark of an answer: the same while all that it is made of is the same."""

from __future__ import annotations

import json

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from trialfinder.code_version import code_version
from trials.models import Edition
from trials.reading.study_reading import READING_VERSION


def etag_of(request: HttpRequest, *_args: object, **_values: object) -> str:
    """A weak ETag, for Django's ``condition``. One query, for the edition's name.

    Made of the edition, the rules of reading, the code and settings, the language, the address,
    and the day, since files say when they were made. Keyed, since settings are secret.
    """
    day = timezone.now().date().isoformat()
    made_by = (READING_VERSION, code_version(), get_language())
    parts = (Edition.current().name, *made_by, day, request.get_full_path())
    made = salted_hmac(__name__, json.dumps(parts), algorithm="sha256").hexdigest()
    return f'W/"{made[:32]}"'
