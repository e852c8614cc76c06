"""What a reader sees of a search page: enough of it to tell whether two pages say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

WITHOUT_END = ("input", "meta", "link", "path", "circle", "br")


@dataclass(slots=True)
class Visible:
    """``total``: the number that the heading begins with, 0 for 'No'.

    ``cards``: all words of each card, one space between. ``options``: (filter, value) -> words,
    which end with the count.
    """

    heading: str = ""
    cards: list[str] = field(default_factory=list)
    options: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        first = self.heading.split()[0].replace(",", "")
        return int(first) if first.isdecimal() else 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Visible()
        self._open: list[str] = []
        self._words: list[str] = []
        self._option = ("", "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and "option" in self._open:
            self._option = (given.get("name") or "", given.get("value") or "")
        if tag in WITHOUT_END:
            return
        kind = (given.get("class") or "").split()[:1]
        self._open.append(tag if tag == "h1" else "".join(kind))
        if self._open[-1] in ("h1", "card", "option") and "card" not in self._open[:-1]:
            self._words = []

    def handle_endtag(self, tag: str) -> None:
        if tag in WITHOUT_END:
            return
        closed = self._open.pop()
        if "card" in self._open:
            return
        text = " ".join(" ".join(self._words).split())
        if closed == "h1":
            self.seen.heading = text
        elif closed == "card":
            self.seen.cards.append(text)
        elif closed == "option":
            self.seen.options[self._option] = text

    def handle_data(self, data: str) -> None:
        self._words.append(data)


def visible(html: str) -> Visible:
    """What a page of the site, or of a peer that writes the same classes, shows."""
    reader = _Reader()
    reader.feed(html)
    return reader.seen
