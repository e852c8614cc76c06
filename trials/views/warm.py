"""What a web process does before its first reader, who would wait for it otherwise."""

from __future__ import annotations

import gc

from django.template import engines
from django.urls import get_resolver

from trialfinder.code_version import code_version


def warm_up() -> None:
    """Import every view, and so compile the rules' expressions; load every template; asks nobody.

    The code's version is taken here too: later, somebody may have changed the files. What is
    there then stays for good, so Python need not look through it for garbage again: some pages
    would wait a tenth of a second for that, and there is none.
    """
    code_version()
    _ = get_resolver().url_patterns
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    for name in environment.list_templates(extensions=["jinja"]):
        environment.get_template(name)
    gc.collect()
    gc.freeze()
