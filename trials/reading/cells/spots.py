"""Where a text names cells that are given in this study."""

from typing import NamedTuple

from trials.reading.cells import cues
from trials.reading.cells.standing import objection
from trials.reading.cells.words_of_types import WEAK_LETTERS
from trials.reading.passages import Passage
from trials.reading.phrases import Mention


class Spot(NamedTuple):
    """A cell named where it is given."""

    passage: Passage
    mention: Mention


def cells_in(passage: Passage) -> list[Spot]:
    """Cells (or cell-free products) named in a passage with nothing to object."""
    if "cells" not in passage.memory:
        passage.memory["cells"] = [
            Spot(passage, mention)
            for mention in passage.mentions
            if mention.code("kind")
            and _is_named_in_full(passage, mention)
            and not objection(passage, mention)
        ]
    return list(passage.memory["cells"])


def _is_named_in_full(passage: Passage, mention: Mention) -> bool:
    """Letters with several meanings need the full name somewhere in the record."""
    if mention.phrase not in WEAK_LETTERS:
        return True
    before = passage.mention_at.get(mention.first - 1)
    if before and before.code("tissue"):
        return True  # 'BM-MNC' has one meaning only
    return mention.code("type") in passage.memory.get("named in full", ())


def plain_statements(passage: Passage) -> list[Spot]:
    """Cells in prose, where the sentence says that they are given in this study."""
    return [
        spot
        for spot in cells_in(passage)
        if sentence_gives(spot) and speaks_of_this_study(passage, spot.mention)
    ]


def sentence_gives(spot: Spot) -> bool:
    return not cues.STRICT_GIVING.isdisjoint(spot.passage.words_beside(spot.mention))


def speaks_of_this_study(passage: Passage, mention: Mention) -> bool:
    """Not of animals, of others' work, or of cells in general."""
    words = passage.words_beside(mention)
    if not words.isdisjoint(cues.ANIMAL):
        return False
    if "animal" in words and _is_animal_work(passage, mention):
        return False
    if {"this", "we", "will", "our"} & words:
        return True
    return words.isdisjoint(cues.EARLIER_WORK) and words.isdisjoint(cues.IN_GENERAL)


def _is_animal_work(passage: Passage, mention: Mention) -> bool:
    """'animal models', not 'animal-derived reagents'."""
    start, end = passage.sentence_of(mention)
    pairs = zip(passage.plain[start:end], passage.plain[start + 1 : end], strict=False)
    return any(one == "animal" and two in cues.ANIMAL_WORK for one, two in pairs)
