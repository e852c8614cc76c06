"""What a web process does before its first reader, who would wait for it otherwise."""

from __future__ import annotations

import gc

from django.template import engines
from django.urls import get_resolver

from trialfinder.code_version import code_version

SELDOM = 10_000  # new values between two searches for garbage; Python's own choice is 700


def warm_up() -> None:
    """Import every view, and so compile the rules' expressions; load every template; asks nobody.

    The code's version is taken here too: later, somebody may have changed the files.
    """
    code_version()
    _ = get_resolver().url_patterns
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    for name in environment.list_templates(extensions=["jinja"]):
        environment.get_template(name)
    spare_what_is_loaded()


def spare_what_is_loaded() -> None:
    """Have Python search for garbage seldom, and never through what is loaded by now.

    That stays for good, and some pages would wait a tenth of a second for the search. A page
    leaves some 140 objects in cycles; looking for them as often as usual took 6 % of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
