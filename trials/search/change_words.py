"""One change in words: the study page's, my list's, the feed's and the mail's."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trials.records import PartialDate
from trials.search.words import PHASE, STATUS, word

DATES = ("start_date", "primary_completion_date", "completion_date")
LONG = ("eligibility_criteria",)
MOST_LINES, LONGEST_LINE = 30, 500
_FORMS = {1: "Y", 2: "F Y", 3: "j F Y"}
Texts = tuple[str, ...]


def before_and_after(field: str, before: object, after: object) -> tuple[Texts, Texts]:
    """Both values in words; of lists and of long texts only what is gone, and what has come."""
    if field in LONG:
        return _differing(_lines(before), _lines(after))
    old, new = _texts(field, before), _texts(field, after)
    if isinstance(before, list) and isinstance(after, list):
        return _differing(old, new)
    return old, new


def _differing(old: Texts, new: Texts) -> tuple[Texts, Texts]:
    kept = set(old) & set(new)
    gone = tuple(one for one in old if one not in kept)
    return gone[:MOST_LINES], tuple(one for one in new if one not in kept)[:MOST_LINES]


def _lines(text: object) -> Texts:
    """The lines of a long text without their bullets; of a very long line its beginning."""
    lines = (line.strip(" \t*-•") for line in str(text or "").splitlines())
    return tuple(
        line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines if line
    )


def field_in_words(field: str) -> str:
    """'Status' for overall_status; an unknown field as it is called."""
    return word(_fields(), field)


def _texts(field: str, value: object) -> Texts:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(field, one) for one in values if one not in (None, ""))


def _text(field: str, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field == "overall_status":
        return word(STATUS, str(value))
    if field == "phases":
        return word(PHASE, str(value))
    if field == "listing":
        return _("listed") if value == "listed" else _("no longer listed")
    return _date(str(value)) if field in DATES else str(value)


def _date(text: str) -> str:
    day = PartialDate.parse(text)
    known = sum(part is not None for part in (day.year, day.month, day.day))
    return date_format(day.earliest, _FORMS[known])


def _fields() -> dict[str, str]:
    return {
        "overall_status": _("Status"),
        "why_stopped": _("Why it stopped"),
        "start_date": _("Start date"),
        "primary_completion_date": _("End of the main measurements"),
        "completion_date": _("End date"),
        "brief_title": _("Title"),
        "phases": _("Phase"),
        "enrollment_count": _("Number of people"),
        "lead_sponsor": _("Who runs it"),
        "interventions": _("Treatments"),
        "eligibility_criteria": _("Who can take part"),
        "minimum_age": _("Youngest age"),
        "maximum_age": _("Oldest age"),
        "sex": _("Sex"),
        "sites": _("Places"),
        "site_statuses": _("Status of places"),
        "central_contacts": _("Contacts"),
        "has_results": _("Results posted"),
        "documents": _("Documents"),
        "violations": _("Notices from the FDA"),
        "listing": _("On the registry"),
    }
