"""Words of a record that name a regulator's permission, or how cells are made."""

import re
from collections.abc import Iterator, Sequence

from trials.reading.evidence import Evidence
from trials.reading.quoting import quote_around
from trials.reading.signals.text import prose
from trials.records import StudyRecord

_PERMISSION = re.compile(
    r"\bIND\b(?=\W*(?:#|[Nn]umber|[Nn]o\b|\d|application|for|of|approv|protocol|study|trial|$))|"
    r"\b(?i:investigational\s+new\s+drug)\b|"
    r"\b(?:FDA|Food\s+and\s+Drug\s+Administration|EMA|European\s+Medicines\s+Agency|MHRA|AIFA|"
    r"AEMPS|ANSM|BfArM|Paul[\s-]Ehrlich|Swissmedic|Health\s+Canada|TGA|PMDA|MFDS|KFDA|NMPA|CFDA|"
    r"CDSCO|ANVISA|SUKL|S[ÚU]KL|Istituto\s+Superiore\s+di\s+Sanit[aà]|Ministry\s+of\s+Health)"
    r"(?:[\s-]+\w+){0,4}?[\s-]+(?i:approv\w+|authori[sz]\w+|cleared|clearance|permission|permit\w*|"
    r"licen[cs]\w+)(?=\s+(?:\w+\s+){0,3}?(?:trial|study|protocol|IND)|\W*$|[.,;)])|"
    r"(?i:\b(?:approved|authori[sz]ed|cleared)\s+by\s+(?:the\s+)?)"
    r"(?:\w+\s+){0,2}?(?:FDA|U\.?S\.?\s+Food|Food\s+and\s+Drug|EMA\b|MHRA|AIFA|AEMPS|ANSM|BfArM|"
    r"Paul[\s-]Ehrlich|Swissmedic|Health\s+Canada|PMDA|MFDS|KFDA|NMPA|CFDA|CDSCO|ANVISA|"
    r"Istituto\s+Superiore|(?:Italian\s+)?National\s+Institute\s+of\s+Health|Ministry\s+of\s+Health)"
)
_NOT_OURS = re.compile(
    r"\b(?:not|no|without|never|nor|un-?approved|only|riluzole|edaravone|tofersen|previously|"
    r"currently|device|treatments?\s+(?:is|are)|drugs?\s+(?:is|are))\b|n['’]t\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\bc?GMP\b|\b(?i:good\s+manufacturing\s+practices?)\b|\b(?i:clean[\s-]?room\s+facilit\w+)\b"
)
# Whatever the patterns find has one of these in it, as it stands or in small letters.
_OF_PERMISSION = ("IND", "investigational", "approv", "authori", "clear", "permi", "licen")
_OF_MADE = ("gmp", "manufacturing", "clean")
_SENTENCE = re.compile(r"[^\n;!?]{1,600}?(?:\.(?=\s)|[\n;!?]|$)|[^\n;!?]{600}")
_NUMBERS = frozenset({"EUDRACT_NUMBER", "CTIS"})


def regulator_named(record: StudyRecord) -> Evidence | None:
    """The first words that name a regulator's permission, or an EU trial number."""
    for place, one in enumerate(record.identification.secondary_ids):
        if one.type in _NUMBERS:
            field = f"identification.secondary_ids[{place}].id"
            return Evidence(field, one.id[:160], "regulator: eu number")
    return next(_said(record, _PERMISSION, _OF_PERMISSION, "regulator: named"), None)


def making_named(record: StudyRecord) -> Evidence | None:
    """The first words about the rules under which the cells are made."""
    return next(_said(record, _MADE, _OF_MADE, "maker: good manufacturing practice"), None)


def _said(
    record: StudyRecord, pattern: re.Pattern[str], hints: Sequence[str], rule: str
) -> Iterator[Evidence]:
    """``hints``: without one of them, ``pattern`` finds nothing; most texts have none."""
    for field, text in prose(record):
        folded = text.casefold()
        if not any(hint in text or hint in folded for hint in hints):
            continue
        for sentence in _SENTENCE.finditer(text):
            found = pattern.search(sentence[0])
            if found and not _NOT_OURS.search(sentence[0]):
                quote = quote_around(sentence[0], found.start(), found.end())
                yield Evidence(field, quote, rule)
