"""What a reference manager needs of a study."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trials.exports.cells import clean
from trials.exports.registry_columns import date_text, registry_address
from trials.exports.row import StudyFacts
from trials.records import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Texts on one line each. ``updated``: the registry's last change; ``as_of``: starter facts."""

    nct_id: str
    title: str
    sponsor: str
    first_posted: PartialDate | None
    updated: str
    accessed: date
    address: str
    keywords: tuple[str, ...]
    as_of: str


def citation(facts: StudyFacts, *, today: date) -> Citation:
    """The study's citation as of today."""
    record = facts.record
    posted = record.status.study_first_post_date
    lead = record.sponsors.lead_sponsor
    return Citation(
        nct_id=facts.study.nct_id,
        title=one_line(" ".join(record.titles[:1])) or facts.study.nct_id,
        sponsor=one_line(lead.name if lead else ""),
        first_posted=posted.date if posted else None,
        updated=date_text(record.status.last_update_post_date),
        accessed=today,
        address=registry_address(facts.study.nct_id),
        keywords=tuple(one_line(one) for one in record.conditions),
        as_of=facts.study.as_of if facts.study.is_starter else "",
    )


def one_line(text: str) -> str:
    """Text in which no line can end: formats made of lines can't be broken out of."""
    return " ".join(clean(text).split())
