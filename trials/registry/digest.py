"""The names of a record's states: equal digests, equal content."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property, lru_cache

from trials.registry.json_types import Json, JsonObject

DERIVED = "derivedSection"
RELEASE_STAMP = "miscInfoModule"
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False).encode
_name = lru_cache(maxsize=256)(_canonical)  # records have a handful of sections, all the same


class State:
    """One state of one record, written down once, section by section, for all its names."""

    def __init__(self, payload: JsonObject) -> None:
        self.payload = payload
        self._sections = {
            name: _canonical(section) for name, section in payload.items() if name != DERIVED
        }

    @property
    def body(self) -> str:
        """The payload as one canonical JSON text: sorted keys, no spaces, ASCII."""
        if DERIVED not in self.payload:
            return _joined(self._sections)
        return self._with_derived(self.payload[DERIVED])

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything but ``derivedSection.miscInfoModule``.

        That module holds the release's date and changes with nothing else changed.
        """
        derived = self.payload.get(DERIVED)
        if not isinstance(derived, dict):
            return _sha256(self.body)
        kept = {name: value for name, value in derived.items() if name != RELEASE_STAMP}
        return _sha256(self._with_derived(kept))

    @property
    def news_digest(self) -> str:
        """SHA-256 of everything but ``derivedSection``: what the study's own people wrote."""
        return _sha256(_joined(self._sections))

    def _with_derived(self, section: Json) -> str:
        return _joined(self._sections | {DERIVED: _canonical(section)})


def body_of(payload: JsonObject) -> str:
    """``State.body`` of this payload."""
    return State(payload).body


def digest(payload: JsonObject) -> str:
    """``State.digest`` of this payload."""
    return State(payload).digest


def news_digest(payload: JsonObject) -> str:
    """``State.news_digest`` of this payload."""
    return State(payload).news_digest


def named(record: object) -> tuple[str, str]:
    """Digest and body of whatever stands where a study should; those of ``State`` if it can."""
    if isinstance(record, dict):
        state = State(record)
        return state.digest, state.body
    text = _canonical(record)
    return _sha256(text), text


def _joined(sections: Mapping[str, str]) -> str:
    pairs = (f"{_name(name)}:{sections[name]}" for name in sorted(sections))
    return "{" + ",".join(pairs) + "}"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
