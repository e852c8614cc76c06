"""How the study is run: kind, phase, status, place, people, masking, dates."""

from collections.abc import Iterator
from datetime import date

from trials.reading.in_short import messages as say
from trials.reading.status import GOING_ON, is_long_unconfirmed
from trials.reading.wording import Sentence, Words, sentence
from trials.records import DateStruct, OverallStatus, StudyRecord, StudyType

_KINDS = {
    StudyType.INTERVENTIONAL: say.TRIAL,
    StudyType.OBSERVATIONAL: say.OBSERVATIONAL,
    StudyType.EXPANDED_ACCESS: say.EXPANDED_ACCESS,
}


def kind_sentences(record: StudyRecord) -> Iterator[Sentence]:
    """The kind of study; an expanded access program or observation has no phase."""
    kind = record.design.study_type
    yield sentence(_KINDS.get(kind, say.SOME_STUDY))  # type: ignore[call-overload]
    if kind == StudyType.INTERVENTIONAL:
        yield sentence(say.PHASES.get(record.design.phases, say.NO_PHASE))


def status_sentences(record: StudyRecord, today: date) -> Iterator[Sentence]:
    """The status in words, and how fresh it is."""
    status, last = record.status.overall_status, record.status.last_known_status
    if not status:
        return
    if status in say.STATUSES:
        yield sentence(say.STATUSES[status])
    else:
        yield sentence(say.OTHER_STATUS, status=Words("overall_status", (status,)))
    if status == OverallStatus.UNKNOWN and last:
        yield sentence(say.LAST_KNOWN, status=Words("overall_status", (last,)))
    verified = record.status.status_verified_date
    if verified is None:
        return
    is_old = status in GOING_ON and is_long_unconfirmed(record, today)
    yield sentence(say.LONG_AGO if is_old else say.VERIFIED, verified=verified)


def place_sentences(record: StudyRecord) -> Iterator[Sentence]:
    """Who runs it, and where."""
    lead = record.sponsors.lead_sponsor
    if lead and lead.name:
        yield sentence(say.SPONSOR, sponsor=lead.name.removesuffix("."))
    count = len(record.locations)
    if not count:
        yield sentence(say.NO_SITES)
        return
    codes = tuple(dict.fromkeys(site.country_code for site in record.locations))
    if "" in codes:
        is_one = sentence(say.ONE_SITE_SOMEWHERE)
        yield is_one if count == 1 else sentence(say.MANY_SITES_SOMEWHERE, count=count)
        return
    countries = Words("country", codes)
    if count == 1:
        yield sentence(say.ONE_SITE, countries=countries)
    else:
        yield sentence(say.MANY_SITES, count=count, countries=countries)


def number_sentences(record: StudyRecord) -> Iterator[Sentence]:
    """How many people took part or are planned; nothing where the record doesn't say."""
    count, kind = record.design.enrollment_count, record.design.enrollment_type
    if count is None:
        return
    if count == 0:
        yield sentence(say.NOBODY_TOOK_PART)
    elif kind == "ACTUAL":
        yield sentence(say.ONE_TOOK_PART) if count == 1 else sentence(say.TOOK_PART, count=count)
    elif kind == "ESTIMATED":
        yield _planned(count, is_open=record.status.overall_status in GOING_ON)
    else:
        yield sentence(say.NUMBER, count=count)


def _planned(count: int, *, is_open: bool) -> Sentence:
    if count == 1:
        return sentence(say.ONE_PLANNED if is_open else say.ONE_WAS_PLANNED)
    return sentence(say.PLANNED if is_open else say.WAS_PLANNED, count=count)


def masking_sentences(record: StudyRecord) -> Iterator[Sentence]:
    """Placebo, sham, one group only, and who knows what is given."""
    kinds = {arm.type for arm in record.arm_groups}
    if "PLACEBO_COMPARATOR" in kinds:
        yield sentence(say.PLACEBO)
    if "SHAM_COMPARATOR" in kinds:
        yield sentence(say.SHAM)
    has_others = any("COMPARATOR" in kind or kind == "NO_INTERVENTION" for kind in kinds)
    is_by_chance = record.design.allocation == "RANDOMIZED"
    if record.design.intervention_model == "SINGLE_GROUP" and not (has_others or is_by_chance):
        yield sentence(say.ONE_GROUP)
        return
    yield from _who_knows(record)


def _who_knows(record: StudyRecord) -> Iterator[Sentence]:
    masking = record.design.masking
    if masking == "NONE":
        yield sentence(say.NOBODY_MASKED)
    elif "PARTICIPANT" in record.design.who_masked:
        yield sentence(say.PEOPLE_MASKED)
    elif masking and record.design.who_masked:
        yield sentence(say.OTHERS_MASKED)


def date_sentences(record: StudyRecord, today: date) -> Iterator[Sentence]:
    """Start and end, each as precise as the record gives it."""
    start, end = record.status.start_date, record.status.completion_date
    end = end or record.status.primary_completion_date
    if start:
        template = _of_date(start, today, say.START, say.PLANNED_START, say.PLANNED_START_PASSED)
        yield sentence(template, start=start.date)
    if end:
        template = _of_date(end, today, say.END, say.PLANNED_END, say.PLANNED_END_PASSED)
        yield sentence(template, end=end.date)


def _of_date(struct: DateStruct, today: date, plain: str, planned: str, passed: str) -> str:
    if not struct.is_estimated and struct.date.earliest <= today:
        return plain
    return passed if struct.date.latest < today else planned
