"""The page: Paginator, prefetched sites, a Django template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine, Template
from django.urls import path

from benchmarks.peers.by_hand import cards as by_hand
from benchmarks.peers.by_hand import page as texts
from benchmarks.peers.by_hand.asking import Asked, asked
from benchmarks.peers.by_hand.text import WORDS
from benchmarks.peers.usual.queries import counts, found, ordered, placed
from trials.models import Edition, Study

ENGINE = Engine(dirs=[str(Path(__file__).parent / "templates")])
_TEMPLATE: list[Template] = []


def search_page(request: HttpRequest) -> HttpResponse:
    """The results of the address's choices."""
    choices = placed(asked(request.META["QUERY_STRING"]))
    studies = ordered(found(choices), choices).select_related("reading")
    listed = Paginator(studies.prefetch_related("sites"), 20).get_page(choices["page"])
    context = {
        "title": texts.page_title(choices, listed.paginator.count),
        "cards": [_card(n, one, choices) for n, one in enumerate(listed, listed.start_index())],
        "page": listed,
        "chips": list(texts.chips(choices)),
        "groups": _groups(choices),
        "here": texts.address(choices),
        "asked": choices,
        "left_out": _left_out(),
        "edition": Edition.objects.get(pk=1),
    }
    return HttpResponse(_template().render(Context(context)))


def _template() -> Template:
    if not _TEMPLATE:
        _TEMPLATE.append(ENGINE.get_template("search.html"))
    return _TEMPLATE[0]


def _card(number: int, study: Study, choices: Asked) -> dict[str, Any]:
    row = {**study.__dict__, **study.reading.__dict__}
    sites = [site.__dict__ for site in study.sites.all()]
    tone, shape = by_hand.LOOKS[study.overall_status]
    return {
        "number": number,
        "study": study,
        "tone": tone,
        "shape": by_hand.SHAPES[shape],
        "status": WORDS["status"][study.overall_status],
        "notes": list(by_hand.notes(row)),
        "facts": list(by_hand.facts(row, sites, getattr(study, "km", None), choices)),
    }


def _groups(choices: Asked) -> list[dict[str, Any]]:
    counted = counts(choices)
    groups = [
        {
            "name": name,
            "title": texts.TITLES[name],
            "is_open": bool(choices[name]) or name in texts.FACETS[:4],
            "kind": "checkbox",
            "options": [
                (value, f"{texts.in_words(name, value)} ({counted[name][value]})", value in chosen)
                for value in texts.values_of(name, choices, counted)
            ],
        }
        for name, chosen in ((name, choices[name]) for name in texts.FACETS)
    ]
    radios = [
        {"name": name, "title": title, "is_open": True, "kind": "radio", "options": options}
        for name, title, options in texts.radio_groups(choices, counted)
    ]
    return [group for group in (*groups, *radios) if group["options"]]


def _left_out() -> dict[bool, int]:
    rows = Study.objects.filter(delisted_at__isnull=True, scope="left_out")
    grouped = rows.values_list("reading__condition").annotate(Count("pk"))
    numbers = {True: 0, False: 0}
    for condition, number in grouped:
        numbers[condition == "not_als"] += number
    return numbers


urlpatterns = [path("trials/", search_page)]
