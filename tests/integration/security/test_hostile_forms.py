"""Hostile input in every field of every form that is open to strangers, each by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client

from tests.integration.security.answers import faults_of
from tests.integration.security.corpus import CORPUS
from tests.integration.security.inputs import FIELDS, PARAMETERS, QUESTIONS, VALID
from tests.integration.security.routes import Route, public_forms
from trials.models import Alert, Study
from trials.views.fit.posted import controls
from trials.views.fit.questions import BY_SLUG

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("examples", "_no_mark_in_logs"),
]
TELLING = (
    *("sql quote", "jinja", "tag", "attribute", "svg", "crlf", "null", "controls", "bidi"),
    *("encoded twice", "combining", "digits of elsewhere", "huge number", "long", "negative"),
)
"""Enough where all fields are read by the same few lines, and for all fields at once."""


def visitor() -> Client:
    """With a list of one study, and a choice made: the forms have something to work on."""
    device = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
    assert device.post("/saved/save/", VALID).status_code == 303
    return device


@contextmanager
def lookups() -> Iterator[set[str]]:
    """The names that the site's own code looks up meanwhile in what was sent."""
    found: set[str] = set()

    def noting(name: str) -> Callable[..., Any]:
        real = getattr(QueryDict, name)

        def noted(self: QueryDict, *given: Any) -> Any:
            if sys._getframe(1).f_globals["__name__"].startswith("trials."):
                found.update(given[:1] or self)
            return real(self, *given)

        return noted

    with pytest.MonkeyPatch.context() as patch:
        for name in ("get", "getlist", "dict", "__getitem__", "__contains__"):
            patch.setattr(QueryDict, name, noting(name))
        yield found


def fields_of(route: Route) -> list[str]:
    """The fields that the route's view looks at."""
    device = visitor()
    with lookups() as found:
        device.post(route.address(), VALID)
    return sorted(found & set(FIELDS))


def post(device: Client, address: str, form: Mapping[str, str], told: str) -> list[str]:
    return faults_of(lambda: device.post(address, form), f"POST {told}")


def test_each_field_alone() -> None:
    studies, found, tried = Study.objects.count(), [], set[str]()
    for route in public_forms():
        device = visitor()
        for field in set(fields_of(route)) - set(QUESTIONS):
            tried.add(field)
            for name, value in CORPUS.items():
                told = f"{route.pattern}, {field}: {name}"
                found += post(device, route.address(), {**VALID, field: value}, told)
    assert not found
    assert {"nct_id", "note", "back", "way", "notes", "email", "frequency", "kept"} < tried
    assert Study.objects.count() == studies


def test_each_answer_alone() -> None:
    device, found = visitor(), []
    for slug, question in BY_SLUG.items():
        for field in (name for one in question.fields for name in controls(one)):
            for name in TELLING:
                form = {field: CORPUS[name]}
                found += post(device, f"/fit/{slug}/", form, f"{slug}, {field}: {name}")
    assert not found


def test_all_fields_at_once() -> None:
    found = []
    for route in public_forms():
        device = visitor()
        for name in TELLING:
            form = dict.fromkeys(FIELDS, CORPUS[name][:3_000])  # all together below the cap
            found += post(device, route.address(), form, f"{route.pattern}, {name}")
    assert not found


def test_every_part_of_an_address_that_takes_a_form() -> None:
    device, found = visitor(), []
    for route in public_forms():
        for part in route.parts:
            for name, value in CORPUS.items():
                told = f"{route.pattern} with {part} {name}"
                found += post(device, route.address(**{part: value}), VALID, told)
    assert not found


def test_a_search_that_is_followed_with_every_parameter() -> None:
    """The one form whose address says what it is about; the mail's link says it again."""
    device, found = visitor(), []
    for name, value in CORPUS.items():
        address = f"/follow/?{urlencode([(one, value) for one in PARAMETERS])}"
        found += post(device, address, VALID, f"/follow/?... with {name}")
    assert not found
    assert Alert.objects.count() > 0
