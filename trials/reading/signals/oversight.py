"""The panel "What this record says about oversight": what is stated, and what to ask.

No row clears a study and none condemns it: sponsors write records themselves.
"""

from collections.abc import Iterator

from trials.reading.evidence import Evidence
from trials.reading.quoting import LONGEST
from trials.reading.signals import oversight_messages as say
from trials.reading.signals.design import has_comparison, has_us_site, is_fda_regulated
from trials.reading.signals.regulators import making_named, regulator_named
from trials.reading.signals.signal import OversightCode, OversightRow, Stated
from trials.reading.signals.timing import is_registered_late
from trials.reading.wording import Sentence, sentence
from trials.records import PartialDate, StudyRecord


def read_oversight(record: StudyRecord) -> tuple[OversightRow, ...]:
    """Every row, always all of them, in the order of ``OversightCode``."""
    return (
        _safety_board(record),
        _fda_regulated(record),
        _regulator(record),
        _silent(OversightCode.ETHICS_APPROVAL, say.ETHICS, say.ASK_ETHICS, ""),
        _silent(OversightCode.COST, say.COST, say.ASK_COST, ""),
        _cell_maker(record),
        _controlled(record),
        _masked(record),
        _sites(record),
        _sponsor(record),
        _results(record),
        _publications(record),
        _last_verified(record),
        _registered(record),
        _fda_notice(record),
    )


def _silent(code: OversightCode, fact: str, question: str, field: str) -> OversightRow:
    return OversightRow(code, Stated.NOT_STATED, sentence(fact), sentence(question), field)


def _said(
    code: OversightCode,
    fact: Sentence,
    question: str,
    evidence: Evidence,
    *,
    answer: Stated = Stated.YES,
) -> OversightRow:
    return OversightRow(code, answer, fact, sentence(question), evidence.field, evidence)


def _yes_or_no(is_so: bool) -> Stated:
    return Stated.YES if is_so else Stated.NO


def _safety_board(record: StudyRecord) -> OversightRow:
    code, field = OversightCode.SAFETY_BOARD, "oversight.oversight_has_dmc"
    has_one = record.oversight.oversight_has_dmc
    if has_one is None:
        return _silent(code, say.BOARD_NOT_STATED, say.ASK_BOARD, field)
    fact = sentence(say.BOARD_YES if has_one else say.BOARD_NO)
    evidence = Evidence(field, str(has_one).lower(), "oversight: dmc")
    return _said(code, fact, say.ASK_BOARD, evidence, answer=_yes_or_no(has_one))


def _fda_regulated(record: StudyRecord) -> OversightRow:
    code, field = OversightCode.FDA_REGULATED, "oversight.is_fda_regulated_drug"
    is_so = is_fda_regulated(record)
    if is_so is None:
        return _silent(code, say.FDA_NOT_STATED, say.ASK_FDA, field)
    evidence = Evidence(field, str(is_so).lower(), "oversight: fda regulated")
    if is_so:
        return _said(code, sentence(say.FDA_YES), say.ASK_FDA, evidence)
    fact = sentence(_fda_no(record))
    return _said(code, fact, say.ASK_REGULATOR, evidence, answer=Stated.NO)


def _fda_no(record: StudyRecord) -> str:
    if has_us_site(record):
        return say.FDA_NO_WITH_US_SITE
    return say.FDA_NO_ABROAD if record.locations else say.FDA_NO_WHERE


def _regulator(record: StudyRecord) -> OversightRow:
    code, evidence = OversightCode.REGULATOR_NAMED, regulator_named(record)
    if evidence is None:
        return _silent(code, say.REGULATOR_NOT_STATED, say.ASK_REGULATOR, "")
    fact = sentence(say.REGULATOR_NAMED, quote=evidence.quote)
    return _said(code, fact, say.ASK_REGULATOR, evidence)


def _cell_maker(record: StudyRecord) -> OversightRow:
    code, evidence = OversightCode.CELL_MAKER, making_named(record)
    if evidence is None:
        return _silent(code, say.MAKER_NOT_STATED, say.ASK_MAKER, "")
    return _said(code, sentence(say.MAKER_SAID, quote=evidence.quote), say.ASK_MAKER, evidence)


def _controlled(record: StudyRecord) -> OversightRow:
    code, design = OversightCode.CONTROLLED, record.design
    is_so = has_comparison(record)
    if is_so is None:
        return _silent(code, say.CONTROL_NOT_STATED, say.ASK_CONTROL, "design.intervention_model")
    if not is_so:
        evidence = Evidence("design.intervention_model", design.intervention_model, "control: none")
        fact = sentence(say.CONTROL_NO)
        return _said(code, fact, say.ASK_CONTROL, evidence, answer=Stated.NO)
    return _said(code, sentence(say.CONTROL_YES), say.ASK_CONTROL, _comparison(record))


def _comparison(record: StudyRecord) -> Evidence:
    if record.design.allocation == "RANDOMIZED":
        return Evidence("design.allocation", record.design.allocation, "control: by chance")
    place, arm = next(
        (place, arm)
        for place, arm in enumerate(record.arm_groups)
        if arm.type.endswith("COMPARATOR") or arm.type == "NO_INTERVENTION"
    )
    return Evidence(f"arm_groups[{place}].type", arm.type, "control: arm type")


def _masked(record: StudyRecord) -> OversightRow:
    code, field = OversightCode.MASKED, "design.masking"
    masking = record.design.masking
    if not masking:
        return _silent(code, say.MASKING_NOT_STATED, say.ASK_MASKING, field)
    is_masked = masking != "NONE"
    fact = sentence(say.MASKING_YES if is_masked else say.MASKING_NO)
    evidence = Evidence(field, masking[:LONGEST], "design: masking")
    return _said(code, fact, say.ASK_MASKING, evidence, answer=_yes_or_no(is_masked))


def _sites(record: StudyRecord) -> OversightRow:
    code, count = OversightCode.SITES, len(record.locations)
    if not count:
        return _silent(code, say.SITES_NOT_STATED, say.ASK_SITES, "locations")
    first = record.locations[0]
    place = first.facility or first.city or first.country
    evidence = Evidence("locations[0]", place[:LONGEST], "sites: counted")
    if count == 1:
        return _said(code, sentence(say.ONE_SITE), say.ASK_SITES, evidence, answer=Stated.NO)
    fact = sentence(say.MANY_SITES, count=count)
    return _said(code, fact, say.ASK_SITES, evidence)


def _sponsor(record: StudyRecord) -> OversightRow:
    code, field, lead = OversightCode.SPONSOR, "sponsors.lead_sponsor", record.sponsors.lead_sponsor
    if lead is None or not lead.name:
        return _silent(code, say.SPONSOR_NOT_STATED, say.ASK_SPONSOR, field)
    fact = sentence(say.sponsor_fact(lead.agency_class), sponsor=lead.name)
    evidence = Evidence(f"{field}.name", lead.name[:LONGEST], "sponsor: named")
    return _said(code, fact, say.ASK_SPONSOR, evidence)


def _results(record: StudyRecord) -> OversightRow:
    fact = sentence(say.RESULTS_YES if record.has_results else say.RESULTS_NO)
    evidence = Evidence("has_results", str(record.has_results).lower(), "results: posted")
    answer = _yes_or_no(record.has_results)
    return _said(OversightCode.RESULTS, fact, say.ASK_RESULTS, evidence, answer=answer)


def _publications(record: StudyRecord) -> OversightRow:
    code = OversightCode.PUBLICATIONS
    papers = list(_papers(record))
    if not papers:
        return _silent(code, say.PAPERS_NONE, say.ASK_PAPERS, "references")
    fact = sentence(say.PAPER_ONE) if len(papers) == 1 else _papers_fact(len(papers))
    return _said(code, fact, say.ASK_PAPERS, papers[0])


def _papers_fact(count: int) -> Sentence:
    return sentence(say.PAPERS_MANY, count=count)


def _papers(record: StudyRecord) -> Iterator[Evidence]:
    for place, one in enumerate(record.references):
        if one.type in {"RESULT", "DERIVED"}:
            field = f"references[{place}].citation"
            yield Evidence(field, one.citation[:LONGEST], "references: of this study")


def _last_verified(record: StudyRecord) -> OversightRow:
    code, field = OversightCode.LAST_VERIFIED, "status.status_verified_date"
    verified = record.status.status_verified_date
    if verified is None:
        return _silent(code, say.VERIFIED_NOT_STATED, say.ASK_VERIFIED, field)
    evidence = Evidence(field, str(verified), "status: verified")
    return _said(code, sentence(say.VERIFIED, verified=verified), say.ASK_VERIFIED, evidence)


def _registered(record: StudyRecord) -> OversightRow:
    code, field = OversightCode.REGISTERED_BEFORE_START, "status.study_first_submit_date"
    is_late, start = is_registered_late(record), record.status.start_date
    first = _first_on_registry(record)
    if is_late is None or start is None or first is None:
        return _silent(code, say.REGISTERED_NOT_STATED, say.ASK_REGISTERED, field)
    fact = sentence(
        say.REGISTERED_AFTER if is_late else say.REGISTERED_IN_TIME,
        registered=first,
        start=start.date,
    )
    evidence = Evidence(field, str(first), "dates: registered")
    return _said(code, fact, say.ASK_REGISTERED, evidence, answer=_yes_or_no(not is_late))


def _first_on_registry(record: StudyRecord) -> PartialDate | None:
    posted = record.status.study_first_post_date
    return record.status.study_first_submit_date or (posted.date if posted else None)


def _fda_notice(record: StudyRecord) -> OversightRow:
    code, field = OversightCode.FDA_NOTICE, "annotations.violation_events"
    if not record.annotations.violation_events:
        return _silent(code, say.NOTICE_NONE, say.ASK_NOTICE, field)
    one = record.annotations.violation_events[0]
    quote = (one.description or one.type)[:LONGEST]
    evidence = Evidence(f"{field}[0]", quote, "annotations: fda notice")
    return _said(code, sentence(say.NOTICE, quote=quote), say.ASK_NOTICE, evidence)
