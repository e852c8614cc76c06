"""The settings that a start with other environment variables has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
PROGRAM = """
import json, django
from django.conf import settings
django.setup()
plain = {}
for name in dir(settings):
    if not name.isupper():
        continue
    value = getattr(settings, name)
    try:
        plain[name] = json.loads(json.dumps(value))
    except (TypeError, ValueError):
        pass
print(json.dumps(plain))
"""


def settings_with(**variables: str) -> dict[str, Any]:
    """Every setting that JSON can hold, of a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "trialfinder.settings", **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def differing(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What the other has otherwise."""
    return {name: value for name, value in other.items() if one.get(name) != value}
