"""A record's JSON, as a curator can read it."""

from __future__ import annotations

import json
from io import StringIO

from django.utils.html import format_html
from django.utils.safestring import SafeString

LONGEST_SHOWN = 200_000  # characters; the whole record can be fetched as a file
LONGEST_INDENTED = 5_000_000  # to read more would keep a process for seconds
INDENTED = json.JSONEncoder(indent=2, ensure_ascii=False)


def shown_record(body: str, *, words: str, address: str) -> SafeString:
    """``words`` on where it comes from, a link to the whole file, and the record in a window.

    A text area scrolls, is reached by keys and needs no style of ours.
    """
    text = legible(body)
    cut = len(text) > LONGEST_SHOWN
    said = f"{words} It is long: only the beginning stands here." if cut else words
    return format_html(
        '{} <a href="{}">The whole record as a file</a><br>'
        '<textarea readonly rows="30" cols="100" aria-label="The record">{}</textarea>',
        said,
        address,
        "".join(map(_seen, text[:LONGEST_SHOWN])),
    )


def legible(body: str) -> str:
    """Indented, at least as far as it is shown; as it is where it is no JSON, or too long."""
    if len(body) > LONGEST_INDENTED:
        return body
    text = StringIO()
    try:
        for part in INDENTED.iterencode(json.loads(body)):
            text.write(part)
            if text.tell() > LONGEST_SHOWN:
                break
    except (ValueError, RecursionError):
        return body
    return text.getvalue()


def _seen(character: str) -> str:
    """What can't be seen, as JSON's escape: controls, turns of direction, halves of pairs."""
    if character.isprintable() or character == "\n":
        return character
    return json.dumps(character)[1:-1]
