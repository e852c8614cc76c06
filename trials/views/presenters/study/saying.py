"""From the readings' sentences (a template and its values) to words."""

from __future__ import annotations

from collections.abc import Iterable

from trials.reading.wording import Sentence, Value, Words
from trials.records import PartialDate
from trials.search.said import said
from trials.search.words import CELL, ROUTE, STATUS, TISSUE, word
from trials.search.words import Words as Vocabulary
from trials.views.presenters.dates import in_words
from trials.views.presenters.wording import in_countries, listed, lowered

VOCABULARIES: dict[str, Vocabulary] = {
    "cell_type": CELL,
    "tissue": TISSUE,
    "route": ROUTE,
    "overall_status": STATUS,
}


def say(sentence: Sentence) -> str:
    """The sentence in words."""
    values = {name: _worded(value) for name, value in sentence.named.items()}
    return said(sentence.template).format(**values)


def say_all(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(say(one) for one in sentences)


def _worded(value: Value) -> str:
    if isinstance(value, PartialDate):
        return in_words(value)
    if isinstance(value, Words):
        return _of_vocabulary(value)
    return f"{value:,}" if isinstance(value, int) else value


def _of_vocabulary(words: Words) -> str:
    if words.vocabulary == "country":
        return in_countries(words.codes)
    vocabulary = VOCABULARIES[words.vocabulary]
    return listed(lowered(word(vocabulary, code)) for code in words.codes)
