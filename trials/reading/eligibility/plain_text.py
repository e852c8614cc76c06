"""One spelling for what texts write in many ways, without losing the way back.

Each character becomes one character, so that a place in the plain text is the same
place in the original, and every quote is verbatim. What should vanish becomes ABSENT.
"""

from __future__ import annotations

import re
from functools import lru_cache

ABSENT = "\x00"
_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u202f\u205f\u3000\t\r\x0b\x0c_", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\\", ABSENT),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u223c\uff5e\u301c", "~"),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2265\u2267\u2a7e\u2273", "≥"),
        **dict.fromkeys("\u2264\u2266\u2a7d\u2272", "≤"),
        **dict.fromkeys("\ufe65\uff1e\u3009", ">"),
        **dict.fromkeys("\ufe64\uff1c\u3008", "<"),
        **dict.fromkeys("\u2022\u25cf\u25aa\u00b7\u2023\u25e6\uf0b7", "•"),
        **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if i not in {27, 29}},
        "ï": "i",
        "Ï": "i",
        "é": "e",
    }
)
# ">=", "> =", "=>", ">/=", "≥/=": one sign, however it was typed
_AT_LEAST = re.compile(r">\x00? {0,2}/? ?\x00?=|=\x00? {0,2}/? ?\x00?>|≥ ?=|&ge;")
_AT_MOST = re.compile(r"<\x00? {0,2}/? ?\x00?=|=\x00? {0,2}/? ?\x00?<|≤ ?=|&le;")
_ENTITY = re.compile(r"&(?:gt|lt|amp|nbsp);")
_ENTITIES = {"&gt;": ">", "&lt;": "<", "&amp;": "&", "&nbsp;": " "}
# "non-invasive" and "SOD1- or" lose the hyphen; "15-30" and "-6.0" keep it
_HYPHEN = re.compile(
    r"(?<=[^\W_])\x00?-(?=[^\W\d_])|(?<=[^\W\d_])\x00?-(?=[ \d\x00])|(?<=[^\W\d_]\d)-(?= )"
)
_SPACES = re.compile(r"  +")


def plain(text: str) -> str:
    """The text in lower case with one spelling per sign; as long as the original."""
    lowered = text.translate(_ONE_FOR_ONE).lower()
    if len(lowered) != len(text):
        lowered = "".join(
            one.lower() if len(one.lower()) == 1 else one for one in text.translate(_ONE_FOR_ONE)
        )
    if "&" in lowered:
        lowered = _ENTITY.sub(lambda found: _padded(_ENTITIES[found[0]], found), lowered)
    lowered = _AT_LEAST.sub(lambda found: _padded("≥", found), lowered)
    lowered = _AT_MOST.sub(lambda found: _padded("≤", found), lowered)
    return _HYPHEN.sub(lambda found: _padded(" ", found), lowered)


def _padded(sign: str, found: re.Match[str]) -> str:
    return sign + ABSENT * (len(found[0]) - 1)


def tight(plain_text: str) -> str:
    """Plain text without what is absent and with single spaces: what the rules read."""
    return _SPACES.sub(" ", plain_text.replace(ABSENT, "").replace("\n", " "))


@lru_cache(maxsize=16)
def places(plain_text: str) -> list[int]:
    """For each character of ``tight(plain_text)``, its place in ``plain_text``."""
    kept: list[int] = []
    previous = ""
    for place, one in enumerate(plain_text):
        if one == ABSENT:
            continue
        seen = " " if one == "\n" else one
        if not (seen == " " and previous == " "):
            kept.append(place)
        previous = seen
    return kept
