"""The paragraph 'In short', in words."""

from __future__ import annotations

from collections.abc import Iterable

from trials.models import Study
from trials.reading.in_short import messages
from trials.reading.wording import Sentence
from trials.records import PartialDate
from trials.search.said import said as _
from trials.search.words import STATUS, word
from trials.views.presenters.dates import in_words
from trials.views.presenters.study.saying import say
from trials.views.presenters.wording import lowered

OF_NOW = frozenset(messages.STATUSES.values())
# What starter facts don't hold, the record may: none of these can be said of a starter study.
OF_SILENCE = frozenset(
    {
        messages.NO_PHASE,
        messages.NOT_READ,
        messages.DONORS["not_stated"],
        messages.ROUTE_NOT_STATED,
        messages.NO_SITES,
        messages.ONE_SITE,
        messages.MANY_SITES,
        messages.ONE_SITE_SOMEWHERE,
        messages.MANY_SITES_SOMEWHERE,
    }
)


def in_short_texts(sentences: Iterable[Sentence], study: Study) -> tuple[str, ...]:
    """The sentences; of a starter study, none speaks of now."""
    if not study.is_starter:
        return tuple(say(one) for one in sentences)
    return tuple(
        _last_known(study) if one.template in OF_NOW else say(one)
        for one in sentences
        if one.template not in OF_SILENCE
    )


def _last_known(study: Study) -> str:
    known = PartialDate.parse(study.as_of)
    return _("Its status in %(month)s was: %(status)s.") % {
        "month": in_words(PartialDate(known.year, known.month)),
        "status": lowered(word(STATUS, study.overall_status)),
    }
