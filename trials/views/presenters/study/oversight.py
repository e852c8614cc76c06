"""What the record says about oversight: stated yes, stated no, or not stated; and what to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trials.reading.signals import OversightCode, OversightRow, Signal, Stated
from trials.search.said import said as _
from trials.views.presenters.study.evidence import Why, why
from trials.views.presenters.study.saying import say

YES_OR_NO = frozenset(
    {
        OversightCode.SAFETY_BOARD,
        OversightCode.FDA_REGULATED,
        OversightCode.CONTROLLED,
        OversightCode.MASKED,
        OversightCode.RESULTS,
    }
)


@dataclass(frozen=True, slots=True)
class OversightLine:
    """One row: what it is about, how the record answers, the fact, and the question to ask."""

    title: str
    answer: str
    fact: str
    question: str
    why: Why | None


@dataclass(frozen=True, slots=True)
class AskLine:
    """One stated fact that is worth a question."""

    fact: str
    question: str
    why: Why


def oversight_lines(rows: Iterable[OversightRow]) -> tuple[OversightLine, ...]:
    titles, answers = _titles(), _answers()
    return tuple(
        OversightLine(
            title=titles[row.code],
            answer=answers[_stated(row)],
            fact=say(row.fact),
            question=say(row.question),
            why=why(row.evidence) if row.evidence else None,
        )
        for row in rows
    )


def ask_lines(signals: Iterable[Signal]) -> tuple[AskLine, ...]:
    return tuple(AskLine(say(one.fact), say(one.question), why(one.evidence)) for one in signals)


def before_you_pay() -> tuple[str, ...]:
    """The same words on every study: neither box nor silence says anything about one study."""
    return (
        _(
            "Some studies on the registry ask people to pay. The registry does not check this, "
            "and a listing is not an approval."
        ),
        _("Ask what it costs in all, with travel, care and anything that goes wrong."),
        _("Show this page to your own doctor or ALS clinic before you pay, travel or sign."),
        _("You can say no, and you can stop a trial at any time."),
    )


def _stated(row: OversightRow) -> Stated | None:
    """Yes and no only where the question is one of yes or no; else None for what is stated."""
    is_open = row.answer is not Stated.NOT_STATED and row.code not in YES_OR_NO
    return None if is_open else row.answer


def _answers() -> dict[Stated | None, str]:
    return {
        None: _("Stated"),
        Stated.YES: _("Stated: yes"),
        Stated.NO: _("Stated: no"),
        Stated.NOT_STATED: _("Not stated: ask"),
    }


def _titles() -> dict[OversightCode, str]:
    return {
        OversightCode.SAFETY_BOARD: _("Safety board"),
        OversightCode.FDA_REGULATED: _("FDA"),
        OversightCode.REGULATOR_NAMED: _("Regulator or permit"),
        OversightCode.ETHICS_APPROVAL: _("Ethics board"),
        OversightCode.COST: _("Cost to you"),
        OversightCode.CELL_MAKER: _("Who makes the cells"),
        OversightCode.CONTROLLED: _("Groups to compare"),
        OversightCode.MASKED: _("Who knows what is given"),
        OversightCode.SITES: _("Number of places"),
        OversightCode.SPONSOR: _("Who runs it"),
        OversightCode.RESULTS: _("Results"),
        OversightCode.PUBLICATIONS: _("Papers"),
        OversightCode.LAST_VERIFIED: _("Last check of the record"),
        OversightCode.REGISTERED_BEFORE_START: _("Put on the registry"),
        OversightCode.FDA_NOTICE: _("Notice from the FDA"),
    }
