"""A record's JSON, as a curator can read it."""

from __future__ import annotations

import json

from django.utils.html import format_html
from django.utils.safestring import SafeString

LONGEST_SHOWN = 200_000  # characters; the whole record can be fetched as a file
LONGEST_INDENTED = 5_000_000  # to indent more would keep a process for seconds


def shown_record(body: str, *, words: str, address: str) -> SafeString:
    """``words`` on where it comes from, a link to the whole file, and the record in a window.

    A text area scrolls, is reached by keys and needs no style of ours.
    """
    text = legible(body) if len(body) <= LONGEST_INDENTED else body
    cut = len(text) > LONGEST_SHOWN
    said = f"{words} It is long: only the beginning stands here." if cut else words
    return format_html(
        '{} <a href="{}">The whole record as a file</a><br>'
        '<textarea readonly rows="30" cols="100" aria-label="The record">{}</textarea>',
        said,
        address,
        text[:LONGEST_SHOWN],
    )


def legible(body: str) -> str:
    """Indented; whatever can't be seen is written as JSON's escapes. As it is where it is no JSON.

    What can't be seen: control and direction-changing characters, halves of pairs.
    """
    try:
        text = json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        text = body
    return "".join(map(_seen, text)) if not text.isprintable() else text


def _seen(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    return json.dumps(character)[1:-1]
