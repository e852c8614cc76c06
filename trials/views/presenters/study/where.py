"""Where the study takes place, and whom to ask there: e-mail first, many can't phone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from trials.records import Contact, SiteRecord
from trials.records.countries import country_name
from trials.search.said import said as _
from trials.views.presenters.statuses import StatusMark, status_mark


@dataclass(frozen=True, slots=True)
class ContactLine:
    """``mail_address`` is a mailto: address with a message to begin from; "" without e-mail."""

    name: str
    role: str
    email: str
    mail_address: str
    mail_label: str
    phone: str
    phone_address: str


@dataclass(frozen=True, slots=True)
class Place:
    """One site. ``mark`` is its own status, None where the record gives it none."""

    name: str
    town: str
    mark: StatusMark | None
    contacts: tuple[ContactLine, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """The sites of one country."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """``missing`` says why there is no place to show; "" where there are some."""

    countries: tuple[Country, ...]
    contacts: tuple[ContactLine, ...]
    missing: str


def where(
    sites: Iterable[SiteRecord], central: Iterable[Contact], *, nct_id: str, is_starter: bool
) -> Where:
    """All sites by country, in the record's order, and the study's own contacts."""
    by_country: dict[str, list[Place]] = defaultdict(list)
    for site in sites:
        name = country_name(site.country_code) if site.country_code else site.country
        by_country[name or _("Country not stated")].append(_place(site, nct_id))
    return Where(
        countries=tuple(Country(name, tuple(places)) for name, places in by_country.items()),
        contacts=tuple(contact_line(one, nct_id) for one in central),
        missing=_missing(bool(by_country), is_starter=is_starter),
    )


def _missing(has_places: bool, *, is_starter: bool) -> str:
    if is_starter and has_places:
        return _("We do not know yet if these are all its places. See the registry.")
    if is_starter:
        return _("We do not know its places yet. See the registry.")
    return "" if has_places else _("The record lists no place.")


def _place(site: SiteRecord, nct_id: str) -> Place:
    return Place(
        name=site.facility or _("Name of the hospital not known"),
        town=", ".join(part for part in (site.city, site.state, site.zip) if part),
        mark=status_mark(site.status) if site.status else None,
        contacts=tuple(contact_line(one, nct_id) for one in site.contacts),
    )


def contact_line(contact: Contact, nct_id: str) -> ContactLine:
    """A contact with a message that somebody who types slowly can send as it is."""
    phone = contact.phone + (f" ext. {contact.phone_ext}" if contact.phone_ext else "")
    return ContactLine(
        name=contact.name or contact.affiliation or _("Study contact"),
        role=_role(contact.role),
        email=contact.email,
        mail_address=_mail_address(contact.email, nct_id) if contact.email else "",
        mail_label=_("E-mail %(address)s") % {"address": contact.email},
        phone=_("Phone %(number)s") % {"number": phone} if contact.phone else "",
        phone_address=f"tel:{quote(contact.phone, safe='+')}" if contact.phone else "",
    )


def _role(role: str) -> str:
    words = {
        "PRINCIPAL_INVESTIGATOR": _("Leads the study"),
        "SUB_INVESTIGATOR": _("Study doctor"),
        "STUDY_CHAIR": _("Chairs the study"),
        "STUDY_DIRECTOR": _("Directs the study"),
    }
    return words.get(role, "")


def _mail_address(email: str, nct_id: str) -> str:
    subject = _("Question about study %(nct_id)s") % {"nct_id": nct_id}
    body = _(
        "Hello,\n\nI have ALS, or I write for somebody who has. I would like to know more about "
        "study %(nct_id)s.\n\nIs it taking people now? Who can take part? What would it cost?\n\n"
        "I may not be able to phone. Please answer by e-mail.\n\nThank you."
    ) % {"nct_id": nct_id}
    return f"mailto:{quote(email, safe='@+')}?subject={quote(subject)}&body={quote(body)}"
