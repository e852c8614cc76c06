"""The registry's texts as paragraphs and lists, its bullets and numbers kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[*•·-]|\d{1,3}[.)])[ \t]+(?P<text>\S.*)")
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """``depth`` None is a paragraph; 0 and more an item. ``mark`` is a number, or "" (bullet)."""

    text: str
    depth: int | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one line without depth), or a run of items."""

    lines: tuple[Line, ...]
    is_list: bool


def prose(text: str) -> tuple[Block, ...]:
    """The text in blocks, in order; nothing for an empty text."""
    blocks: list[Block] = []
    for line in _lines(text):
        is_item = line.depth is not None
        if is_item and blocks and blocks[-1].is_list:
            blocks[-1] = Block((*blocks[-1].lines, line), is_list=True)
        else:
            blocks.append(Block((line,), is_list=is_item))
    return tuple(blocks)


def _lines(text: str) -> Iterator[Line]:
    """Items and paragraphs; a line that goes on from the one before is joined to it."""
    current: Line | None = None
    for raw in text.split("\n"):
        item = _ITEM.fullmatch(raw.rstrip())
        if item or not raw.strip():
            if current:
                yield current
            current = _item(item) if item else None
        elif current:
            current = Line(f"{current.text} {raw.strip()}", current.depth, current.mark)
        else:
            current = Line(raw.strip())
    if current:
        yield current


def _item(found: re.Match[str]) -> Line:
    depth = min(len(found["indent"].expandtabs(2)) // 2, DEEPEST)
    mark = found["mark"] if found["mark"][0].isdigit() else ""
    return Line(found["text"].strip(), depth, mark)
