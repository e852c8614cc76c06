"""What must be known before the rest of a study's page is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trials.models import Study
from trials.reading.scope import Scope, reason_left_out
from trials.records import StudyRecord
from trials.search.said import said as _
from trials.search.words import STATUS, word
from trials.views.presenters.dates import moment_in_words
from trials.views.presenters.left_out import reason_in_words
from trials.views.presenters.results.notices import Notice
from trials.views.presenters.verified import starter_note, unconfirmed
from trials.views.presenters.wording import lowered


def study_notices(study: Study, record: StudyRecord, today: date) -> Iterator[Notice]:
    """Notices in the order of what they change about the page below."""
    if study.delisted_at:
        yield _delisted(moment_in_words(study.delisted_at))
    if study.scope == Scope.LEFT_OUT:
        yield _left_out(study)
    if study.scope == Scope.UNCLEAR:
        yield Notice(
            _("We could not tell what this study gives, or to whom"),
            (_("Our rules could not read this in the record. Please read the registry's page."),),
        )
    if study.is_starter:
        yield _starter(study)
    if study.overall_status == "UNKNOWN":
        yield _unknown(study)
    if text := unconfirmed(study, today):
        yield Notice(text, (_("It may no longer be true. Ask before you count on it."),))
    if record.status.why_stopped:
        yield Notice(_("Why it stopped, in the record's words"), (record.status.why_stopped,))


def _delisted(since: str) -> Notice:
    return Notice(
        _("No longer listed since %(date)s") % {"date": since},
        (_("The registry no longer shows this study. This is what it said last."),),
    )


def _left_out(study: Study) -> Notice:
    reason = reason_left_out(study.reading.condition, study.reading.role)
    return Notice(
        _("This study is not in our list"),
        (
            _("As we read its record, the reason is: %(reason)s.")
            % {"reason": reason_in_words(reason)},
            _("We keep this page so that links to it go on working."),
        ),
    )


def _starter(study: Study) -> Notice:
    return Notice(
        starter_note(study).rstrip("."),
        (
            _(
                "We have only some facts of this study so far, from before our first update. Its "
                "status may have changed since."
            ),
            _(
                "Not known here yet: what its record says in full, who can take part, contacts, "
                "and often its places. The registry has them."
            ),
        ),
    )


def _unknown(study: Study) -> Notice:
    last = study.last_known_status
    lines = [
        _("Those who run it have not confirmed its status for two years or more."),
    ]
    if last:
        lines.append(
            _("The last status that they gave was: %(status)s.")
            % {"status": lowered(word(STATUS, last))}
        )
    return Notice(_("Its status is unknown"), tuple(lines))
