"""Facts about time: how fresh a record is, whether its dates still hold, what came after."""

from collections.abc import Iterator
from datetime import date, timedelta

from trials.reading.evidence import Evidence
from trials.reading.quoting import LONGEST
from trials.reading.signals.signal import Signal, SignalCode
from trials.reading.status import OPEN, is_long_unconfirmed
from trials.reading.wording import Words, gettext_noop, sentence
from trials.records import DateStruct, OverallStatus, PartialDate, StudyRecord

ENDED = frozenset({OverallStatus.COMPLETED, OverallStatus.TERMINATED})
GRACE = timedelta(days=60)
"""Registries allow some weeks; a well-known phase 3 trial was one day late."""
RESULTS_DUE = timedelta(days=365)
"""42 CFR 11.44: results are due one year after the primary completion date."""

STATUS_UNKNOWN = gettext_noop(
    "The registry shows the status of this study as unknown. No one has confirmed it for two "
    "years or more. The last status that it gave was: {status}."
)
STATUS_UNKNOWN_BARE = gettext_noop(
    "The registry shows the status of this study as unknown. No one has confirmed it for two "
    "years or more."
)
ASK_IF_IT_GOES_ON = gettext_noop("Does this study still go on? Are you still taking people?")
NOT_VERIFIED = gettext_noop(
    "The record says: {status}. No one has confirmed this since {verified}."
)
PLANNED_END_PASSED = gettext_noop(
    "The record says: {status}. But its planned end date, {end}, has passed."
)
REGISTERED_LATE = gettext_noop(
    "The start date is {start}. The study was put on the registry on {registered}, after that."
)
ASK_WHY_LATE = gettext_noop("Why was the study put on the registry after it began?")
NO_RESULTS = gettext_noop(
    "The end date is {end}. This record shows no results, and no paper from the study."
)
ASK_FOR_RESULTS = gettext_noop("Where can I read the results?")


def timing_signals(record: StudyRecord, today: date) -> Iterator[Signal]:
    """The signals of this file, in their order."""
    yield from _status_unknown(record)
    yield from _not_verified(record, today)
    yield from _planned_end(record, today)
    yield from _registered_late(record)
    yield from _no_results(record, today)


def is_registered_late(record: StudyRecord) -> bool | None:
    """Whether it was registered more than 60 days after it began; None where that is not said.

    ``study_first_submit_date`` counts; without it, a first posting within the grace shows
    that the study was in time, and a later one shows nothing.
    """
    start, submitted = record.status.start_date, record.status.study_first_submit_date
    if start is None:
        return None
    if submitted is not None:
        return submitted.earliest > start.date.latest + GRACE
    posted = record.status.study_first_post_date
    in_time = posted is not None and posted.date.latest <= start.date.latest + GRACE
    return False if in_time else None


def _status_unknown(record: StudyRecord) -> Iterator[Signal]:
    if record.status.overall_status != OverallStatus.UNKNOWN:
        return
    last = record.status.last_known_status
    fact = (
        sentence(STATUS_UNKNOWN, status=Words("overall_status", (last,)))
        if last
        else sentence(STATUS_UNKNOWN_BARE)
    )
    evidence = Evidence("status.overall_status", "UNKNOWN", "status: unknown")
    yield Signal(SignalCode.STATUS_UNKNOWN, fact, sentence(ASK_IF_IT_GOES_ON), evidence)


def _not_verified(record: StudyRecord, today: date) -> Iterator[Signal]:
    status, verified = record.status.overall_status, record.status.status_verified_date
    if status not in OPEN or verified is None or not is_long_unconfirmed(record, today):
        return
    yield Signal(
        SignalCode.NOT_VERIFIED_FOR_TWO_YEARS,
        sentence(NOT_VERIFIED, status=Words("overall_status", (status,)), verified=verified),
        sentence(ASK_IF_IT_GOES_ON),
        _of("status.status_verified_date", verified, "status: not verified for two years"),
    )


def _planned_end(record: StudyRecord, today: date) -> Iterator[Signal]:
    status = record.status.overall_status
    field, end = _last_date(record)
    if status not in OPEN or end is None or not end.is_estimated or end.date.latest >= today:
        return
    yield Signal(
        SignalCode.PLANNED_END_HAS_PASSED,
        sentence(PLANNED_END_PASSED, status=Words("overall_status", (status,)), end=end.date),
        sentence(ASK_IF_IT_GOES_ON),
        _of(field, end.date, "dates: planned end has passed"),
    )


def _registered_late(record: StudyRecord) -> Iterator[Signal]:
    start, submitted = record.status.start_date, record.status.study_first_submit_date
    if start is None or submitted is None or not is_registered_late(record):
        return
    yield Signal(
        SignalCode.REGISTERED_AFTER_START,
        sentence(REGISTERED_LATE, start=start.date, registered=submitted),
        sentence(ASK_WHY_LATE),
        _of("status.study_first_submit_date", submitted, "dates: registered after the start"),
    )


def _no_results(record: StudyRecord, today: date) -> Iterator[Signal]:
    field, end = _last_date(record)
    if end is None or not _has_nothing_to_show(record) or end.type != "ACTUAL":
        return
    if end.date.latest + RESULTS_DUE < today:
        yield Signal(
            SignalCode.NO_RESULTS_FOUND,
            sentence(NO_RESULTS, end=end.date),
            sentence(ASK_FOR_RESULTS),
            _of(field, end.date, "results: none a year after the end"),
        )


def _has_nothing_to_show(record: StudyRecord) -> bool:
    has_sent_results = record.status.disp_first_post_date or record.annotations.unposted_events
    has_paper = any(one.type in {"RESULT", "DERIVED"} for one in record.references)
    is_over = record.status.overall_status in ENDED and record.design.enrollment_count != 0
    return is_over and not (record.has_results or has_sent_results or has_paper)


def _last_date(record: StudyRecord) -> tuple[str, DateStruct | None]:
    if record.status.completion_date is not None:
        return "status.completion_date", record.status.completion_date
    return "status.primary_completion_date", record.status.primary_completion_date


def _of(field: str, when: PartialDate, rule: str) -> Evidence:
    return Evidence(field, str(when)[:LONGEST], rule)
