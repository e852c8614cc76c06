"""Reading a page in a test: strictly, as HTML, and as the words that are ours on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.test import Client

HTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Shown:
    """One page that was answered. ``tree`` is the whole document."""

    status: int
    headers: Any
    text: str
    tree: Element

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements of a tag with these attributes (``class_`` for class)."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            one
            for one in self.tree.iter(HTML + tag)
            if all(one.get(name) == value for name, value in wanted.items())
        ]

    def words(self, tag: str, **attributes: str) -> list[str]:
        return [words_of(one) for one in self.all(tag, **attributes)]

    @property
    def title(self) -> str:
        return self.words("h1")[0]

    @property
    def links(self) -> dict[str, str]:
        """Words -> address of every link."""
        return {words_of(one): one.get("href", "") for one in self.all("a")}

    @property
    def own_sentences(self) -> list[str]:
        """Paragraphs in our words: what stands in quotes of the registry is not among them."""
        body = self.all("body")[0]
        return [words_of(one, own=True) for one in _ours(body) if one.tag == f"{HTML}p"]


def shown(client: Client, path: str) -> Shown:
    """The page at this address, parsed strictly: any fault in its HTML is an error."""
    response = client.get(path)
    text = response.content.decode()
    tree = html5lib.HTMLParser(strict=True).parse(text)
    return Shown(response.status_code, response.headers, text, tree)


def _ours(element: Element) -> Iterator[Element]:
    """The element and what is in it, less what is marked as the registry's (``lang``)."""
    if not element.get("lang"):
        yield element
        for child in element:
            yield from _ours(child)


def words_of(element: Element, *, own: bool = False) -> str:
    """The text of an element in one line; ``own``: without what is marked as the registry's."""
    return " ".join(" ".join(_texts(element, own=own)).split())


def _texts(element: Element, *, own: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not (own and child.get("lang")):
            yield from _texts(child, own=own)
        yield child.tail or ""
