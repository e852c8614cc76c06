"""A study's dates as whole-day events (RFC 5545): estimated ones tentative, actual ones settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from trials.exports.cells import clean
from trials.models import Change, Study
from trials.records import DateStruct, StudyRecord
from trials.views.presenters.addresses import study_address
from trials.views.presenters.dates import struct_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """``end`` is the day after the last. ``sequence`` rises with every change that we saw."""

    uid: str
    title: str
    text: str
    start: date
    end: date
    is_tentative: bool
    sequence: int
    changed: datetime
    address: str


def events(study: Study, record: StudyRecord, changes: Iterable[Change]) -> Iterator[Event]:
    """Start, end of the main measurements and end: those that the record dates.

    A month stays a month: the event spans it, and is never put on a day of our choice.
    """
    status = record.status
    dates: tuple[tuple[str, str, str, DateStruct | None], ...] = (
        ("start", "start_date", _("Start"), status.start_date),
        (
            "primary",
            "primary_completion_date",
            _("Main measurements end"),
            status.primary_completion_date,
        ),
        ("end", "completion_date", _("End"), status.completion_date),
    )
    seen = list(changes)
    for name, field, words, struct in dates:
        if struct is not None:
            mine = [one for one in seen if one.field == field]
            yield _event(study, name, words, struct, mine)


def _event(study: Study, name: str, words: str, struct: DateStruct, changes: list[Change]) -> Event:
    host = urlsplit(settings.SITE_URL).hostname
    kind = _("estimated") if struct.is_estimated else _("as stated")
    title = study.acronym or study.brief_title or study.nct_id
    return Event(
        uid=f"{study.nct_id}-{name}@{host}",
        title=clean(f"{words} ({kind}): {title}"),
        text=clean(_text(study, struct)),
        start=struct.date.earliest,
        end=struct.date.latest + timedelta(days=1),
        is_tentative=struct.is_estimated,
        sequence=len(changes),
        changed=max((one.seen_at for one in changes), default=study.first_seen_at),
        address=settings.SITE_URL + study_address(study.nct_id),
    )


def _text(study: Study, struct: DateStruct) -> str:
    said = _("The record says: %(date)s.") % {"date": struct_in_words(struct)}
    warning = _("Estimated dates often move. Ask the study before you plan by them.")
    lines = [study.brief_title, study.nct_id, said]
    if struct.is_estimated:
        lines.append(warning)
    if study.is_starter:
        lines.append(_("Facts as known on %(day)s.") % {"day": study.as_of})
    if study.delisted_at:
        lines.append(_("The registry no longer lists this study."))
    return "\n".join(lines)
