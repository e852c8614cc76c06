"""The essential questions, each with why it matters. Shown in the guide and on each sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trials.search.said import said as _


class QuestionCode(StrEnum):
    """What a question is about, in the order to ask."""

    CELLS = "cells"
    EVIDENCE = "evidence"
    RISKS = "risks"
    COST = "cost"
    SAFETY = "safety"
    OVERSIGHT = "oversight"
    LATER_TRIALS = "later_trials"
    STOPPING = "stopping"


@dataclass(frozen=True, slots=True)
class EssentialQuestion:
    """``asks``: the question as one says it; ``why``: why the answer matters."""

    code: QuestionCode
    title: str
    asks: str
    why: str


def essential_questions() -> tuple[EssentialQuestion, ...]:
    """All eight."""
    return (*_of_the_treatment(), *_of_the_price(), *_of_what_follows())


def _of_the_treatment() -> tuple[EssentialQuestion, ...]:
    return (
        EssentialQuestion(
            QuestionCode.CELLS,
            _("Which cells?"),
            _(
                "Which cells are they: mesenchymal (MSC), neural (NSC), induced pluripotent (iPSC) "
                "or other? From what tissue? Mine or a donor's?"
            ),
            _("Each kind of cell is its own treatment. Proof for one is no proof for the next."),
        ),
        EssentialQuestion(
            QuestionCode.EVIDENCE,
            _("What is the proof?"),
            _(
                "What is the proof from science? Which peer-reviewed papers are there? How did "
                "people with ALS do?"
            ),
            _("In peer review, experts from outside check a paper. A story or an ad is no proof."),
        ),
        EssentialQuestion(
            QuestionCode.RISKS,
            _("What can go wrong?"),
            _("What are the risks and side effects? Which harms are known so far?"),
            _("You can only weigh a hope against a harm if you know both."),
        ),
    )


def _of_the_price() -> tuple[EssentialQuestion, ...]:
    return (
        EssentialQuestion(
            QuestionCode.COST,
            _("What does it cost?"),
            _(
                "What does it cost in all? Does that include later visits, care if something goes "
                "wrong, and travel? Who pays?"
            ),
            _("The registry does not show costs. Some listed studies ask people to pay."),
        ),
        EssentialQuestion(
            QuestionCode.SAFETY,
            _("How is my safety ensured?"),
            _(
                "How are the cells made ready, and how are they given? How am I watched for "
                "reactions, and for how long?"
            ),
            _("Harm can come from germs, from how cells are given, or years later."),
        ),
        EssentialQuestion(
            QuestionCode.OVERSIGHT,
            _("Who watches over it?"),
            _(
                "Is it part of a regulated trial? Which phase? Which regulator and which ethics "
                "board oversee it, and under what number?"
            ),
            _("With a name and a number, you or your doctor can check the answer."),
        ),
    )


def _of_what_follows() -> tuple[EssentialQuestion, ...]:
    return (
        EssentialQuestion(
            QuestionCode.LATER_TRIALS,
            _("Could it shut me out of other trials?"),
            _("Could this shut me out of other trials later?"),
            _("Some trials take nobody who has had cells before. In ALS, time is short."),
        ),
        EssentialQuestion(
            QuestionCode.STOPPING,
            _("What if I stop?"),
            _(
                "What happens if I stop? Who answers at night? What would people in the placebo "
                "group go through?"
            ),
            _("You may stop at any time. You should know who cares for you then."),
        ),
    )
