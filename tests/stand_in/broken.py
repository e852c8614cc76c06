"""Studies as no client should meet them: copies, with one thing wrong each."""

from collections.abc import Callable, Collection
from copy import deepcopy
from typing import Any

from tests.stand_in.faults import Fault
from tests.stand_in.pieces import Study
from tests.stand_in.release import nct_id_of

UNKNOWN_STATUS = "PAUSED_FOR_REVIEW"
UNKNOWN_PHASE = "PHASE5"
RENAMED = ("overallStatus", "recruitmentStatus")


def _without_identification(study: Study) -> None:
    study["protocolSection"].pop("identificationModule", None)


def _with_malformed_id(study: Study) -> None:
    study["protocolSection"].setdefault("identificationModule", {})["nctId"] = "NOT-AN-ID"


def _with_list_for_object(study: Study) -> None:
    protocol = study["protocolSection"]
    protocol["statusModule"] = [protocol.get("statusModule", {})]


def _with_date_in_words(study: Study) -> None:
    status = study["protocolSection"].setdefault("statusModule", {})
    status["startDateStruct"] = {"date": "soon", "type": "ESTIMATED"}


def _with_unknown_words(study: Study) -> None:
    protocol = study["protocolSection"]
    protocol.setdefault("statusModule", {})["overallStatus"] = UNKNOWN_STATUS
    protocol.setdefault("designModule", {})["phases"] = [UNKNOWN_PHASE]


BREAKS: dict[Fault, Callable[[Study], None]] = {
    Fault.BROKEN_NO_IDENTIFICATION: _without_identification,
    Fault.BROKEN_ID: _with_malformed_id,
    Fault.BROKEN_LIST: _with_list_for_object,
    Fault.BROKEN_DATE: _with_date_in_words,
    Fault.BROKEN_WORD: _with_unknown_words,
}


def faulty_page(page: list[Study], faults: Collection[Fault]) -> list[Any]:
    """The page with these faults; the studies given stay as they are.

    The first fault breaks the study with the smallest id, a second one the next, and so on.
    """
    if Fault.RENAMED_FIELD in faults:
        page = [with_renamed_field(study) for study in page]
    breaks = sorted({*BREAKS, Fault.BROKEN_TEXT} & set(faults))
    unlucky = dict(zip(sorted(map(nct_id_of, page)), breaks, strict=False))
    return [
        broken(study, unlucky[nct_id_of(study)]) if nct_id_of(study) in unlucky else study
        for study in page
    ]


def broken(study: Study, fault: Fault) -> Any:
    if fault is Fault.BROKEN_TEXT:
        return "This is not a study."
    copy = deepcopy(study)
    BREAKS[fault](copy)
    return copy


def with_renamed_field(study: Study) -> Study:
    """A copy in which the registry calls the overall status by another name."""
    copy = deepcopy(study)
    status = copy.get("protocolSection", {}).get("statusModule", {})
    old, new = RENAMED
    if old in status:
        status[new] = status.pop(old)
    return copy
