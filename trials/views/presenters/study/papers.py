"""Papers, documents and links of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trials.records import LargeDocument, Reference, SeeAlsoLink
from trials.search.said import said as _
from trials.views.presenters.dates import in_words
from trials.views.presenters.frame import Link

PUBMED = "https://pubmed.ncbi.nlm.nih.gov"
DOCUMENTS = "https://cdn.clinicaltrials.gov/large-docs"
_NAKED = re.compile(r"PubMed \d+")
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """``citation`` is the record's own; "" where all it gives is the number."""

    kind: str
    citation: str
    link: Link | None
    retractions: tuple[str, ...]


def papers(references: Iterable[Reference]) -> tuple[Paper, ...]:
    """Papers in the record's order."""
    return tuple(
        Paper(
            kind=_kind(one.type),
            citation="" if _NAKED.fullmatch(one.citation) else one.citation,
            link=_pubmed(one.pmid) if one.pmid.isdigit() else None,
            retractions=one.retractions,
        )
        for one in references
    )


def _pubmed(pmid: str) -> Link:
    return Link(_("PubMed %(number)s") % {"number": pmid}, f"{PUBMED}/{pmid}/")


def _kind(kind: str) -> str:
    words = {
        "RESULT": _("Results of this study"),
        "DERIVED": _("A paper that names this study"),
        "BACKGROUND": _("Background"),
    }
    return words.get(kind, _("Paper"))


def documents(files: Iterable[LargeDocument], nct_id: str) -> tuple[Link, ...]:
    """Posted files, as the registry serves them (``/large-docs/<last two digits>/<id>/``)."""
    folder = f"{DOCUMENTS}/{nct_id[-2:]}/{nct_id}"
    return tuple(
        Link(_document_text(one), f"{folder}/{one.filename}")
        for one in files
        if re.fullmatch(r"[\w.-]+", one.filename)
    )


def _document_text(one: LargeDocument) -> str:
    date = f", {in_words(one.date)}" if one.date else ""
    size = _(", %(size)s kB") % {"size": f"{one.size // 1000:,}"} if one.size else ""
    return f"{one.label or one.filename} (PDF{date}{size})"


def web_links(links: Iterable[SeeAlsoLink]) -> tuple[Link, ...]:
    """The sponsor's own links; only web addresses, since a record may hold anything."""
    return tuple(Link(one.label or one.url, one.url) for one in links if _WEB.match(one.url))
