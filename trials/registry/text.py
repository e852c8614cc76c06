"""The registry's texts, made plain before anybody reads them.

Some fields are Markdown with escapes ("FVC \\> 50%"), as the registry's
`/studies/metadata` says (sourceType MARKUP). The raw record keeps them; what the
site reads and shows is unescaped.
"""

import re

from trials.registry.json_types import Json

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Any escape but line feeds, tabs, quotes and characters that can be seen.
_NOT_PLAIN = re.compile(
    r"\\(?:[^nut\"/]|u00[01]|u007f|u200[ef]|u202[a-e]|u206[6-9]|ud[89a-f])", re.IGNORECASE
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
    """Text without control and direction-changing characters, which nobody can see."""
    if text.isprintable():  # none of them is: most texts are done here
        return text
    return _UNSEEN.sub("", text).replace("\r\n", "\n")


def is_plain(body: str) -> bool:
    """Whether every value of this JSON text stands there as ``plain`` would leave it.

    Told by the text's escapes alone, so that no value needs to be looked at; False may be wrong.
    """
    return body.isascii() and "null" not in body and not _NOT_PLAIN.search(body)


def plain(value: Json, *, key: str = "") -> Json:
    """A copy of a JSON value with every text plain and every null left out.

    Where it is nested deeper than Python goes, what lies below ``_DEEPEST`` is left out too.
    """
    try:
        return _plain(value, is_markup=key in _MARKUP)
    except RecursionError:
        return _plain(_top(value, _DEEPEST), is_markup=key in _MARKUP)


def _top(value: Json, levels: int) -> Json:
    """The upper levels of a value; null where there were more."""
    if not isinstance(value, dict | list):
        return value
    if not levels:
        return None
    if isinstance(value, list):
        return [_top(item, levels - 1) for item in value]
    return {name: _top(item, levels - 1) for name, item in value.items()}


def _plain(value: Json, *, is_markup: bool) -> Json:
    if isinstance(value, str):
        return seen(unescaped(value) if is_markup and "\\" in value else value)
    if isinstance(value, dict):
        return {
            name: _plain(item, is_markup=name in _MARKUP)
            for name, item in value.items()
            if item is not None
        }
    if isinstance(value, list):
        return [_plain(item, is_markup=is_markup) for item in value if item is not None]
    return value
