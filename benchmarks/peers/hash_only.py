"""The floor of a crawl that brings nothing new: each record hashed, and looked up."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from hashlib import sha256
from typing import Any

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False).encode


def unknown(pages: Iterable[bytes], known: Container[str]) -> int:
    """How many records of these pages have a hash that is not among the known."""
    return sum(name(study) not in known for page in pages for study in json.loads(page)["studies"])


def name(study: dict[str, Any]) -> str:
    """SHA-256 of all but the registry's release stamp, written as plainly as can be."""
    derived = study.get("derivedSection")
    if derived is not None:
        rest = {key: value for key, value in derived.items() if key != "miscInfoModule"}
        study = {**study, "derivedSection": rest}
    return sha256(_canonical(study).encode()).hexdigest()
