"""The tissue that the cells come from."""

from trials.reading.cells import cues
from trials.reading.cells.binding import (
    bound_cell,
    follows_cells,
    is_harvested,
    stands_before_cells,
)
from trials.reading.cells.contrast import is_contrasted
from trials.reading.cells.given import Given
from trials.reading.cells.spots import Spot, speaks_of_this_study
from trials.reading.cells.standing import objection
from trials.reading.codebook import CellType, Tissue
from trials.reading.evidence import Answer
from trials.reading.passages import Passage, Texts, Zone
from trials.reading.phrases import Mention, Sense

# Marrow is looked at, and blood is drawn, in every leukaemia study: a harvest says nothing there
NO_HARVEST = frozenset({CellType.HAEMATOPOIETIC, CellType.OTHER_IMMUNE, CellType.REGULATORY_T})
IMMUNE = frozenset({CellType.OTHER_IMMUNE, CellType.REGULATORY_T})
NEURAL = frozenset({CellType.NEURAL, CellType.GLIAL_PROGENITOR, CellType.UNSPECIFIED_STEM})
FAT_REMOVED = ("liposuction", "lipoaspiration", "lipoaspirates", "abdominoplasty")
TAKEN_BY = {"leukapheresis": Tissue.PERIPHERAL_BLOOD} | dict.fromkeys(FAT_REMOVED, Tissue.ADIPOSE)
DRAWN = cues.TAKEN_FROM | {"taken", "drawn", "removed"}
BEGINNING, BLOOD_REACH = 2, 8  # words
FROM_FAT = frozenset({CellType.VASCULAR_FRACTION, CellType.MESENCHYMAL, CellType.UNSPECIFIED_STEM})
TissueAnswer = Answer[tuple[Tissue, ...]]


def read_tissue(given: Given, texts: Texts, types: tuple[CellType, ...]) -> TissueAnswer:
    """The source of the cells; 'not_stated' where the record does not name it."""
    for tier in _tiers(given, texts, types):
        if tier:
            return _answer(tier, types)
    return Answer((Tissue.NOT_STATED,))


def _tiers(given: Given, texts: Texts, types: tuple[CellType, ...]) -> list[list[Spot]]:
    stated = [*given.products, *given.arms]
    passages = [passage for one in stated for passage in one.passages] + list(texts.titles)
    prose = [
        [spot for passage in part for spot in _in_prose(passage, types)]
        for part in (texts.summary, texts.description)
    ]
    keywords = [
        Spot(word, one) for word in texts.keywords for one in word.mentions if one.code("tissue")
    ]
    taken = _from_blood(given, texts) if IMMUNE.issuperset(types) else []
    if FROM_FAT.issuperset(types):
        taken = [spot for word in FAT_REMOVED for spot in _taken(given, texts, word)]
    return [[spot for one in passages for spot in _named(one, types)], keywords, *prose, taken]


def _named(passage: Passage, types: tuple[CellType, ...]) -> list[Spot]:
    return [
        Spot(passage, one)
        for one in passage.mentions
        if one.code("tissue")
        and _is_source(passage, one, types)
        and cues.MAYBE.isdisjoint(passage.words_beside(one))
    ]


def _is_source(passage: Passage, word: Mention, types: tuple[CellType, ...]) -> bool:
    cell = bound_cell(passage, word)
    if cell is None:
        return (
            stands_before_cells(passage, word)
            or follows_cells(passage, word)
            or _is_whole_product(passage, word)
            or _describes_the_product(passage, word)
            or _of_a_fetus(passage, word)
        )
    if not _is_product(cell, types):
        return False
    return objection(passage, cell) in {"", "source of a cell-free product"}


def _describes_the_product(passage: Passage, word: Mention) -> bool:
    """An intervention's description that begins 'bone marrow-derived; ...'."""
    start, end = passage.sentence_of(word)
    derived = passage.plain[word.last : min(end, word.last + 1)] == ["derived"]
    return passage.zone is Zone.ABOUT and derived and word.first - start <= BEGINNING


def _of_a_fetus(passage: Passage, word: Mention) -> bool:
    """'grown from the spinal cord of one fetus', 'from a donated fetal brain'."""
    start, end = passage.sentence_of(word)
    before = passage.plain[max(start, word.first - 5) : word.first]
    near = passage.plain[max(start, word.first - 2) : min(end, word.last + 5)]
    return word.code("tissue") == Tissue.FETAL_NEURAL and "from" in before and "fetal" in near


def _is_product(cell: Mention, types: tuple[CellType, ...]) -> bool:
    """Immune cells that are counted say nothing of the source of stem cells."""
    return cell.code("kind") != "other" or cell.code("type") in types


def _is_whole_product(passage: Passage, word: Mention) -> bool:
    """An intervention that is called only 'umbilical cord blood'."""
    return word.code("tissue") == Tissue.CORD_BLOOD and len(passage.words) <= word.last + 1


def _in_prose(passage: Passage, types: tuple[CellType, ...]) -> list[Spot]:
    found = []
    for one in passage.mentions:
        if not one.code("tissue") or not speaks_of_this_study(passage, one):
            continue
        if is_contrasted(passage, one):
            continue
        harvest = is_harvested(passage, one) and not NO_HARVEST.issuperset(types)
        if _is_source(passage, one, types) or (harvest and _is_harvest_tissue(one)):
            found.append(Spot(passage, one))
    return found


def _is_harvest_tissue(one: Mention) -> bool:
    return one.code("tissue") in {Tissue.BONE_MARROW, Tissue.ADIPOSE, Tissue.UMBILICAL_CORD}


def _taken(given: Given, texts: Texts, how: str) -> list[Spot]:
    """White cells taken by leukapheresis come from the blood, liposuction takes fat."""
    every = [*texts.summary, *texts.description]
    every += [passage for one in (*given.products, *given.arms) for passage in one.passages]
    return [
        Spot(one, Mention((Sense("tissue", TAKEN_BY[how]),), at, at + 1, how))
        for one in every
        for at, word in enumerate(one.plain)
        if word == how
    ]


def _from_blood(given: Given, texts: Texts) -> list[Spot]:
    """White cells by leukapheresis, or 'taken from the patient's blood'."""
    drawn = [
        Spot(one, Mention((Sense("tissue", Tissue.PERIPHERAL_BLOOD),), at, at + 1, "blood"))
        for one in (*texts.summary, *texts.description)
        for at in one.places.get("blood", ())
        if at not in one.mention_at and _is_drawn(one, at)
    ]
    return _taken(given, texts, "leukapheresis") or drawn


def _is_drawn(passage: Passage, at: int) -> bool:
    before = passage.plain[max(passage.sentence_of_word(at)[0], at - BLOOD_REACH) : at]
    cells = before.index("cells") if "cells" in before else len(before)
    return "from" in before[cells:] and not DRAWN.isdisjoint(before[cells:])


def _answer(spots: list[Spot], types: tuple[CellType, ...]) -> TissueAnswer:
    first: dict[Tissue, Spot] = {}
    for spot in spots:
        first.setdefault(_code(spot, types), spot)
    evidence = tuple(
        spot.passage.evidence_of(spot.mention, f"{code}: {spot.mention.phrase}")
        for code, spot in first.items()
    )
    return Answer(tuple(sorted(first, key=list(Tissue).index)), evidence)


def _code(spot: Spot, types: tuple[CellType, ...]) -> Tissue:
    code = spot.mention.code("tissue") or ""
    if code == Tissue.FETAL_NEURAL and NEURAL.isdisjoint(types):
        return Tissue.OTHER
    return Tissue(code)
