"""Facts that stand in a record's own prose, always with the words themselves."""

import re
from collections.abc import Iterator

from trials.reading.evidence import Evidence
from trials.reading.quoting import LONGEST, quote_around
from trials.reading.signals.claims import claim_in, links_in
from trials.reading.signals.payment import payment_in
from trials.reading.signals.signal import Signal, SignalCode
from trials.reading.wording import gettext_noop, sentence
from trials.records import StudyRecord

_BY_PATIENT = re.compile(
    r"\b(?:deficits?|symptoms?|problems?|complaints?|improvements?|changes?)\s+(?:\w+\s+){0,4}?"
    r"(?:identified|chosen|selected|named|defined)\s+by\s+(?:the\s+|each\s+)?"
    r"(?:patients?|participants?|subjects?)\b",
    re.IGNORECASE,
)
_QUALITY = re.compile(r"quality\s+of\s+life|questionnaire|diary|caregiver", re.IGNORECASE)

PEOPLE_PAY = gettext_noop("The record says about who pays: “{quote}”")
ASK_WHO_PAYS = gettext_noop(
    "What would I pay in all, and for what? What if I fall ill from it? What if I stop?"
)
CLAIM = gettext_noop("The record says: “{quote}”")
ASK_PAPERS = gettext_noop("Which papers show this in people with ALS?")
LINK = gettext_noop("The text of the record points to this web page: {link}")
ASK_WHOSE_PAGE = gettext_noop("Who runs this web page? Is it part of the study?")
BY_PATIENT = gettext_noop("One thing that the study measures is: “{quote}”")
ASK_MEASURE = gettext_noop("How will you measure ALS itself, such as with the ALSFRS-R?")
RETRACTED = gettext_noop("A paper from this study was taken back by its journal: “{quote}”")
ASK_RETRACTED = gettext_noop("Why was this paper taken back?")


def text_signals(record: StudyRecord) -> Iterator[Signal]:
    """The signals of this file, in their order."""
    yield from _people_pay(record)
    yield from _claim(record)
    yield from _link(record)
    yield from _outcome(record)
    yield from _retracted(record)


def prose(record: StudyRecord) -> Iterator[tuple[str, str]]:
    """Field and text of all that a sponsor may write freely about the study."""
    yield "identification.brief_title", record.identification.brief_title
    yield "identification.official_title", record.identification.official_title
    yield "brief_summary", record.brief_summary
    yield "detailed_description", record.detailed_description
    for place, arm in enumerate(record.arm_groups):
        yield f"arm_groups[{place}].label", arm.label
        yield f"arm_groups[{place}].description", arm.description
    for place, one in enumerate(record.interventions):
        yield f"interventions[{place}].name", one.name
        yield f"interventions[{place}].description", one.description


def _everything(record: StudyRecord) -> Iterator[tuple[str, str]]:
    yield from prose(record)
    yield "eligibility.eligibility_criteria", record.eligibility.eligibility_criteria
    yield "eligibility.study_population", record.eligibility.study_population
    for place, word in enumerate(record.keywords):
        yield f"keywords[{place}]", word
    if record.sponsors.lead_sponsor:
        yield "sponsors.lead_sponsor.name", record.sponsors.lead_sponsor.name
    for place, agency in enumerate(record.sponsors.collaborators):
        yield f"sponsors.collaborators[{place}].name", agency.name


def _people_pay(record: StudyRecord) -> Iterator[Signal]:
    for field, text in _everything(record):
        quote = payment_in(text)
        if quote:
            yield Signal(
                SignalCode.PEOPLE_PAY,
                sentence(PEOPLE_PAY, quote=quote),
                sentence(ASK_WHO_PAYS),
                Evidence(field, quote, "payment: people pay"),
            )
            return


def _claim(record: StudyRecord) -> Iterator[Signal]:
    for field, text in prose(record):
        quote = claim_in(text)
        if quote:
            yield Signal(
                SignalCode.CLAIM_IN_TEXT,
                sentence(CLAIM, quote=quote),
                sentence(ASK_PAPERS),
                Evidence(field, quote, "claim: the treatment works"),
            )
            return


def _link(record: StudyRecord) -> Iterator[Signal]:
    for field in ("brief_summary", "detailed_description"):
        text: str = getattr(record, field)
        for start, end in links_in(text):
            link = text[start:end].rstrip(".")[:LONGEST]
            yield Signal(
                SignalCode.LINK_IN_TEXT,
                sentence(LINK, link=link),
                sentence(ASK_WHOSE_PAGE),
                Evidence(field, link, "link: a web page"),
            )
            return


def _outcome(record: StudyRecord) -> Iterator[Signal]:
    kinds = ("primary_outcomes", "secondary_outcomes", "other_outcomes")
    for kind in kinds:
        for place, outcome in enumerate(getattr(record, kind)):
            for part in ("measure", "description"):
                text: str = getattr(outcome, part)
                found = _BY_PATIENT.search(text)
                if found and not _QUALITY.search(outcome.measure):
                    quote = quote_around(text, found.start(), found.end())
                    yield Signal(
                        SignalCode.OUTCOME_CHOSEN_BY_PATIENT,
                        sentence(BY_PATIENT, quote=quote),
                        sentence(ASK_MEASURE),
                        Evidence(
                            f"{kind}[{place}].{part}", quote, "outcome: chosen by the patient"
                        ),
                    )
                    return


def _retracted(record: StudyRecord) -> Iterator[Signal]:
    for place, one in enumerate(record.references):
        if one.retractions and one.type in {"RESULT", "DERIVED"}:
            quote = one.citation[:LONGEST]
            yield Signal(
                SignalCode.PAPER_RETRACTED,
                sentence(RETRACTED, quote=quote),
                sentence(ASK_RETRACTED),
                Evidence(f"references[{place}].citation", quote, "references: retracted"),
            )
            return
