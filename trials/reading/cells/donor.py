"""Whose cells they are: the person's own, or a donor's."""

import re
from itertools import pairwise

from trials.reading.cells import cues
from trials.reading.cells.contrast import compares, is_contrasted
from trials.reading.cells.given import Given
from trials.reading.cells.own_tissue import BLOOD, is_own
from trials.reading.cells.spots import speaks_of_this_study
from trials.reading.cells.standing import is_procedure, objection
from trials.reading.codebook import CellType, Donor, Tissue
from trials.reading.evidence import Answer, Evidence
from trials.reading.passages import Passage, Texts, Zone
from trials.reading.phrases import Mention

REACH = 8
BETWEEN_BOTH = 6  # words
AND_OR = frozenset({"and", "or", "with", "versus", "vs"})
BEGINNING = 2  # words; a description may begin 'Allogeneic; 3 infusions'
SHORT_TEXTS = frozenset({Zone.NAME, Zone.ARM_LABEL, Zone.TITLE, Zone.KEYWORD})
GIVEN_AWAY = re.compile("donor|donated|mother")
Found = tuple[Donor, Evidence]


def read_donor(
    given: Given, texts: Texts, types: tuple[CellType, ...], tissues: tuple[Tissue, ...]
) -> Answer[Donor]:
    """The donor; 'both' where both are given, 'not_stated' where the record doesn't say."""
    stated = [*given.products, *given.arms]
    named = [passage for one in stated for passage in one.passages] + list(texts.titles)
    tiers = (named, texts.keywords, texts.summary, texts.description)
    conflict: tuple[Evidence, ...] = ()
    for at, tier in enumerate(tiers):
        found = [one for passage in tier for one in _donors(passage, types, is_prose=at > 1)]
        evidence = dict(reversed(found))
        if len(evidence) == 1:
            return Answer(*found[0][:1], (found[0][1],))
        if evidence and (at == 0 or any(_both_at_once(passage) for passage in tier)):
            return Answer(Donor.BOTH, tuple(evidence.values()))
        conflict = conflict or tuple(evidence.values())
    return Answer(None, conflict) if conflict else _entailed(tissues)


def _entailed(tissues: tuple[Tissue, ...]) -> Answer[Donor]:
    """Fetal tissue and embryonic lines can't be the person's own."""
    if {Tissue.FETAL_NEURAL, Tissue.EMBRYONIC_LINE} & set(tissues):
        return Answer(Donor.ALLOGENEIC)
    return Answer(Donor.NOT_STATED)


def _donors(passage: Passage, types: tuple[CellType, ...], *, is_prose: bool) -> list[Found]:
    found: list[Found] = []
    for one in passage.mentions:
        if is_prose and not speaks_of_this_study(passage, one):
            continue
        if is_contrasted(passage, one) and not compares(passage, one):
            continue
        if one.code("donor") and _describes_product(passage, one, types):
            code = Donor(one.code("donor") or "")
            found.append((code, passage.evidence_of(one, f"{code}: {one.phrase}")))
        elif (one.code("tissue") or one.code("kind")) and is_own(passage, one, types):
            found.append((Donor.AUTOLOGOUS, passage.evidence_of(one, "autologous: own tissue")))
    return found


def _both_at_once(passage: Passage) -> bool:
    """'autologous or allogeneic cells', 'compares autologous with allogeneic cells'."""
    donors = [one for one in passage.mentions if one.code("donor")]
    return any(
        one.code("donor") != two.code("donor")
        and 0 < two.first - one.last <= BETWEEN_BOTH
        and not AND_OR.isdisjoint(passage.plain[one.last : two.first])
        and speaks_of_this_study(passage, one)
        for one, two in pairwise(donors)
    )


def _describes_product(passage: Passage, word: Mention, types: tuple[CellType, ...]) -> bool:
    """Is it the cells that are 'allogeneic', not a bone graft or a kidney's donor?"""
    if word.code("kind"):
        return True
    if _is_same(word):
        return _stands_after_cells(passage, word, types)
    _, end = passage.sentence_of(word)
    at = word.last
    while at < min(end, word.last + REACH):
        mention = passage.mention_at.get(at)
        if mention and mention.code("kind"):
            return _is_product(passage, mention, types)
        is_word = not mention or mention.code("site")
        if is_word and passage.plain[at] in cues.NOT_CELLS:
            return False
        if not mention and passage.plain[at] == "cells":
            return True
        at = mention.last if mention else at + 1
    return _stands_after_cells(passage, word, types)


def _is_product(passage: Passage, cell: Mention, types: tuple[CellType, ...]) -> bool:
    if is_procedure(cell) and BLOOD.isdisjoint(types):
        return False
    return objection(passage, cell) in {"", "source of a cell-free product"}


def _stands_after_cells(passage: Passage, word: Mention, types: tuple[CellType, ...]) -> bool:
    beside = passage.neighbours(word)
    if not cues.ORGANS.isdisjoint(passage.words_beside(word)) and not _is_same(word):
        return False
    ahead = [one for one in beside if one.code("kind") and one.last <= word.first]
    if ahead and not _is_product(passage, ahead[-1], types):
        return False
    cells = [one for one in beside if one.code("kind") and _is_product(passage, one, types)]
    if any(0 <= word.first - one.last <= REACH for one in cells):
        return True
    if passage.zone in SHORT_TEXTS:
        return not cells or word.first < cells[0].first
    if passage.zone in {Zone.ABOUT, Zone.ARM} and not cells:
        return word.first - passage.sentence_of(word)[0] <= BEGINNING
    return bool(GIVEN_AWAY.search(word.phrase)) and _says_cells_or_tissue(passage, word)


def _is_same(word: Mention) -> bool:
    """'from the same donor who gave the kidney'."""
    return word.phrase.startswith("same")


def _says_cells_or_tissue(passage: Passage, word: Mention) -> bool:
    named = any(one.code("tissue") or one.code("kind") for one in passage.neighbours(word))
    return named or "cells" in passage.words_beside(word)
