"""The names of a record's states: equal digests, equal content."""

import hashlib
import json

from trials.registry.json_types import JsonObject

DERIVED = "derivedSection"
RELEASE_STAMP = "miscInfoModule"


def body_of(payload: JsonObject) -> str:
    """The payload as one canonical JSON text: sorted keys, no spaces, ASCII."""
    return json.dumps(payload, sort_keys=True, separators=(",", ":"))


def digest(payload: JsonObject) -> str:
    """SHA-256 of everything but ``derivedSection.miscInfoModule``.

    That module holds the release's date and changes with nothing else changed.
    """
    derived = payload.get(DERIVED)
    if not isinstance(derived, dict):
        return _sha256(payload)
    kept = {name: value for name, value in derived.items() if name != RELEASE_STAMP}
    return _sha256({**payload, DERIVED: kept})


def news_digest(payload: JsonObject) -> str:
    """SHA-256 of everything but ``derivedSection``: what the study's own people wrote."""
    return _sha256({name: value for name, value in payload.items() if name != DERIVED})


def _sha256(payload: JsonObject) -> str:
    return hashlib.sha256(body_of(payload).encode()).hexdigest()
