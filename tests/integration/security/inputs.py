"""Every name under which a stranger can send something: in an address, in a form, in a head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from trials.search.criteria import Criteria
from trials.views.comfort_cookie import CHOICES
from trials.views.fit.posted import controls
from trials.views.fit.questions import BY_SLUG

CRITERIA = tuple(field.name for field in fields(Criteria))
OF_FILES = ("id", "rows", "columns")
PARAMETERS = (
    *(*CRITERIA, *OF_FILES, "at", "page_size", "after", "limit"),
    *("next", "e", "o", "p", "all", "app_label", "unknown"),  # the admin's, and nobody's
)
FLAGS = ("unknown", "reset", "leave")
"""Buttons: where one of these was pressed, nothing else of its form is read."""
QUESTIONS = tuple(
    name for one in BY_SLUG.values() for field in one.fields for name in controls(field)
)
OF_CURATORS = ("username", "password", "code", "next", "question", "answer", "reason")
FIELDS = (
    *("nct_id", "note", "back", "way", "notes", "email", "frequency", "kept"),
    *("List-Unsubscribe", "nobodys", *CHOICES, *QUESTIONS, *OF_CURATORS),
)
VALID: Mapping[str, str] = {
    "nct_id": "NCT90000001",
    "note": "a note",
    "back": "/trials/",
    "way": "up",
    "notes": "yes",
    "email": "somebody@example.org",
    "frequency": "week",
    "kept": "a",
    **{name: values[0] for name, values in CHOICES.items()},
}
"""A form that every view is content with, so that one bad field is looked at, and not refused
for another's sake."""
HANDED_ON: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("trials.api.facets", "trials.views.feeds", "trials.views.search"), CRITERIA),
    **dict.fromkeys(("trials.views.follow.ask", "trials.views.map"), CRITERIA),
    "trials.api.studies": (*CRITERIA, "page_size"),
    "trials.views.export": (*CRITERIA, *OF_FILES),
    "trials.views.kept.addresses": (*CRITERIA, "at", "id"),
    "trials.views.comfort": tuple(CHOICES),
    "trials.views.fit.question": QUESTIONS,
    "trials.views.check": (),  # only asks whether there is any
}
"""Modules that hand all of an address or a form to other code, and the names that are read there.

A new one must be looked at: what it reads belongs into PARAMETERS or FIELDS."""
HEADERS = (
    *("Accept", "Accept-Language", "Cookie", "Host", "If-Modified-Since", "If-None-Match"),
    *("Origin", "Range", "Referer", "Sec-Fetch-Site", "User-Agent", "X-Forwarded-For"),
    *("X-Forwarded-Host", "X-Forwarded-Proto", "X-Request-ID", "Accept-Encoding", "X-HTTP-Method"),
    "Content-Type",
)
COOKIES = ("comfort", "list", "slip", "situation", "session", "csrf", "messages")
