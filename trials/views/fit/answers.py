"""All answers of one person, as the cookie carries them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from trials.views.fit.questions import BY_SLUG, FIELDS, QUESTIONS, Question
from trials.views.fit.values import checked

VERSION = 1


class WrongField(ValueError):
    """A field that its question doesn't have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: its fields that are filled, or "I don't know"."""

    values: Mapping[str, str] = field(default_factory=dict)
    is_unknown: bool = False

    @property
    def is_given(self) -> bool:
        return self.is_unknown or bool(self.values)


@dataclass(frozen=True, slots=True)
class Undo:
    """The last change: which question, and the answer before it."""

    slug: str
    before: Answer


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer, by the question's slug. Nothing of it is stored on our side."""

    by_slug: Mapping[str, Answer] = field(default_factory=dict)
    undo: Undo | None = None

    def to(self, question: Question) -> Answer:
        return self.by_slug.get(question.slug, Answer())

    def of(self, name: str) -> str:
        """The text in one field, "" for none."""
        for answer in self.by_slug.values():
            if name in answer.values:
                return answer.values[name]
        return ""

    @property
    def count(self) -> int:
        """How many questions have an answer, "I don't know" included."""
        return len(self.by_slug)

    def changed(self, question: Question, answer: Answer) -> Answers:
        """With this answer, which can be undone."""
        return replace(
            self._with(question.slug, answer), undo=Undo(question.slug, self.to(question))
        )

    def undone(self) -> Answers:
        """As it was before the last change."""
        return self._with(self.undo.slug, self.undo.before) if self.undo else self

    def _with(self, slug: str, answer: Answer) -> Answers:
        rest = {one: given for one, given in self.by_slug.items() if one != slug}
        return Answers(rest | {slug: answer} if answer.is_given else rest)


def to_text(answers: Answers) -> str:
    """Short JSON; ``from_text`` reads it."""
    undo = answers.undo
    body = [
        VERSION,
        {slug: _flat(answer) for slug, answer in answers.by_slug.items()},
        [undo.slug, _flat(undo.before)] if undo else None,
    ]
    return json.dumps(body, separators=(",", ":"))


def from_text(text: str, *, today: date) -> Answers | None:
    """The answers; None where the text is of another version or can't be answers."""
    try:
        version, given, undo = json.loads(text)
        if version != VERSION:
            return None
        by_slug = {slug: _answer(slug, one, today) for slug, one in given.items()}
        last = Undo(undo[0], _answer(undo[0], undo[1], today)) if undo else None
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None
    in_order = {one.slug: by_slug[one.slug] for one in QUESTIONS if one.slug in by_slug}
    return Answers(in_order, last)


def _flat(answer: Answer) -> dict[str, str] | int:
    """0: "I don't know"."""
    return 0 if answer.is_unknown else dict(answer.values)


def _answer(slug: str, flat: Any, today: date) -> Answer:
    names = {one.name for one in BY_SLUG[slug].fields}
    if flat == 0:
        return Answer(is_unknown=True)
    if not set(flat) <= names:
        raise WrongField
    return Answer({name: checked(FIELDS[name], text, today=today) for name, text in flat.items()})
