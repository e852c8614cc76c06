"""No parameter and no field can be forgotten: the attacked ones are all that are read or shown."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.integration.admin.curators import NAME, PASSWORD, signed_in
from tests.integration.security.inputs import FIELDS, FLAGS, HANDED_ON, PARAMETERS
from tests.integration.security.names_read import handed_on, names_read
from tests.integration.security.routes import every_route, public_routes
from trials.views.fit.questions import BY_SLUG

KNOWN = {*PARAMETERS, *FIELDS, *FLAGS}
CONTROL = re.compile(r"<(?:input|select|textarea|button)\b[^>]*?\sname=\"([^\"]*)\"", re.DOTALL)
DJANGOS = re.compile(
    r"csrfmiddlewaretoken|_(?:save|addanother|continue|saveasnew|popup|to_field|selected_action)"
    r"|action|select_across|index|initial-.*|old_password|new_password[12]"
)
"""Names that Django's own admin puts into its pages."""
DJANGOS_OWN = re.compile(r"admin/(?:auth/|logout/|password_change/)")
"""Its pages about accounts, of which nothing is ours."""


def test_every_name_that_the_code_looks_up_is_attacked() -> None:
    read = names_read()
    assert {"q", "at", "page_size", "email", "note", "code", "unknown"} <= set(read)
    assert {name: where for name, where in read.items() if name not in KNOWN} == {}


def test_every_hand_over_of_all_that_was_sent_is_known() -> None:
    assert handed_on() == set(HANDED_ON)
    assert {name for names in HANDED_ON.values() for name in names} <= KNOWN


@pytest.mark.django_db
def test_every_parameter_of_the_apis_document_is_attacked(client: Client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    named = {
        one["name"]
        for operations in paths.values()
        for operation in operations.values()
        for one in operation.get("parameters", ())
        if one["in"] == "query"
    }
    assert {"q", "since", "after", "limit", "page_size"} <= named <= set(PARAMETERS)


def controls(client: Client, address: str) -> set[str]:
    response = client.get(address, follow=True)
    streamed = getattr(response, "streaming_content", None)
    body = response.content if streamed is None else b"".join(streamed)
    return {unescape(name) for name in CONTROL.findall(body.decode("utf-8", "replace"))}


@pytest.mark.django_db
@pytest.mark.usefixtures("examples")
def test_every_control_of_a_public_form_is_attacked(stranger: Client) -> None:
    stranger.post("/saved/save/", {"nct_id": "NCT90000001"})
    stranger.post("/comfort/", {"text": "large"})
    routes = [one for one in public_routes() if one.pattern != "about/components/"]  # samples
    addresses = [route.address() for route in routes]
    addresses += [f"/fit/{slug}/" for slug in BY_SLUG]
    shown = {name for address in addresses for name in controls(stranger, address)}
    assert {"q", "near", "note", "email", "text", *FLAGS[:2]} <= shown
    assert shown <= KNOWN


@pytest.mark.django_db
@pytest.mark.usefixtures("examples")
def test_every_control_of_the_admin_is_attacked(client: Client) -> None:
    shown = controls(client, "/admin/login/")
    signed_in(client)
    shown |= {
        name
        for route in every_route()
        if route.is_admins and not DJANGOS_OWN.match(route.pattern)
        for name in controls(client, route.address())
    }
    half = Client()
    half.post("/admin/login/", {"username": NAME, "password": PASSWORD})
    shown |= controls(half, "/admin/second-factor/")
    assert {"username", "password", "code", "leave", "question", "reason"} <= shown
    assert {name for name in shown - KNOWN if not DJANGOS.fullmatch(name)} == set()
