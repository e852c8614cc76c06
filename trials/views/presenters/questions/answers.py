"""What a record answers to each of the essential questions, and in which field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from trials.models import Study
from trials.reading.burden.kinds import Burden, BurdenKind
from trials.reading.eligibility.criterion import Criterion
from trials.reading.evidence import Evidence
from trials.reading.signals import OversightCode, OversightRow, Signal, SignalCode, Stated
from trials.reading.wording import Sentence
from trials.records import StudyRecord
from trials.search.said import said as _
from trials.search.words import ROUTE
from trials.views.presenters.guide.essential_questions import QuestionCode
from trials.views.presenters.results.cards import UNSAID, cells, phases
from trials.views.presenters.study.evidence import place_in_words
from trials.views.presenters.study.saying import say
from trials.views.presenters.wording import worded

LONGEST_QUOTE = 70  # characters: eight questions must stay on one page


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """``text`` as a whole sentence; ``field`` of the record in words; "" for 'not stated'."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class ReadForSheet:
    """What the rules read in one record."""

    oversight: Sequence[OversightRow]
    signals: Sequence[Signal]
    burdens: Sequence[Burden]
    closing: Criterion | None

    def row(self, code: OversightCode) -> OversightRow:
        return next(row for row in self.oversight if row.code is code)


def answers(
    code: QuestionCode, study: Study, record: StudyRecord, read: ReadForSheet | None
) -> tuple[SheetAnswer, ...]:
    """What the record says to this question; ``read`` None: only starter facts are here."""
    if read is None:
        return (*_of_starter(code, study), SheetAnswer(_("Not known here yet: ask.")))
    return tuple(_ANSWERS[code](study, record, read))


def _of_starter(code: QuestionCode, study: Study) -> Iterator[SheetAnswer]:
    if code is QuestionCode.CELLS and study.reading.cell_type:
        yield SheetAnswer(f"{cells(study.reading)}.", _("Title"))
    if code is QuestionCode.OVERSIGHT and study.phases:
        yield SheetAnswer(f"{phases(study)}.", _("Phase"))


def _cells(study: Study, _record: StudyRecord, _read: ReadForSheet) -> Iterator[SheetAnswer]:
    reading = study.reading
    if reading.cell_type:
        yield SheetAnswer(f"{cells(reading)}.", _field_of(study, "cell_type"))
    else:
        yield SheetAnswer(_("Kind of cell: not stated, ask."))
    if not set(reading.tissue) - set(UNSAID):
        yield SheetAnswer(_("Tissue: not stated, ask."))
    if reading.donor in (None, *UNSAID):
        yield SheetAnswer(_("Own or donor cells: not stated, ask."))


def _field_of(study: Study, question: str) -> str:
    """Where the words stand that a stored reading was read from."""
    if question in study.reading.corrected:
        return _("corrected by a person")
    evidence = study.reading.answers.get(question, {}).get("evidence", ())
    return place_in_words(evidence[0]["field"]) if evidence else ""


def _evidence(_study: Study, _record: StudyRecord, read: ReadForSheet) -> Iterator[SheetAnswer]:
    yield _of_row(read.row(OversightCode.PUBLICATIONS))
    yield _of_row(read.row(OversightCode.RESULTS))


def _risks(_study: Study, record: StudyRecord, _read: ReadForSheet) -> Iterator[SheetAnswer]:
    if record.results and record.results.adverse_events:
        yield SheetAnswer(_("The record has a table of harms."), _("Results"))
    else:
        yield SheetAnswer(_("Not stated: ask."))


def _cost(_study: Study, _record: StudyRecord, read: ReadForSheet) -> Iterator[SheetAnswer]:
    paid = [one for one in read.signals if one.code is SignalCode.PEOPLE_PAY]
    for one in paid:
        yield _of(one.fact, one.evidence)
    yield SheetAnswer(_("What is included: not stated, ask.") if paid else _("Not stated: ask."))


def _safety(study: Study, _record: StudyRecord, read: ReadForSheet) -> Iterator[SheetAnswer]:
    if routes := [code for code in study.reading.route if code not in UNSAID]:
        given = _("How given: %(routes)s.") % {"routes": worded(ROUTE, routes)}
        yield SheetAnswer(given, _field_of(study, "route"))
    else:
        yield SheetAnswer(_("How given: not stated, ask."))
    yield _of_row(read.row(OversightCode.CELL_MAKER))
    yield _of_row(read.row(OversightCode.SAFETY_BOARD))


def _oversight(study: Study, _record: StudyRecord, read: ReadForSheet) -> Iterator[SheetAnswer]:
    yield SheetAnswer(f"{phases(study)}.", _("Phase"))
    yield _of_row(read.row(OversightCode.REGULATOR_NAMED))
    yield SheetAnswer(_("Ethics board: not stated, ask."))


def _later(_study: Study, _record: StudyRecord, read: ReadForSheet) -> Iterator[SheetAnswer]:
    yield SheetAnswer(_("Not stated: ask."))
    if read.closing:
        text = _("This study turns away people who had cells before.")
        yield SheetAnswer(text, place_in_words(read.closing.field))


def _stopping(_study: Study, _record: StudyRecord, read: ReadForSheet) -> Iterator[SheetAnswer]:
    yield SheetAnswer(_("Stopping, and nights: not stated, ask."))
    sham = [one for one in read.burdens if one.kind is BurdenKind.SHAM_OR_PLACEBO_PROCEDURE]
    if sham:
        text = _("Some people get a placebo or a sham treatment.")
        yield SheetAnswer(text, place_in_words(sham[0].evidence.field))
    else:
        yield _of_row(read.row(OversightCode.CONTROLLED))


def _of_row(row: OversightRow) -> SheetAnswer:
    if row.answer is Stated.NOT_STATED or row.evidence is None:
        return SheetAnswer(_("%(what)s: not stated, ask.") % {"what": _names()[row.code]})
    return _of(row.fact, row.evidence)


def _of(fact: Sentence, evidence: Evidence) -> SheetAnswer:
    return SheetAnswer(say(_shortened(fact)), place_in_words(evidence.field))


def _shortened(fact: Sentence) -> Sentence:
    """The same with quotes and names cut to what a sheet has room for."""
    values = tuple(
        (name, shorten(value, LONGEST_QUOTE, placeholder=" …") if isinstance(value, str) else value)
        for name, value in fact.values
    )
    return replace(fact, values=values)


def _names() -> dict[OversightCode, str]:
    return {
        OversightCode.PUBLICATIONS: _("Papers"),
        OversightCode.RESULTS: _("Results"),
        OversightCode.CELL_MAKER: _("Who makes the cells"),
        OversightCode.SAFETY_BOARD: _("Safety board"),
        OversightCode.REGULATOR_NAMED: _("Regulator"),
        OversightCode.CONTROLLED: _("A group to compare with"),
    }


_ANSWERS = {
    QuestionCode.CELLS: _cells,
    QuestionCode.EVIDENCE: _evidence,
    QuestionCode.RISKS: _risks,
    QuestionCode.COST: _cost,
    QuestionCode.SAFETY: _safety,
    QuestionCode.OVERSIGHT: _oversight,
    QuestionCode.LATER_TRIALS: _later,
    QuestionCode.STOPPING: _stopping,
}
