"""What a record points to, and what the registry notes about it."""

from dataclasses import dataclass

from trials.records.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """``referencesModule.references[]``; type BACKGROUND, RESULT or DERIVED."""

    citation: str
    type: str = ""
    pmid: str = ""
    retractions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlsoLink:
    """``referencesModule.seeAlsoLinks[]``: the sponsor's own link, not checked by the registry."""

    url: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeDocument:
    """``documentSection.largeDocumentModule.largeDocs[]``: protocol, plan, consent form."""

    label: str
    filename: str
    has_protocol: bool = False
    has_sap: bool = False
    has_icf: bool = False
    date: PartialDate | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpostedEvent:
    """``unpostedAnnotation.unpostedEvents[]``: results submitted, returned or withdrawn."""

    type: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolationEvent:
    """``violationAnnotation.violationEvents[]``: what the FDA noted on the record."""

    type: str
    description: str = ""
    creation_date: PartialDate | None = None
    issued_date: PartialDate | None = None
    release_date: PartialDate | None = None
    posted_date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """``annotationSection.annotationModule``"""

    unposted_responsible_party: str = ""
    unposted_events: tuple[UnpostedEvent, ...] = ()
    violation_events: tuple[ViolationEvent, ...] = ()
