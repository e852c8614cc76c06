"""Invented studies for tests of the readings: records built from their parts."""

from typing import Any

from trials.records import (
    DateStruct,
    Identification,
    Intervention,
    Oversight,
    PartialDate,
    SiteRecord,
    StudyRecord,
)

CELLS = (Intervention(name="Mesenchymal stem cells", type="BIOLOGICAL"),)
US = (SiteRecord(facility="A clinic", city="Miami", country="United States", country_code="US"),)
ABROAD = (SiteRecord(city="Rome", country="Italy", country_code="IT"),)


def record(**facts: Any) -> StudyRecord:
    """A study of which only these facts are known."""
    facts.setdefault("identification", Identification(nct_id="NCT90000010"))
    return StudyRecord(**facts)


def summary(words: str) -> StudyRecord:
    """A study of which only the brief summary is known."""
    return record(brief_summary=words)


def day(text: str, kind: str = "") -> DateStruct:
    """A date of the registry; ``kind`` is ACTUAL, ESTIMATED or nothing."""
    return DateStruct(PartialDate.parse(text), kind)


def regulated(sites: tuple[SiteRecord, ...], **answers: bool | None) -> StudyRecord:
    """A cell study at these sites with ``drug`` and ``device`` said to be FDA-regulated."""
    oversight = Oversight(
        is_fda_regulated_drug=answers.get("drug"), is_fda_regulated_device=answers.get("device")
    )
    return record(oversight=oversight, locations=sites, interventions=CELLS)
