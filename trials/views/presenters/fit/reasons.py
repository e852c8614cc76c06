"""How one thing looks, and why, in plain words. Never a verdict."""

from __future__ import annotations

from django.utils.translation import gettext as _

from trials.reading.fit import CriterionFit, Looks, Reason


def looks_in_words(looks: Looks) -> str:
    words = {
        Looks.MET: _("Looks met"),
        Looks.NOT_MET: _("Looks not met"),
        Looks.NOT_STATED: _("Not stated"),
        Looks.ASK: _("Ask the site"),
    }
    return words[looks]


def reason_in_words(row: CriterionFit) -> str:
    """One or two sentences on why the row looks as it does."""
    if row.kind == "sex" and row.sentence == "ALL":
        return _("The record lets everyone in.")
    if row.reason is Reason.FOR_ONE_GROUP and row.criterion:
        return _("This is asked of one group only: “%(group)s”. Ask if that would be you.") % {
            "group": row.criterion.group
        }
    return _words()[row.reason]


def _words() -> dict[Reason, str]:
    return {
        Reason.AGREES: _("By your answer, this looks met."),
        Reason.DISAGREES: _("By your answer, this looks not met."),
        Reason.NOT_YET: _("More time has to pass first. It may be met later."),
        Reason.TOO_LATE: _("By the date that you gave, this time is over."),
        Reason.NO_LIMIT: _("The record sets no limit."),
        Reason.YOU_DID_NOT_SAY: _("You did not say, so we cannot tell. It counts neither way."),
        Reason.UNCLEAR_IN_RECORD: _("We could not tell what the record means. Ask."),
        Reason.FOR_ONE_GROUP: _("This is asked of one group only. Ask if that would be you."),
        Reason.CLOCK_NOT_NAMED: _("The record does not say from which day the time counts. Ask."),
        Reason.DATE_NOT_PRECISE: _(
            "Your date is a month or a year. This hangs on the day, so ask."
        ),
        Reason.AT_THE_LIMIT: _("Your answer is right at the limit. Ask if it still counts."),
        Reason.OTHER_TEST: _("The record means another test than yours, or does not say. Ask."),
        Reason.NOT_ASKED_HERE: _("We do not ask you about this. Read it, and ask."),
        Reason.DEPENDS_ON_MORE: _("This hangs on more than your answer. Ask."),
        Reason.LEFT_TO_THE_DOCTOR: _(
            "By your answer this looks not met, but the record leaves room for the study doctor. "
            "Ask."
        ),
        Reason.ONE_OF_SEVERAL_WAYS: _(
            "By your answer this looks not met, but the record names more than one way. Ask."
        ),
    }
