"""Whose cells they are: the person's own, or a donor's."""

import re

from trials.reading.cells import cues
from trials.reading.cells.given import Given
from trials.reading.cells.spots import speaks_of_this_study
from trials.reading.cells.standing import is_procedure, objection
from trials.reading.codebook import CellType, Donor, Tissue
from trials.reading.evidence import Answer, Evidence
from trials.reading.passages import Passage, Texts, Zone
from trials.reading.phrases import Mention
from trials.reading.words import word_set

REACH = 8
NEAR = 4
FURTHER = 12  # words; 'marrow is aspirated from the iliac crest of the patient'
BEGINNING = 2  # words; a description may begin 'Allogeneic; 3 infusions'
BLOOD = frozenset({CellType.HAEMATOPOIETIC, CellType.OTHER_IMMUNE, CellType.REGULATORY_T})
SHORT_TEXTS = frozenset({Zone.NAME, Zone.ARM_LABEL, Zone.TITLE, Zone.KEYWORD})
UNDERGO = frozenset({"undergo", "undergoes", "underwent", "undergoing", "have", "had"})
BODY_HARVEST = word_set(
    """
    aspiration aspirate aspirates harvest harvested harvesting liposuction lipoaspiration
    leukapheresis biopsy collected collection
    """
)
GIVEN_AWAY = re.compile("donor|donated|mother")
REPLACED = frozenset({"replace", "replaces", "replacing", "destroy", "destroyed"})
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
        if evidence and at == 0:
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
        if one.code("donor") and _describes_product(passage, one, types):
            code = Donor(one.code("donor") or "")
            found.append((code, passage.evidence_of(one, f"{code}: {one.phrase}")))
        elif (one.code("tissue") or one.code("kind")) and _is_own(passage, one, types):
            found.append((Donor.AUTOLOGOUS, passage.evidence_of(one, "autologous: own tissue")))
    return found


def _describes_product(passage: Passage, word: Mention, types: tuple[CellType, ...]) -> bool:
    """Is it the cells that are 'allogeneic', not a bone graft or a kidney's donor?"""
    if word.code("kind"):
        return True
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
    if not cues.ORGANS.isdisjoint(passage.words_beside(word)):
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


def _says_cells_or_tissue(passage: Passage, word: Mention) -> bool:
    named = any(one.code("tissue") or one.code("kind") for one in passage.neighbours(word))
    return named or "cells" in passage.words_beside(word)


def _is_own(passage: Passage, word: Mention, types: tuple[CellType, ...]) -> bool:
    """'the patient's own marrow', 'fat of the patients', 'patients undergo marrow aspiration'."""
    start, end = passage.sentence_of(word)
    before = passage.plain[max(start, word.first - 6) : word.first]
    after = passage.plain[word.last : min(end, word.last + FURTHER)]
    if cues.OWN & set(before[-4:]):
        return REPLACED.isdisjoint(before)
    harvested = bool((BODY_HARVEST if BLOOD.isdisjoint(types) else {"leukapheresis"}) & set(after))
    if cues.PERSON & set(before) and UNDERGO & set(before) and harvested:
        return True
    if not word.code("tissue"):
        return False
    return _from_person(before, after)


def _from_person(before: list[str], after: list[str]) -> bool:
    if before[-1:] and before[-1] in cues.PERSON:
        return True
    if cues.PERSON & set(before[-4:]) and {"from", "of"} & set(before):
        return "healthy" not in before
    taken = after.index("from") if "from" in after else len(after)
    links = [
        at for at, word in enumerate(after) if word in {"from", "of"} and (at < NEAR or at > taken)
    ]
    return any(not cues.PERSON.isdisjoint(after[at : at + 3]) for at in links)
