"""The sentences of "In short", in the order in which a reader needs them."""

from datetime import date

from trials.reading.in_short import messages as say
from trials.reading.in_short.course import (
    date_sentences,
    kind_sentences,
    masking_sentences,
    number_sentences,
    place_sentences,
    status_sentences,
)
from trials.reading.in_short.treatment import people_sentences, treatment_sentences
from trials.reading.wording import Sentence, sentence
from trials.records import OverallStatus, PartialDate, StudyRecord

_NEVER_BEGAN = frozenset({OverallStatus.WITHDRAWN})


def in_short(
    record: StudyRecord,
    *,
    condition: str | None,
    role: str | None,
    cell_type: tuple[str, ...] | None,
    tissue: tuple[str, ...] | None,
    donor: str | None,
    route: tuple[str, ...] | None,
    today: date,
    delisted_since: date | None = None,
) -> tuple[Sentence, ...]:
    """One paragraph from structured fields and readings; never from a record's prose.

    The readings are codes of the codebook; None is an abstention (not "not_stated").
    """
    treatment = treatment_sentences(
        record, role=role, cell_type=cell_type, tissue=tissue, donor=donor, route=route
    )
    dates = () if record.status.overall_status in _NEVER_BEGAN else date_sentences(record, today)
    return (
        *_delisted(delisted_since),
        *kind_sentences(record),
        *people_sentences(condition),
        *treatment,
        *status_sentences(record, today),
        *place_sentences(record),
        *_number(record),
        *masking_sentences(record),
        *dates,
    )


def _delisted(since: date | None) -> tuple[Sentence, ...]:
    if since is None:
        return ()
    day = PartialDate(since.year, since.month, since.day)
    return (sentence(say.DELISTED, date=day),)


def _number(record: StudyRecord) -> tuple[Sentence, ...]:
    """ "Called off before anyone joined" already says that nobody did."""
    if record.status.overall_status in _NEVER_BEGAN:
        return ()
    return tuple(number_sentences(record))
