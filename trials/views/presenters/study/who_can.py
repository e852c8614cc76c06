"""Who can take part: the registry's sentences, and what we read in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trials.reading.eligibility.criterion import Criterion, Kind
from trials.records import Age, Eligibility
from trials.search.said import said as _
from trials.views.presenters.prose import Block, prose
from trials.views.presenters.results.cards import Fact
from trials.views.presenters.study.criteria import criterion_in_words
from trials.views.presenters.study.evidence import Why, place_in_words


@dataclass(frozen=True, slots=True)
class ReadCriterion:
    """One demand as we read it, beside the sentence that we read it in."""

    text: str
    group: str
    why: Why


@dataclass(frozen=True, slots=True)
class WhoCan:
    """``text`` is the registry's; ``closes_door``: earlier cell treatment keeps people out."""

    facts: tuple[Fact, ...]
    read: tuple[ReadCriterion, ...]
    text: tuple[Block, ...]
    closes_door: str


def who_can(eligibility: Eligibility, criteria: Sequence[Criterion]) -> WhoCan:
    return WhoCan(
        facts=tuple(_facts(eligibility)),
        read=tuple(_read(one) for one in criteria),
        text=prose(eligibility.eligibility_criteria),
        closes_door=_closes_door(criteria),
    )


def _facts(eligibility: Eligibility) -> Iterator[Fact]:
    yield Fact(_("Age"), _ages(eligibility.minimum_age, eligibility.maximum_age))
    yield Fact(_("Sex"), _sex(eligibility.sex))
    if eligibility.healthy_volunteers:
        yield Fact(_("People without the illness"), _("The record says that they can take part"))


def _ages(youngest: Age | None, oldest: Age | None) -> str:
    if youngest and oldest:
        return _("%(youngest)s to %(oldest)s") % {"youngest": youngest, "oldest": oldest}
    if youngest:
        return _("%(youngest)s or older") % {"youngest": youngest}
    if oldest:
        return _("%(oldest)s or younger") % {"oldest": oldest}
    return _("No limit stated")


def _sex(sex: str) -> str:
    words = {"ALL": _("All"), "FEMALE": _("Women only"), "MALE": _("Men only")}
    return words.get(sex, sex) or _("Not stated")


def _read(one: Criterion) -> ReadCriterion:
    why = Why(place_in_words(one.field), one.quote)
    return ReadCriterion(criterion_in_words(one), one.group, why)


def _closes_door(criteria: Sequence[Criterion]) -> str:
    """Said outright, since a clinic's treatment now can cost a place in a trial later."""
    if not any(one.kind is Kind.PRIOR_CELL_THERAPY for one in criteria):
        return ""
    return _(
        "This record speaks of earlier cell treatment. People who had cells from a clinic may be "
        "turned away. Ask before you have any."
    )
