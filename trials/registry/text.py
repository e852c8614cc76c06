"""The registry's texts, made plain before anybody reads them.

Some fields are Markdown with escapes ("FVC \\> 50%"), as the registry's
`/studies/metadata` says (sourceType MARKUP). The raw record keeps them; what the
site reads and shows is unescaped.
"""

import re
from collections.abc import Iterator

from trials.registry.json_types import Json

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# Control characters but tab and the ends of lines, and direction marks: for a class of a regex.
UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[{UNSEEN}]")
_LINE_END = re.compile("\r\n|\x85")
_HALF = re.compile("[\ud800-\udfff]")  # of a character; no text that leaves us can hold one
_ODD = re.compile(f"[{UNSEEN}\r\x85\ud800-\udfff]")  # all of them at one look
INSTEAD = "\ufffd"  # Unicode's own sign for what could not be read
# Any escape but line feeds, tabs, quotes and characters that can be seen.
_NOT_PLAIN = re.compile(
    r"\\(?:[^nut\"/]|u00[0189]|u007f|u061c|u200[ef]|u202[a-e]|u206[6-9]|ud[89a-f])", re.IGNORECASE
)
_DEEPEST = 50  # levels; far below any field of the registry
_MARKUP = frozenset(
    {
        "whyStopped",
        "briefSummary",
        "detailedDescription",
        "interventionModelDescription",
        "maskingDescription",
        "description",
        "eligibilityCriteria",
        "genderDescription",
        "studyPopulation",
        "comment",
        "populationDescription",
        "notes",
    }
)


def unescaped(text: str) -> str:
    """Markdown text without its backslashes: ``\\>`` becomes ``>``; bullets stay as they are."""
    return _ESCAPE.sub(r"\1", text)


def seen(text: str) -> str:
    """Text without control and direction-changing characters, which nobody can see.

    Half a character (a lone surrogate, as where a title was cut) is told by U+FFFD.
    """
    if text.isprintable() or not _ODD.search(text):  # most texts are done here
        return text
    return _HALF.sub(INSTEAD, _LINE_END.sub("\n", _UNSEEN.sub("", text)))


def is_plain(body: str) -> bool:
    """Whether every value of this JSON text stands there as ``plain`` would leave it.

    Told by the text's escapes alone, so that no value needs to be looked at; False may be wrong.
    """
    return body.isascii() and "null" not in body and not _NOT_PLAIN.search(body)


def plain(value: Json, *, key: str = "", cut: list[str] | None = None) -> Json:
    """A copy of a JSON value with every text plain and every null left out.

    Texts with half a character in them are added to ``cut``.
    Where it is nested deeper than Python goes, what lies below ``_DEEPEST`` is left out too.
    """
    cut = [] if cut is None else cut
    try:
        return _plain(value, cut, is_markup=key in _MARKUP)
    except RecursionError:
        return _plain(_top(value, _DEEPEST), cut, is_markup=key in _MARKUP)


def halves(value: Json, *, path: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of each text that has half a character in it, down to ``_DEEPEST``."""
    if isinstance(value, str):
        if _HALF.search(value):
            yield path.removeprefix("."), value
    elif path.count(".") < _DEEPEST and isinstance(value, dict | list):
        for name, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from halves(item, path=f"{path}.{name}")


def _top(value: Json, levels: int) -> Json:
    """The upper levels of a value; null where there were more."""
    if not isinstance(value, dict | list):
        return value
    if not levels:
        return None
    if isinstance(value, list):
        return [_top(item, levels - 1) for item in value]
    return {name: _top(item, levels - 1) for name, item in value.items()}


def _plain(value: Json, cut: list[str], *, is_markup: bool) -> Json:
    if isinstance(value, str):
        text = seen(unescaped(value) if is_markup and "\\" in value else value)
        if INSTEAD in text and _HALF.search(value):
            cut.append(text)
        return text
    if isinstance(value, dict):
        return {
            name: _plain(item, cut, is_markup=name in _MARKUP)
            for name, item in value.items()
            if item is not None
        }
    if isinstance(value, list):
        return [_plain(item, cut, is_markup=is_markup) for item in value if item is not None]
    return value
