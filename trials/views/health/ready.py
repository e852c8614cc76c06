"""/health/ready: may a balancer send readers to this process?

Every web process uses the same PostgreSQL and the same Redis. If one of them is gone, no
other process is better off, and a 503 from all of them would take the whole site away, while
each still has something to give: kept pages without PostgreSQL, pages made anew without
Redis. So 503 means: nothing can be given here, or only here something is amiss (a release
that was started before its migrations). That a server is gone is told in words, and by 503,
at /health/running.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trials.views.health.lines import Line, answer
from trials.views.health.seldom import seldom
from trials.views.health.servers import postgres, redis


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    lines = servers_lines()
    return answer([verdict(lines), *lines], is_well=verdict(lines).is_well)


@seldom(seconds=1)
def servers_lines() -> tuple[Line, ...]:
    return (*postgres(), *redis())


def verdict(lines: tuple[Line, ...]) -> Line:
    """What can be given to readers here."""
    well = {line.name for line in lines if line.is_well}
    if "postgres" in well and "tables" not in well:
        return Line("ready", is_well=False, words="this release needs its tables first")
    if "postgres" in well:
        kept = "" if "pages" in well else ", each made anew"
        return Line("ready", is_well=True, words=f"all pages{kept}")
    if "pages" in well:
        return Line("ready", is_well=True, words="kept pages only; they say how old they are")
    return Line("ready", is_well=False, words="neither PostgreSQL nor kept pages")
