"""BibTeX: one @misc a study, named by its NCT number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from trials.exports.citation import Citation, citation
from trials.exports.row import StudyFacts

CONTENT_TYPE = "application/x-bibtex; charset=utf-8"
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts a brace even behind a backslash
        "}": r"\textbraceright{}",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "&": r"\&",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex_bytes(studies: Iterable[StudyFacts], *, today: date) -> Iterator[bytes]:
    """One entry a study."""
    for facts in studies:
        one = citation(facts, today=today)
        lines = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(one))
        yield f"@misc{{{one.nct_id},\n{lines}}}\n\n".encode()


def _fields(one: Citation) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escaped(one.title)}}}"
    if one.sponsor:
        yield "author", f"{{{escaped(one.sponsor)}}}"
    yield "howpublished", f"ClinicalTrials.gov identifier {one.nct_id}"
    if one.first_posted:
        yield "year", str(one.first_posted.year)
    yield "note", _note(one)
    yield "url", one.address


def _note(one: Citation) -> str:
    updated = f"Updated {one.updated}; " if one.updated else ""
    as_of = f"; facts as known on {one.as_of}" if one.as_of else ""
    return f"{updated}accessed {one.accessed.isoformat()}{as_of}"


def escaped(text: str) -> str:
    """Text for TeX, its braces in pairs."""
    return text.translate(_ESCAPED)
