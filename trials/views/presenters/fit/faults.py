"""What is wrong with an answer, and how to mend it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from trials.views.fit.questions import Field, NumberField
from trials.views.fit.values import EARLIEST_YEAR, Wrong


def fault_in_words(field: Field, wrong: Wrong) -> str:
    low, high = (field.low, field.high) if isinstance(field, NumberField) else (0, 0)
    words = {
        Wrong.NOT_A_DATE: _(
            "This is not a date that we can read. Give a year with four digits, from %(year)s on. "
            "If you give a day, give its month too."
        )
        % {"year": EARLIEST_YEAR},
        Wrong.IN_THE_FUTURE: _("This date is still to come. Please check the year and the month."),
        Wrong.NOT_A_NUMBER: _("Please give a number, such as %(value)s.")
        % {"value": (low + high) // 2},
        Wrong.NOT_WHOLE: _("Please give a whole number, with nothing after the point."),
        Wrong.OUT_OF_RANGE: _("Please give a number from %(low)s to %(high)s.")
        % {"low": low, "high": high},
        Wrong.NO_CHOICE: _("Please choose one of the answers that stand here."),
        Wrong.NONE_AND_MORE: _(
            "You ticked “No help at all” and something else too. Please leave only what is right."
        ),
    }
    return words[wrong]
