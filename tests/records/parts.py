"""The small parts of a v2 study record, as the registry's JSON spells them.

Every function leaves out what is None: in the registry an unknown field is absent, never null.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]

CONTACT_PHONE = "555-010-0100"


def present(**fields: Any) -> Json:
    """The fields that are not None. A trailing underscore ('class_') is taken off the name."""
    return {name.rstrip("_"): value for name, value in fields.items() if value is not None}


def dated(date: str | None, kind: str | None = None) -> Json | None:
    """A date struct: `date` may be '2026', '2026-05' or '2026-05-04'; `kind` may be missing."""
    return None if date is None else present(date=date, type=kind)


def sponsor(name: str, class_: str = "OTHER") -> Json:
    return present(name=name, class_=class_)


def contact(
    name: str = "Study Contact",
    *,
    role: str = "CONTACT",
    phone: str | None = CONTACT_PHONE,
    email: str | None = "contact@example.org",
) -> Json:
    return present(name=name, role=role, phone=phone, email=email)


def official(name: str = "Study Lead, MD", affiliation: str = "Example University") -> Json:
    return present(name=name, affiliation=affiliation, role="PRINCIPAL_INVESTIGATOR")


def location(
    facility: str | None,
    city: str | None,
    country: str | None,
    *,
    state: str | None = None,
    zip: str | None = None,
    status: str | None = None,
    point: tuple[float, float] | None = None,
    contacts: Sequence[Json] | None = None,
) -> Json:
    """One site; `point` is (latitude, longitude) in degrees."""
    geo_point = None if point is None else {"lat": point[0], "lon": point[1]}
    return present(
        facility=facility,
        status=status,
        city=city,
        state=state,
        zip=zip,
        country=country,
        contacts=None if contacts is None else list(contacts),
        geoPoint=geo_point,
    )


def intervention(
    name: str,
    *,
    type: str = "BIOLOGICAL",
    description: str | None = None,
    arms: Sequence[str] | None = None,
    other_names: Sequence[str] | None = None,
) -> Json:
    """What is given. `arms` are labels of arms; None: the builder names every arm."""
    return present(
        type=type,
        name=name,
        description=description,
        armGroupLabels=None if arms is None else list(arms),
        otherNames=None if other_names is None else list(other_names),
    )


def arm(
    label: str,
    *,
    type: str | None = "EXPERIMENTAL",
    description: str | None = None,
    intervention_names: Sequence[str] | None = None,
) -> Json:
    """One arm; `intervention_names` as the registry spells them: 'Biological: Cells'."""
    names = None if intervention_names is None else list(intervention_names)
    return present(label=label, type=type, description=description, interventionNames=names)


def outcome(measure: str, *, time_frame: str = "12 months", description: str | None = None) -> Json:
    return present(measure=measure, description=description, timeFrame=time_frame)


def reference(citation: str, *, type: str = "BACKGROUND", pmid: str | None = None) -> Json:
    return present(pmid=pmid, type=type, citation=citation)


def document(abbrev: str, label: str, filename: str, *, date: str = "2025-03-04") -> Json:
    """A posted document: `abbrev` is Prot, SAP, ICF or a joining such as Prot_SAP."""
    return present(
        typeAbbrev=abbrev,
        hasProtocol="Prot" in abbrev,
        hasSap="SAP" in abbrev,
        hasIcf="ICF" in abbrev,
        label=label,
        date=date,
        uploadDate="2025-04-01T10:15",
        filename=filename,
        size=123456,
    )


def mesh(*terms: tuple[str, str]) -> list[Json]:
    return [{"id": identity, "term": term} for identity, term in terms]


def put(record: Json, path: str, value: Any) -> None:
    """Set one value by its JSON path: 'protocolSection.oversightModule.fdaaa801Violation'."""
    *above, last = path.split(".")
    for step in above:
        record = record.setdefault(step, {})
    record[last] = value


def drop(record: Json, path: str) -> None:
    """Take one field or module out by its JSON path; absent ones are no error."""
    *above, last = path.split(".")
    for step in above:
        record = record.get(step, {})
    record.pop(last, None)


def without_empty(modules: Mapping[str, Any]) -> Json:
    """The modules that hold anything."""
    return {name: module for name, module in modules.items() if module}
