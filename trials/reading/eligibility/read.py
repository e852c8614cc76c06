"""The reading of eligibility: from a record's texts to what they ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from trials.reading.eligibility import (
    alternatives,
    breathing,
    cancer,
    capacity,
    clocks,
    daily_life,
    diagnosis,
    drugs,
    earlier_cells,
    feeding,
    genes,
    groups,
    medicines,
    plain_text,
    pregnancy,
    procedures,
    progression,
    scale,
    sections,
    sentences,
)
from trials.reading.eligibility.criterion import Criterion, CriterionSentence, Kind
from trials.reading.eligibility.wording import Finding, Wording, criterion
from trials.records import Age, StudyRecord

Reader = Callable[[Wording], Iterable[Finding]]
CRITERIA_FIELD = "eligibility.eligibility_criteria"
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (clocks.GATE, clocks.read),
    (capacity.GATE, capacity.read),
    (scale.GATE, scale.read),
    (progression.GATE, progression.read),
    (breathing.GATE, breathing.read),
    (feeding.GATE, feeding.read),
    (drugs.GATE, drugs.read),
    (genes.GATE, genes.read),
    (diagnosis.GATE, diagnosis.read),
    (earlier_cells.GATE, earlier_cells.read),
    (pregnancy.GATE, pregnancy.read),
    (medicines.GATE, medicines.read),
    (cancer.GATE, cancer.read),
    (procedures.GATE, procedures.read),
    (daily_life.GATE, daily_life.read),
)
# a description tells much that nobody is asked: only limits in figures are read from it
_IN_DESCRIPTIONS = {
    Kind.ONSET_TIME: "clock",
    Kind.DIAGNOSIS_TIME: "clock",
    Kind.VITAL_CAPACITY: "capacity",
    Kind.ALSFRS_TOTAL: "scale",
}
# Characters that are read of one text: six times what the registry takes, and within a second
# whatever stands there.
LONGEST = 200_000
_WHO_IS_ASKED = re.compile(
    r"\b(?:eligible|eligibility|inclusion|included?|enrol\w*|recruit\w*|must|admitted|selected)\b"
)


def read_eligibility(record: StudyRecord) -> tuple[Criterion, ...]:
    """All criteria that the record's texts state, the criteria text's first.

    A description's limits count where the criteria text has none of their kind; their
    ``field`` says where they stand. Ages and sex are ``record.eligibility``'s own fields.
    """
    criteria = read_criteria_text(record.eligibility.eligibility_criteria)
    told = {_IN_DESCRIPTIONS.get(one.kind) for one in criteria}
    described = (
        one
        for field in ("brief_summary", "detailed_description")
        for one in _read(getattr(record, field), field=field)
        if one.kind in _IN_DESCRIPTIONS and _IN_DESCRIPTIONS[one.kind] not in told
    )
    return _once((*criteria, *(one for one in described if _is_asked(one))))


def _is_asked(one: Criterion) -> bool:
    return bool(_WHO_IS_ASKED.search(one.sentence.lower()))


def read_criteria_text(text: str) -> tuple[Criterion, ...]:
    """All criteria that one criteria text states, in the order of the text."""
    read = _read(text, field=CRITERIA_FIELD)
    return _once(drugs.settled(read, plain_text.tight(plain_text.plain(text))))


def minimum_age(record: StudyRecord) -> Age | None:
    """The youngest age (registry: minimumAge); None means no limit."""
    return record.eligibility.minimum_age


def maximum_age(record: StudyRecord) -> Age | None:
    """The oldest age (registry: maximumAge); None means no limit."""
    return record.eligibility.maximum_age


def sex(record: StudyRecord) -> str:
    """ALL, FEMALE or MALE (registry: sex); "" where the record has none."""
    return record.eligibility.sex


def _read(text: str, *, field: str) -> Iterator[Criterion]:
    seen: set[tuple[str, str, str]] = set()
    for said, plain in sentences.with_plain(text[:LONGEST]):
        key = (said.text, said.section, said.group)
        if key in seen:
            continue
        seen.add(key)
        wording = Wording.of(said, plain)
        if sections.is_about_patients(said.group.lower()) and not groups.of_others(wording.text):
            yield from _in_sentence(wording, field=field)


def _in_sentence(wording: Wording, *, field: str) -> Iterator[Criterion]:
    read = [
        one for gate, reader in _READERS if gate.search(wording.text) for one in reader(wording)
    ]
    for found in alternatives.without_them(wording, read):
        yield _grouped(criterion(found, wording, field=field), wording, found)


def _grouped(one: Criterion, wording: Wording, found: Finding) -> Criterion:
    at = groups.group_at(wording.text, found.start)
    if not at:
        return replace(one, group=wording.said.group)
    places = plain_text.places(wording.plain)
    return replace(one, group=wording.said.text[places[at[0]] : places[at[1] - 1] + 1])


def _once(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Each demand once; what holds for two groups of one text holds for everybody."""
    kept: dict[tuple[str, ...], Criterion] = {}
    for one in criteria:
        key = (one.kind, one.section, one.operator, one.value, one.value_high, one.unit, one.anchor)
        first = kept.get(key)
        if first is None:
            kept[key] = one
        elif first.group and first.group != one.group:
            kept[key] = replace(first, group="")
    return tuple(kept.values())


__all__ = [
    "CriterionSentence",
    "maximum_age",
    "minimum_age",
    "read_criteria_text",
    "read_eligibility",
    "sex",
]
