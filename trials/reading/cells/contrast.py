"""What a record names only to say what its own product is not."""

from trials.reading.passages import Passage
from trials.reading.phrases import Mention
from trials.reading.words import word_set

NEAR = 6
APART = word_set("unlike alternative alternatives instead rather contrast contrary")
COMPARES = word_set("compare compares comparing comparison versus vs randomized randomised")


def is_contrasted(passage: Passage, word: Mention) -> bool:
    """'unlike autologous cells', 'an alternative to a marrow transplant'."""
    start, _ = passage.sentence_of(word)
    at = next(
        (one for one in range(word.first - 1, max(start, word.first - NEAR) - 1, -1)
         if passage.plain[one] in APART or _compared_with(passage, one, start)),
        None,
    )  # fmt: skip
    return at is not None and not _parted(passage, at, word.first)


def _compared_with(passage: Passage, at: int, start: int) -> bool:
    """'compared with autologous cells, ...' at the beginning; elsewhere both are given."""
    return at == start and passage.plain[at : at + 2] in (["compared", "with"], ["compared", "to"])


def _parted(passage: Passage, first: int, last: int) -> bool:
    return any(passage.words[at].after_comma for at in range(first + 1, last + 1))


def compares(passage: Passage, word: Mention) -> bool:
    """Does the sentence say that both are tried?"""
    return not COMPARES.isdisjoint(passage.words_beside(word))
