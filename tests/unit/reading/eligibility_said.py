"""A short notation for readings, so that tables of wording stay readable."""

from collections.abc import Iterable

from trials.reading.eligibility import Criterion, read_criteria_text

_HEADINGS = {"I": "Inclusion Criteria:\n\n* ", "E": "Exclusion Criteria:\n\n* ", "-": ""}


def shown(one: Criterion) -> str:
    """ "onset_time <= 36 months @weakness"; a range is "between 6..24"."""
    value = f"{one.value}..{one.value_high}" if one.value_high else one.value
    anchor = f"@{one.anchor}" if one.anchor else ""
    return " ".join(part for part in (one.kind, one.operator, value, one.unit, anchor) if part)


def said(heading: str, text: str) -> list[str]:
    """What is read from ``text`` under the heading I(nclusion), E(xclusion) or - (none)."""
    return all_shown(read_criteria_text(_HEADINGS[heading] + text))


def all_shown(criteria: Iterable[Criterion]) -> list[str]:
    return sorted(shown(one) for one in criteria)
