"""From a record to its burdens."""

import re
from collections.abc import Iterator

from trials.reading.burden.counting import count_in
from trials.reading.burden.course import COURSE, PRETENCE, VISIT
from trials.reading.burden.finding import Finding, settled, whose
from trials.reading.burden.harvest import HARVEST
from trials.reading.burden.kinds import Burden, BurdenKind
from trials.reading.burden.operation import OPERATION, PUNCTURE
from trials.reading.burden.passages import Passage, arms_named, has_arms, passages
from trials.reading.burden.rule import Rule
from trials.reading.burden.sentences import is_about_others, is_denied, sentences
from trials.reading.burden.setting import Setting
from trials.reading.evidence import Evidence
from trials.reading.quoting import quote_around
from trials.records import StudyRecord

RULES = (*HARVEST, *PUNCTURE, *OPERATION, *COURSE, *PRETENCE, *VISIT)


def read_burden(record: StudyRecord) -> tuple[Burden, ...]:
    """What the study does to people, by kind; nothing where the record doesn't say."""
    told = tuple(passages(record))
    setting = Setting.of(told)
    found = [*_in_arms(record), *_in_text(told, setting, many_arms=has_arms(record))]
    return tuple(
        burden
        for kind in BurdenKind
        for burden in settled([one for one in found if one.burden.kind is kind])
        if kind is not BurdenKind.VISITS or burden.count is not None
    )


def _in_text(told: tuple[Passage, ...], setting: Setting, *, many_arms: bool) -> Iterator[Finding]:
    for passage in told:
        for sentence in sentences(passage.text):
            if not is_about_others(sentence):
                for rule, found in _in_sentence(passage, sentence, setting):
                    yield _finding(passage, sentence, rule, found, many_arms=many_arms)


def _in_sentence(
    passage: Passage, sentence: str, setting: Setting
) -> Iterator[tuple[Rule, re.Match[str]]]:
    for rule in RULES:
        if passage.field in rule.but_not_in:
            continue
        for found in rule.pattern.finditer(sentence):
            if _is_shown(rule, sentence, found, setting):
                yield rule, found
                break


def _is_shown(rule: Rule, sentence: str, found: re.Match[str], setting: Setting) -> bool:
    return (
        not rule.unless.search(sentence)
        and not is_denied(sentence, found.start(), found.end())
        and rule.holds(setting, sentence)
        and (rule.kind is not BurdenKind.VISITS or _visits(sentence, found) is not None)
    )


def _visits(sentence: str, found: re.Match[str]) -> int | None:
    return count_in(BurdenKind.VISITS, sentence, found.start(), found.end())


def _finding(
    passage: Passage, sentence: str, rule: Rule, found: re.Match[str], *, many_arms: bool
) -> Finding:
    who, is_said = whose(passage, sentence[: found.start()], sentence, many_arms=many_arms)
    quote = quote_around(sentence, found.start(), found.end())
    burden = Burden(
        kind=rule.kind,
        count=count_in(rule.kind, sentence, found.start(), found.end()),
        who=who or _pretence(rule, found),
        evidence=Evidence(passage.field, quote, rule.name),
    )
    return Finding(burden, is_said)


def _pretence(rule: Rule, found: re.Match[str]) -> str:
    """A placebo is never for everybody: without an arm's name, its own words stand."""
    return found[0] if rule.kind is BurdenKind.SHAM_OR_PLACEBO_PROCEDURE else ""


def _in_arms(record: StudyRecord) -> Iterator[Finding]:
    """Arms that the registry itself calls a sham; a sham device at home is no procedure."""
    if any(one.type == "DEVICE" for one in record.interventions):
        return
    for place, arm in enumerate(record.arm_groups):
        if arm.type == "SHAM_COMPARATOR":
            field = f"arm_groups[{place}].type"
            evidence = Evidence(field, arm.type, "sham_or_placebo_procedure: arm type")
            who = arms_named(record, (arm.label,))
            kind = BurdenKind.SHAM_OR_PLACEBO_PROCEDURE
            yield Finding(Burden(kind, None, who, evidence), is_whose_said=True)
