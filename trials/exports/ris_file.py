"""RIS, for reference managers. It has no type for trials: a report of kind 'registration'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from trials.exports.citation import Citation, citation
from trials.exports.row import StudyFacts

CONTENT_TYPE = "application/x-research-info-systems; charset=utf-8"


def ris_bytes(studies: Iterable[StudyFacts], *, today: date) -> Iterator[bytes]:
    """One reference a study, lines ended by CRLF."""
    for facts in studies:
        lines = [f"{tag}  - {text}".rstrip() for tag, text in _fields(citation(facts, today=today))]
        yield "".join(f"{line}\r\n" for line in (*lines, "ER  - ", "")).encode()


def _fields(one: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "RPRT"
    yield "M3", "Clinical trial registration"
    yield "TI", one.title
    if one.sponsor:
        yield "AU", f"{one.sponsor},"  # a comma: an institution, not a family name
    if one.first_posted:
        yield "PY", str(one.first_posted.year)
        yield "DA", _date(one)
    yield "PB", "ClinicalTrials.gov"
    yield "AN", one.nct_id
    yield "UR", one.address
    yield "Y2", f"{one.accessed:%Y/%m/%d/}"
    for keyword in one.keywords:
        yield "KW", keyword
    if one.updated:
        yield "N1", f"Record last updated {one.updated}"
    if one.as_of:
        yield "N1", f"Facts as known on {one.as_of}"


def _date(one: Citation) -> str:
    """YYYY/MM/DD/ with what is known of it."""
    posted = one.first_posted
    if posted is None:
        return ""
    month, day = (f"{part:02d}" if part else "" for part in (posted.month, posted.day))
    return f"{posted.year}/{month}/{day}/"
