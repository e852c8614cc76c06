"""The whole page of one study."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trials.models import Change, Correction, Study
from trials.reading.burden.kinds import Burden
from trials.reading.eligibility.criterion import Criterion
from trials.reading.signals import OversightRow, Signal
from trials.reading.wording import Sentence
from trials.records import Outcome, StudyRecord
from trials.search.said import said as _
from trials.views.presenters.addresses import study_address
from trials.views.presenters.dates import moment_in_words, struct_in_words
from trials.views.presenters.follow.words import follow_words
from trials.views.presenters.frame import REGISTRY, Head, Link
from trials.views.presenters.prose import Block, prose
from trials.views.presenters.results.cards import Fact
from trials.views.presenters.results.notices import Notice
from trials.views.presenters.statuses import StatusMark, mark_of
from trials.views.presenters.structured_data import as_script, study_data
from trials.views.presenters.study.burdens import BurdenLine, burden_line
from trials.views.presenters.study.given import (
    Answered,
    Treatment,
    answered,
    treatments,
    what_it_does,
)
from trials.views.presenters.study.history import ChangeLine, annotation_lines, change_lines
from trials.views.presenters.study.in_short import in_short_texts
from trials.views.presenters.study.notices import study_notices
from trials.views.presenters.study.oversight import (
    AskLine,
    OversightLine,
    ask_lines,
    before_you_pay,
    oversight_lines,
)
from trials.views.presenters.study.papers import Paper, documents, papers, web_links
from trials.views.presenters.study.phases import phases_explained
from trials.views.presenters.study.posted_results import PostedResults, posted_results
from trials.views.presenters.study.where import Where, where
from trials.views.presenters.study.who_can import WhoCan, who_can


@dataclass(frozen=True, slots=True)
class Readings:
    """What the rules read in the record, beside the stored reading."""

    in_short: tuple[Sentence, ...]
    criteria: tuple[Criterion, ...]
    burdens: tuple[Burden, ...]
    signals: tuple[Signal, ...]
    oversight: tuple[OversightRow, ...]


@dataclass(frozen=True, slots=True)
class StudyPage:
    """Everything that the template places."""

    head: Head
    nct_id: str
    title: str
    official_title: str
    acronym: str
    mark: StatusMark
    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Link, ...]
    in_short: tuple[str, ...]
    summary: tuple[Block, ...]
    what_it_does: Answered
    given: tuple[Answered, ...]
    treatments: tuple[Treatment, ...]
    phases: tuple[str, ...]
    who_can: WhoCan
    burdens: tuple[BurdenLine, ...]
    measures: tuple[str, ...]
    where: Where
    oversight: tuple[OversightLine, ...]
    asks: tuple[AskLine, ...]
    before_you_pay: tuple[str, ...]
    results: PostedResults | None
    no_results: str
    papers: tuple[Paper, ...]
    documents: tuple[Link, ...]
    links: tuple[Link, ...]
    annotations: tuple[str, ...]
    changes: tuple[ChangeLine, ...]
    no_changes: str
    follow: str
    registry: Link
    cite: str
    has_dates: bool

    @property
    def has_words(self) -> bool:
        return bool(self.summary or self.official_title)


def study_page(
    study: Study,
    record: StudyRecord,
    readings: Readings,
    *,
    corrections: Sequence[Correction],
    changes: Sequence[Change],
    today: date,
) -> StudyPage:
    """``corrections`` and ``changes`` are those of this study."""
    reasons = {one.question: _checked(one) for one in corrections}
    names = record.identification
    official = names.official_title if names.official_title != names.brief_title else ""
    address = f"{REGISTRY}/study/{study.nct_id}"
    return StudyPage(
        head=_head(study, record, registry=address),
        nct_id=study.nct_id,
        title=names.brief_title or names.official_title or study.nct_id,
        official_title=official,
        acronym=names.acronym,
        mark=mark_of(study),
        notices=tuple(study_notices(study, record, today)),
        facts=tuple(_facts(study, record)),
        sections=tuple(_sections(has_words=bool(record.brief_summary or official))),
        in_short=in_short_texts(readings.in_short, study),
        summary=prose(record.brief_summary),
        what_it_does=what_it_does(
            study.reading, reasons, watches=study.study_type == "OBSERVATIONAL"
        ),
        given=tuple(answered(study.reading, reasons, is_starter=study.is_starter)),
        treatments=treatments(record.interventions),
        phases=phases_explained(record.design.phases, record.design.study_type),
        who_can=who_can(record.eligibility, readings.criteria),
        burdens=tuple(burden_line(one) for one in readings.burdens),
        measures=tuple(_measure(one) for one in record.primary_outcomes),
        where=where(
            record.locations,
            record.central_contacts,
            nct_id=study.nct_id,
            is_starter=study.is_starter,
        ),
        oversight=oversight_lines(readings.oversight),
        asks=ask_lines(readings.signals),
        before_you_pay=before_you_pay(),
        results=posted_results(record.results),
        no_results=_no_results(is_starter=study.is_starter),
        papers=papers(record.references),
        documents=documents(record.large_documents, study.nct_id),
        links=web_links(record.see_also_links),
        annotations=annotation_lines(record.annotations),
        changes=change_lines(changes),
        no_changes=_no_changes(is_starter=study.is_starter),
        follow=follow_words(study.study_type).title,
        registry=Link(_("%(id)s on ClinicalTrials.gov") % {"id": study.nct_id}, address),
        cite=_cite(record, address, today),
        has_dates=_has_dates(record),
    )


def _no_results(*, is_starter: bool) -> str:
    if is_starter:
        return _("We do not know yet if results are posted. See the registry.")
    return _("No results are posted on the registry.")


def _no_changes(*, is_starter: bool) -> str:
    if is_starter:
        return _("We have not read the whole record yet. So we cannot tell what changed.")
    return _("We have seen no change since we first read this record.")


def _sections(*, has_words: bool) -> Iterator[Link]:
    """The parts of the page; all but the first stand on every study's page."""
    if has_words:
        yield Link(_("In the registry's own words"), "#words")
    yield from (
        Link(_("What is given"), "#given"),
        Link(_("What the phase means"), "#phase"),
        Link(_("Who can take part"), "#who"),
        Link(_("What it takes"), "#takes"),
        Link(_("Where, and whom to ask"), "#where"),
        Link(_("Before you pay or travel"), "#before"),
        Link(_("What this record says about oversight"), "#oversight"),
        Link(_("Results and papers"), "#results"),
        Link(_("What changed"), "#history"),
        Link(_("How to cite it"), "#cite"),
    )


def _head(study: Study, record: StudyRecord, *, registry: str) -> Head:
    here = study_address(study.nct_id)
    title = f"{study.nct_id}: {study.brief_title}"
    description = _("What the registry states about %(id)s, in plain words.") % {"id": study.nct_id}
    facts = as_script(study_data(study, record, address=here, registry=registry))
    return Head(title, description, here, facts)


def _facts(study: Study, record: StudyRecord) -> Iterator[Fact]:
    yield Fact(_("Study number"), study.nct_id)
    if record.identification.acronym:
        yield Fact(_("Short name"), record.identification.acronym, is_registrys=True)
    if study.lead_sponsor:
        yield Fact(_("Run by"), study.lead_sponsor, is_registrys=True)
    if record.sponsors.collaborators:
        names = "; ".join(one.name for one in record.sponsors.collaborators)
        yield Fact(_("With"), names, is_registrys=True)
    yield from _dates(record)


def _dates(record: StudyRecord) -> Iterator[Fact]:
    status = record.status
    dates = (
        (_("Start"), status.start_date),
        (_("Main measurements end"), status.primary_completion_date),
        (_("End"), status.completion_date),
        (_("Record last changed"), status.last_update_post_date),
    )
    for label, struct in dates:
        if struct:
            text = struct_in_words(struct)
            # The day of a posting may be called an estimate by the registry; it is past.
            is_plan = struct.is_estimated and struct is not status.last_update_post_date
            yield Fact(label, _("%(date)s (planned)") % {"date": text} if is_plan else text)


def _measure(outcome: Outcome) -> str:
    return f"{outcome.measure} ({outcome.time_frame})" if outcome.time_frame else outcome.measure


def _has_dates(record: StudyRecord) -> bool:
    status = record.status
    return any((status.start_date, status.primary_completion_date, status.completion_date))


def _cite(record: StudyRecord, address: str, today: date) -> str:
    """After AMA 11: title, identifier, date of the record, date of access, address."""
    updated = struct_in_words(record.status.last_update_post_date)
    title = (record.identification.brief_title or record.nct_id).rstrip(".")
    parts = [f"{title}.", f"ClinicalTrials.gov identifier: {record.nct_id}."]
    if updated:
        parts.append(f"Updated {updated}.")
    return " ".join([*parts, f"Accessed {today:%-d %B %Y}.", address])


def _checked(correction: Correction) -> str:
    """What stands in the place of our evidence where a curator answered."""
    return _("Checked by a person on %(day)s. The reason: %(reason)s") % {
        "day": moment_in_words(correction.corrected_at),
        "reason": correction.reason,
    }
