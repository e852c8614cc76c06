"""Headings: which lines say that inclusion or exclusion begins, or for whom a part holds."""

from __future__ import annotations

import re

from trials.reading.eligibility.criterion import Section

_OUT = r"(?:non? ?inclusion|exclusion(?:ary)?|excluding|withdrawal)"
_IN = r"(?:inclusion(?:ary)?)"
_LEAD = r"[\W\d]*+(?:(?:[ivx]{1,4}|[a-h])[.)] ?)?"
_NAME = (
    rf"(?:(?:[\w'/]+ ){{0,5}}?(?P<out>{_OUT})|(?:[\w'/]+ ){{0,5}}?(?P<in>{_IN}))"
    r"(?: (?:and|/) (?:exclusion|inclusion))?(?P<criteria>(?: |/)*(?:criteri\w*|requirements?)\b)?"
)
# such as Main inclusion criteria for part A, or [Exclusion], or EXCLUSION alone
_HEADING = re.compile(rf"{_LEAD}{_NAME}(?P<rest>[^:]{{0,80}})(?P<colon>:?)")
_REVERSED = re.compile(
    rf"{_LEAD}(?:criteria|conditions|reasons) (?:for|of) (?:(?P<out>exclusion|non ?inclusion)"
    r"|(?P<in>inclusion|enrol+ment|participation))(?P<rest>[^:]{0,40})(?P<colon>:?)"
)
_SHUT_OUT = re.compile(
    r"(?:not eligible|ineligible|be excluded|are excluded|is excluded|excluded (?:if|for|from)"
    r"|must not|may not|should not|cannot|can not|not be (?:included|enrol)"
    r"|do(?:es)? not (?:have|meet)"
    r"|none of the following|not have any|exclude)"
)
_LET_IN = re.compile(
    r"(?:eligible|be included|are included|included (?:if|are)|must (?:have|meet|be|fulfil)"
    r"|all of the following|following criteria|meet the following|fulfil+ the following)"
)
_EITHER = re.compile(rf"{_LEAD}(?:eligibility|selection)(?: criteria)?[\W]*")
INLINE = re.compile(
    r"(?<=[\s.;)])(?<!following )(?<!the )(?<!these )(?<!standard )(?<!any )(?<!other )"
    r"(?<!all )(?<!non )"
    r"(?:(?:key|main|major|principal|general) )?(?:inclusion|(?:non )?exclusion)"
    r"(?: criteri(?:a|on|ums?|ar|as))? ?:(?= *\S)"
)
_GROUP = re.compile(
    r"\b(?:group|arm|cohort|part|stage|phase|subgroup|sub ?study|period|study)s? ?(?:[a-h]"
    r"|[ivx]{1,3}"
    r"|\d{1,2}[a-h]?|one|two|three)\b"
    r"|\b(?:early|late|progressive|advanced|main|open label|expanded access|extension)\b"
    r"[\w ]{0,12}\b(?:stage|phase|arm|group|cohort|part|study)\b"
    r"|\b(?:healthy|control|controls|caregivers?|carers?|volunteers|donors?|relatives|siblings"
    r"|asymptomatic|presymptomatic|carriers)\b"
    r"|\b(?:als|mnd|pls|sma|hsp|kennedy|multiple sclerosis|parkinson'?s?|disease|sod1|c9orf72|fus"
    r"|familial|sporadic|bulbar|spinal)\b[\w ]{0,20}\b(?:patients|participants|subjects|individuals"
    r"|people|group|cohort|arm|only)\b"
    r"|^\W*(?:als|als patients|patients|cases)\W*$"
)
# a control group or arm is of patients; "controls" are not
_NOT_PATIENTS = re.compile(
    r"\b(?:healthy|controls|caregivers?|carers?|donors?|relatives|siblings|volunteers)\b"
)
_ALSO_PATIENTS = re.compile(r"\b(?:and|both|all|or)\b|/|&")


_SPOKEN_OF = re.compile(r"\b(?:meets?|met|one|any|following|standard|due|other)\b")
_NONE_OF = re.compile(r"\b(?:none|not|no)\b")
LONGEST_HEADING = 160


def section_named(line: str) -> tuple[Section, int] | None:
    """The section that a plain line opens, and where its first criterion begins in it.

    The second value is the line's length where the heading fills the line.
    """
    if "clusion" not in line and "xcluding" not in line and "withdrawal" not in line:
        return _criteria_for(line)
    found = _HEADING.match(line) or _REVERSED.match(line)
    if not found or not _is_heading(found, line):
        return None
    section = Section.EXCLUSION if found["out"] else Section.INCLUSION
    return section, found.end()


def _criteria_for(line: str) -> tuple[Section, int] | None:
    if _EITHER.fullmatch(line[:60]):
        return Section.UNSTATED, len(line)
    stripped = line.rstrip()
    if not stripped.endswith(":") or len(stripped) > LONGEST_HEADING:
        return None
    if _SHUT_OUT.search(stripped):
        return Section.EXCLUSION, len(line)
    return (Section.INCLUSION, len(line)) if _LET_IN.search(stripped) else None


def _is_heading(found: re.Match[str], line: str) -> bool:
    named = found.start("out") if found["out"] else found.start("in")
    if _SPOKEN_OF.search(line[:named]) and not _NONE_OF.search(line[:named]):
        return False
    fills = not line[found.end() :].strip()
    rest = found["rest"].strip(" .-*]})\"'")
    is_named = "criteria" in found.re.groupindex and found["criteria"]
    if found["colon"]:
        return bool(is_named) or not rest or found.re is _REVERSED
    return fills and len(rest.split()) <= (8 if is_named or found.re is _REVERSED else 0)


_OTHERS_ALONE = re.compile(
    r"\W*(?:\d{1,2}[.)] ?)?(?:for )?(?:the )?(?:(?:healthy|normal|matched|blood|control|disease"
    r"|non ?als"
    r"|asymptomatic|presymptomatic|family|als) ?){0,4}(?:controls?|volunteers?|relatives?"
    r"|caregivers?"
    r"|carers?|carriers?|controls? (?:group|subjects?|participants?)"
    r"|healthy (?:subjects?|participants?|people|individuals))(?: of (?:als )?patients?)?\W*"
)
_PATIENTS_ALONE = re.compile(
    r"\W*(?:\d{1,2}[.)] ?)?(?:for )?(?:the |all )?(?:(?:als|mnd|suspected|or|disease|study) ?){0,4}"
    r"(?:patients?|subjects?|participants?|population|group|cohort)\W*"
)
_LONGEST_NAME = 60


def names_only_others(line: str) -> bool:
    """A whole line such as Healthy Controls: what follows is about them."""
    return len(line) <= _LONGEST_NAME and bool(_OTHERS_ALONE.fullmatch(line))


def names_only_patients(line: str) -> bool:
    """A whole line such as ALS Patients, after a part about others."""
    return len(line) <= _LONGEST_NAME and bool(_PATIENTS_ALONE.fullmatch(line))


def names_a_group(heading: str) -> bool:
    """The plain heading is about some people or an arm only."""
    return bool(_GROUP.search(heading))


def is_about_patients(group: str) -> bool:
    """False for the criteria of healthy controls, donors and caregivers."""
    return not _NOT_PATIENTS.search(group) or bool(_ALSO_PATIENTS.search(group))
