"""Columns of one site, and what this site adds to the record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trials.exports.column import Column, Kind, Origin, Text, Value
from trials.exports.registry_columns import P
from trials.exports.row import Row, SiteRow
from trials.exports.stored import day, number, yes_no
from trials.records import Contact

L = f"{P}contactsLocationsModule.locations[]."
ours = partial(Column, origin=Origin.SITE)


def page_address(nct_id: str) -> str:
    """The study's page here, whole."""
    return settings.SITE_URL + reverse("study", kwargs={"typed": nct_id})


def _site(
    name: str,
    heading: Text,
    path: str,
    pick: Callable[[SiteRow], Value],
    *,
    description: Text = "",
    kind: Kind = Kind.TEXT,
    width: int = 18,
    stored: str = "",
) -> Column:
    return Column(
        name=name,
        heading=heading,
        description=description or _("As the record has it."),
        origin=Origin.REGISTRY,
        source=f"{L}{path}",
        value=lambda row: pick(row.site) if row.site else None,
        kind=kind,
        width=width,
        of_site=True,
        stored=stored or f"t.{name.removeprefix('site_')}",
    )


def _of_contact(pick: Callable[[Contact], str]) -> Callable[[Row], Value]:
    def first(row: Row) -> Value:
        places = row.record.locations
        if row.site is None or row.site.position >= len(places):
            return None
        contacts = places[row.site.position].contacts
        return pick(contacts[0]) if contacts else ""

    return first


def _site_contact(name: str, heading: Text, path: str, pick: Callable[[Contact], str]) -> Column:
    return Column(
        name=name,
        heading=heading,
        description=_("Of the first contact at this site; empty where the record gives none."),
        origin=Origin.REGISTRY,
        source=f"{L}contacts[0].{path}",
        value=_of_contact(pick),
        width=24,
        of_site=True,
    )


SITE = (
    _site("site_facility", _("Site"), "facility", lambda site: site.facility, width=36),
    _site(
        "site_status",
        _("Site: status"),
        "status",
        lambda site: site.status,
        description=_("The site's own status, never the study's; many records state none."),
    ),
    _site("site_city", _("Site: city"), "city", lambda site: site.city),
    _site("site_state", _("Site: state"), "state", lambda site: site.state),
    _site("site_zip", _("Site: ZIP code"), "zip", lambda site: site.zip, width=10),
    _site("site_country", _("Site: country"), "country", lambda site: site.country),
    _site(
        "site_country_code",
        _("Site: country code"),
        "country",
        lambda site: site.country_code,
        description=_("Two letters (ISO 3166); empty where we do not know the name."),
        width=8,
    ),
    _site(
        "site_latitude",
        _("Site: latitude"),
        "geoPoint.lat",
        lambda site: site.latitude,
        description=_("Degrees (WGS 84), of the city only."),
        kind=Kind.NUMBER,
        width=10,
        stored=number("t.latitude"),
    ),
    _site(
        "site_longitude",
        _("Site: longitude"),
        "geoPoint.lon",
        lambda site: site.longitude,
        description=_("Degrees (WGS 84), of the city only."),
        kind=Kind.NUMBER,
        width=10,
        stored=number("t.longitude"),
    ),
    _site(
        "site_is_approximate",
        _("Site: position is ours"),
        "geoPoint",
        lambda site: site.is_approximate,
        description=_("yes: the record has no point; ours is the city's, from GeoNames."),
        kind=Kind.YES_NO,
        width=10,
        stored=yes_no("t.is_approximate"),
    ),
    _site_contact("site_contact_name", _("Site: contact"), "name", lambda one: one.name),
    _site_contact("site_contact_email", _("Site: e-mail"), "email", lambda one: one.email),
    _site_contact("site_contact_phone", _("Site: telephone"), "phone", lambda one: one.phone),
)
OURS = (
    ours(
        name="as_of",
        heading=_("Facts as known on"),
        description=_(
            "Only where the study stands here by facts that we brought along, not by a record "
            "fetched from the registry. What the facts do not hold is not known, not absent."
        ),
        source="as_of",
        value=lambda row: row.study.as_of if row.study.is_starter else "",
        kind=Kind.DATE,
        width=12,
        stored="CASE WHEN s.snapshot_id IS NULL THEN s.as_of END",
    ),
    ours(
        name="delisted_at",
        heading=_("No longer listed since"),
        description=_("The day since when the registry's answer no longer holds this study."),
        source="delisted_at",
        value=lambda row: row.study.delisted_at.date().isoformat() if row.study.delisted_at else "",
        kind=Kind.DATE,
        width=12,
        stored=day("s.delisted_at"),
    ),
    ours(
        name="last_changed_at",
        heading=_("We last saw a change on"),
        description=_("The day on which we first saw the record as it is now."),
        source="last_changed_at",
        value=lambda row: row.study.last_changed_at.date().isoformat(),
        kind=Kind.DATE,
        width=12,
        is_usual=False,
        stored=day("s.last_changed_at"),
    ),
    ours(
        name="page_link",
        heading=_("Link to our page"),
        description=_("The study's page here, with the words that our codes were read from."),
        source="nct_id",
        value=lambda row: page_address(row.study.nct_id),
        kind=Kind.LINK,
        width=46,
    ),
)
