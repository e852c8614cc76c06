"""Which cells a word like 'autologous' or 'bone marrow' belongs to."""

from trials.reading.cells import cues
from trials.reading.passages import Passage
from trials.reading.phrases import Mention

REACH = 8  # words between a describing word and the cells it describes
LETTERS = 3
LINKS = frozenset({"from", "of", "origin", "derived", "sourced"})


def bound_cell(passage: Passage, word: Mention) -> Mention | None:
    """The cell that a tissue stands with: 'marrow-derived cells', 'cells from marrow'."""
    if word.code("kind"):
        return word
    beside = [one for one in passage.neighbours(word) if one.code("kind")]
    ahead = [one for one in beside if _before_cells(passage, word, one)]
    if ahead:
        return ahead[0]
    behind = [one for one in beside if not _is_letters(word) and _after_cells(passage, word, one)]
    return behind[-1] if behind else None


def _is_letters(word: Mention) -> bool:
    """'UC' before MSC is the umbilical cord; after it, it may be ulcerative colitis."""
    return word.phrase.isupper() and len(word.phrase) <= LETTERS


def _before_cells(passage: Passage, word: Mention, cell: Mention) -> bool:
    if not 0 <= cell.first - word.last <= REACH:
        return False
    return all(_describes(passage, at) for at in range(word.last, cell.first))


def _describes(passage: Passage, at: int) -> bool:
    plain = passage.plain[at]
    if at in passage.mention_at or len(plain) < 2:
        return True
    return plain in cues.FILLERS or plain in cues.DESCRIBING


def _after_cells(passage: Passage, word: Mention, cell: Mention) -> bool:
    if not 0 <= word.first - cell.last <= REACH:
        return False
    between = passage.plain[cell.last : word.first]
    return not LINKS.isdisjoint(between) or (not between and passage.words[word.first].after_comma)


def stands_before_cells(passage: Passage, word: Mention) -> bool:
    """'umbilical cord cells', 'adipose-derived cells': cells of no named kind."""
    _, end = passage.sentence_of(word)
    following = passage.plain[word.last : min(end, word.last + 3)]
    return "cells" in following


def follows_cells(passage: Passage, word: Mention) -> bool:
    """'the cells are isolated from peripheral blood': cells of no named kind."""
    start, _ = passage.sentence_of(word)
    before = passage.plain[max(start, word.first - REACH) : word.first]
    taken = not cues.TAKEN_FROM.isdisjoint(before)
    return taken and "cells" in before and "from" in before


def is_harvested(passage: Passage, word: Mention) -> bool:
    """'bone marrow will be harvested', 'biopsy of adipose tissue'."""
    start, end = passage.sentence_of(word)
    near = passage.plain[max(start, word.first - 5) : min(end, word.last + 5)]
    return not cues.HARVEST.isdisjoint(near)
