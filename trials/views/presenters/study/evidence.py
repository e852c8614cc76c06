"""'Why we say this': where in the record the words stand, and the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from trials.reading.evidence import Evidence
from trials.search.said import said as _
from trials.search.said import spoken

_NUMBERED = re.compile(r"(?:\w+\.)?(\w+)\[(\d+)\]")
_CODE = re.compile(r"[A-Z]{4,}(?:_[A-Z]+)*")
PLACES = {
    "identification.brief_title": gettext_lazy("Title"),
    "identification.official_title": gettext_lazy("Long title"),
    "identification.acronym": gettext_lazy("Short name"),
    "brief_summary": gettext_lazy("Summary"),
    "detailed_description": gettext_lazy("Description"),
    "eligibility.eligibility_criteria": gettext_lazy("Criteria for taking part"),
    "eligibility.study_population": gettext_lazy("People in the study"),
    "design.intervention_model_description": gettext_lazy("Design"),
    "design.masking_description": gettext_lazy("Who knows what is given"),
    "status.status_verified_date": gettext_lazy("Date of the last check"),
    "status.overall_status": gettext_lazy("Status"),
    "status.study_first_submit_date": gettext_lazy("First sent to the registry"),
    "status.study_first_post_date": gettext_lazy("First shown on the registry"),
    "status.start_date": gettext_lazy("Start date"),
    "status.primary_completion_date": gettext_lazy("End of the main measurements"),
    "status.completion_date": gettext_lazy("End date"),
    "design.study_type": gettext_lazy("Kind of study"),
    "design.phases": gettext_lazy("Phase"),
    "design.allocation": gettext_lazy("How people are put into groups"),
    "design.intervention_model": gettext_lazy("Design"),
    "design.masking": gettext_lazy("Who knows what is given"),
    "oversight.oversight_has_dmc": gettext_lazy("Data monitoring committee"),
    "oversight.is_fda_regulated_drug": gettext_lazy("Drug that the FDA regulates"),
    "oversight.is_fda_regulated_device": gettext_lazy("Device that the FDA regulates"),
    "has_results": gettext_lazy("Results"),
    "locations": gettext_lazy("Places"),
    "references": gettext_lazy("Papers"),
    "sponsors.lead_sponsor": gettext_lazy("Who runs it"),
    "sponsors.lead_sponsor.name": gettext_lazy("Who runs it"),
}
PARTS = {
    "interventions": gettext_lazy("Treatment %(number)s"),
    "arm_groups": gettext_lazy("Group %(number)s"),
    "conditions": gettext_lazy("Condition %(number)s"),
    "keywords": gettext_lazy("Keyword %(number)s"),
    "primary_outcomes": gettext_lazy("Main measure %(number)s"),
    "secondary_outcomes": gettext_lazy("Further measure %(number)s"),
    "other_outcomes": gettext_lazy("Other measure %(number)s"),
    "locations": gettext_lazy("Place %(number)s"),
    "references": gettext_lazy("Paper %(number)s"),
    "violation_events": gettext_lazy("Notice %(number)s"),
}


@dataclass(frozen=True, slots=True)
class Why:
    """``where`` in plain words; ``quote`` verbatim from the record."""

    where: str
    quote: str


def why(evidence: Evidence) -> Why:
    return Why(place_in_words(evidence.field), _quote(evidence.quote))


def _quote(quote: str) -> str:
    """Text stays as it is; a yes or no and a code of the registry become words."""
    if quote in ("true", "false"):
        return _("yes") if quote == "true" else _("no")
    return quote.replace("_", " ").lower() if _CODE.fullmatch(quote) else quote


def whys(stored: Iterable[Mapping[str, Any]]) -> tuple[Why, ...]:
    """The evidence that a stored reading holds, each quote once."""
    found = (Why(place_in_words(one["field"]), one["quote"]) for one in stored)
    return tuple(dict.fromkeys(found))


def place_in_words(field: str) -> str:
    """'interventions[0].name' -> 'Treatment 1'; a place without words of ours, as it is named."""
    if field in PLACES:
        return spoken(PLACES[field])
    numbered = _NUMBERED.match(field)
    if numbered and numbered[1] in PARTS:
        return spoken(PARTS[numbered[1]]) % {"number": int(numbered[2]) + 1}
    return _("Record field %(field)s") % {"field": field}
