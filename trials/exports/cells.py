"""Text that no spreadsheet runs, hides or turns around.

Formula guard: OWASP "CSV Injection"; limits: Microsoft's "Excel specifications and limits".
"""

from __future__ import annotations

import re
import string
import unicodedata

from django.utils.translation import gettext as _

from trials.exports.column import Value
from trials.registry.text import UNSEEN

LONGEST = 32_767  # UTF-16 units in one cell of Excel
GUARD = "'"
_STARTS = frozenset("=+-@")
_HARMLESS = frozenset(string.ascii_letters + string.digits)
_BLANK = re.compile(r"^[\s\u200c\u200d]+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What nobody sees anywhere, and here also: zero-width marks, and what XML refuses.
_UNSEEN = re.compile(
    f"[{UNSEEN}\xad\u180e\u200b\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """Text without unseen characters; every kind of line end is a line feed."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def is_harmless(text: str) -> bool:
    """Whether ``fitted(guarded(text))`` would change nothing, told at a glance; most are."""
    return text == "" or (text[0] in _HARMLESS and text.isprintable() and 2 * len(text) <= LONGEST)


def guarded(text: str) -> str:
    """Clean text in which no line can be taken for a formula: such lines begin with ``'``."""
    return "\n".join(_guarded(line) for line in clean(text).split("\n"))


def _guarded(line: str) -> str:
    if line.startswith("\t"):
        return GUARD + line
    first = _BLANK.sub("", line)[:1]
    return GUARD + line if first and unicodedata.normalize("NFKC", first)[:1] in _STARTS else line


def fitted(text: str) -> str:
    """Text that fits a cell; where it doesn't, it is cut and ends by saying so."""
    if 2 * len(text) <= LONGEST or _units(text) <= LONGEST:  # two units a character at most
        return text
    note = _(" [cut here: %(count)s characters in all; the JSON file has the whole text]") % {
        "count": f"{len(text):,}"
    }
    return _first_units(text, LONGEST - _units(note)) + note


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _first_units(text: str, most: int) -> str:
    """At most so many UTF-16 units, no character cut in two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def as_text(value: Value) -> str:
    """A value as the text of one cell, not yet guarded; numbers as they are written."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
