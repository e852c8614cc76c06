"""A criteria text cut into its bullets and sentences, each under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trials.reading.eligibility import plain_text, sections
from trials.reading.eligibility.criterion import CriterionSentence, Section

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"[\s\x00]*(?:(?:[*•◦+o>-]|-{1,2}|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)](?!\d)"
    r"|\d{1,2}(?= (?!(?:months?|years?|yrs?|weeks?|days?|hours?|points?|percent|or|to|and|items?"
    r"|mos?|mths?|hrs?|h|pts?|out of)\b)[a-z]{2}))"
    r"[\s\x00]+|[*•-](?=[^\W\d]))*(?:\d{1,2}[.)](?=[^\W\d]))?[\s\x00]*"
)
# a full stop ends a sentence unless it belongs to an abbreviation or a number
_ABBREVIATIONS = ["e.g", "i.e", "eg", "ie", "vs", "etc", "approx", "no", "dr", "min", "max", "incl"]
_NOT_AN_END = "".join(rf"(?<!\b{word.replace('.', chr(92) + '.')}\.)" for word in _ABBREVIATIONS)
_END = re.compile(
    rf"[.!?](?!\.)(?<!\.\.)(?:(?<!\d\.)|(?! ?\d)){_NOT_AN_END}[\"')\]]?"
    r"(?:\s+(?=[^\s.])|(?<=[a-z]{3}\.)(?=[a-z]{2}))"
)
_INLINE_NUMBER = re.compile(r"(?<=[.;,)]) +(?=\(?\d{1,2}[.)] ?[a-z])")
# longer than any sentence: cut, so that no rule ever looks at a whole book
_LONGEST = 1500


@dataclass(slots=True)
class _Heading:
    section: Section = Section.UNSTATED
    words: str = ""
    group: str = ""


def split_criteria(text: str) -> tuple[CriterionSentence, ...]:
    """Every bullet and sentence of a criteria text, in order, under its section and group."""
    return tuple(sentence for sentence, _ in with_plain(text))


def with_plain(text: str) -> Iterator[tuple[CriterionSentence, str]]:
    """The sentences of a text, each with its plain form (see plain_text)."""
    whole = plain_text.plain(text)
    above = _Heading()
    for start, end in _stretches(whole):
        begin = _take_heading(text, whole, start, end, above)
        if begin is None:
            continue
        for at, to in _sentences(whole, begin, end):
            yield _sentence(text, at, to, above), whole[at:to]


def _sentence(text: str, at: int, to: int, above: _Heading) -> CriterionSentence:
    return CriterionSentence(
        text=text[at:to],
        section=above.section,
        heading=above.words,
        group=above.group,
        start=at,
    )


def _stretches(whole: str) -> Iterator[tuple[int, int]]:
    """Lines, cut again where a heading stands in the middle of one."""
    for line in _LINE.finditer(whole):
        start = line.start()
        for inner in sections.INLINE.finditer(whole, line.start() + 1, line.end()):
            yield start, inner.start()
            start = inner.start()
        yield start, line.end()


def _take_heading(text: str, whole: str, start: int, end: int, above: _Heading) -> int | None:
    """Where the criteria of this stretch begin; None where it is only a heading."""
    line = whole[start:end].replace(plain_text.ABSENT, " ").replace("*", " ")
    opened = sections.section_named(line[:240])
    if opened:
        above.section, length = opened
        above.words = text[start : start + length].strip(" *#\t\\")
        above.group = _group(above.words, line[:length])
        rest = start + length
        return rest if whole[rest:end].strip(" *.:]\x00") else None
    if sections.names_only_others(line):
        above.words = above.group = text[start:end].strip(" *#:\t\\")
        return None
    if sections.names_only_patients(line) and not sections.is_about_patients(above.group.lower()):
        above.words, above.group = text[start:end].strip(" *#\t\\"), ""
    if line.rstrip().endswith(":") and len(line) < sections.LONGEST_HEADING:
        above.words = text[start:end].strip(" *#\t\\")
        above.group = _group(above.words, line)
    return start


def _group(words: str, line: str) -> str:
    return words.strip(" :*-.•\"'()[]\\") if sections.names_a_group(line) else ""


def _sentences(whole: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for at, to in _cuts(whole, start, end):
        bullet = _BULLET.match(whole, at, to)
        begin = bullet.end() if bullet else at
        stop = to - (len(whole[begin:to]) - len(whole[begin:to].rstrip(" \x00")))
        if begin < stop:
            yield begin, stop


def _cuts(whole: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _ends(whole, start, end):
        while found - at > _LONGEST:
            yield at, at + _LONGEST
            at += _LONGEST
        yield at, found
        at = found


def _ends(whole: str, start: int, end: int) -> Iterator[int]:
    numbered = (found.end() for found in _INLINE_NUMBER.finditer(whole, start, end))
    stops = (found.end() for found in _END.finditer(whole, start, end))
    yield from sorted({*numbered, *stops, end})
