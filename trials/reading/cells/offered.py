"""Interventions and arms: which of them are cell products, and where they say so."""

from trials.reading.cells import cues
from trials.reading.cells.spots import Spot, cells_in, sentence_gives
from trials.reading.cells.standing import is_procedure
from trials.reading.codebook import CellType, Tissue
from trials.reading.passages import Passage, Treatment
from trials.reading.phrases import Mention, Sense

PRODUCT_TYPES = frozenset(
    {"BIOLOGICAL", "GENETIC", "PROCEDURE", "COMBINATION_PRODUCT", "OTHER", ""}
)
NEVER_A_PRODUCT = frozenset({"DIAGNOSTIC_TEST", "BEHAVIORAL", "RADIATION"})
NOT_GIVEN_ARMS = frozenset({"PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "NO_INTERVENTION"})
CORD_BLOOD_CELLS = (Sense("type", CellType.HAEMATOPOIETIC), Sense("kind", "stem"))
BEGINNING = 8  # words; a description that begins with the cells says what the product is
CODE_WORDS = 3
PROTEINS = frozenset(
    {"il", "il2", "interleukin", "interferon", "ifn", "csf", "gcsf", "ivig", "fmt"}
)
CODE_LETTERS = range(3, 6)  # of a product's code in capitals


def is_control(treatment: Treatment) -> bool:
    """A placebo, a sham, or an arm in which nothing is given."""
    words = {word for name in treatment.names for word in name.plain}
    if treatment.kind in NOT_GIVEN_ARMS:
        return True
    if cues.CONTROL.isdisjoint(words):
        return False
    return not any(cells_in(name) for name in treatment.names) or any(
        name.plain[:1] and name.plain[0] in cues.CONTROL for name in treatment.names[:1]
    )


def is_taken(treatment: Treatment) -> bool:
    """Something taken from the person, or a look at them: a biopsy, a scan."""
    words = {word for name in treatment.names[:1] for word in name.plain}
    if treatment.kind in NEVER_A_PRODUCT:
        return True
    return bool(cues.TAKEN_NOT_GIVEN & words) and words.isdisjoint(cues.STRICT_GIVING)


def name_spots(treatment: Treatment) -> list[Spot]:
    spots = [spot for name in treatment.names for spot in cells_in(name)]
    return spots or [spot for name in treatment.names for spot in _cord_blood(name)]


def _cord_blood(name: Passage) -> list[Spot]:
    """An intervention that is called only 'umbilical cord blood' is its transplant."""
    return [
        Spot(name, one._replace(senses=(*one.senses, *CORD_BLOOD_CELLS)))
        for one in name.mentions
        if one.code("tissue") == Tissue.CORD_BLOOD and len(name.words) <= one.last + 1
    ]


def about_spots(treatment: Treatment) -> list[Spot]:
    named = any(cells_in(name) for name in treatment.names)
    return [
        spot
        for text in treatment.about
        for spot in cells_in(text)
        if named or _defines(spot, treatment)
    ]


def _defines(spot: Spot, treatment: Treatment) -> bool:
    """Does the description say what the product is, or that these cells are given?"""
    passage, mention = spot
    start, _ = passage.sentence_of(mention)
    gives = sentence_gives(spot)
    if not cues.ACTS.isdisjoint(passage.plain[start : mention.first]):
        return False
    if is_procedure(mention):
        words = {word for name in treatment.names for word in name.plain}
        return gives and not words.isdisjoint(cues.STRICT_GIVING)
    if mention.code("kind") == "other":
        return gives and is_prepared(passage, mention)
    return gives or mention.first - start <= BEGINNING


def is_prepared(passage: Passage, mention: Mention) -> bool:
    """Immune and liver cells are also what drugs act on: here they must have a donor."""
    engineered = mention.phrase.startswith(("CAR", "chimeric", "TCR", "DLI", "lymphocyte infusion"))
    return engineered or any(one.code("donor") for one in passage.neighbours(mention))


def arm_spots(arm: Treatment) -> list[Spot]:
    labels = [spot for name in arm.names for spot in cells_in(name)]
    said = [spot for text in arm.about for spot in cells_in(text)]
    return labels + [
        spot for spot in said if not is_procedure(spot.mention) and _defines(spot, arm)
    ]


def is_a_code(treatment: Treatment) -> bool:
    """A biological product whose name tells nothing: 'QX-1', not 'interleukin-2'."""
    if treatment.kind not in {"BIOLOGICAL", "GENETIC"}:
        return False
    words = [word for name in treatment.names[:1] for word in name.words]
    if len(words) > CODE_WORDS or any(word.plain in PROTEINS for word in words):
        return False
    return any(any(map(str.isdigit, word.raw)) or word.raw.isupper() for word in words)


def is_vague(treatment: Treatment) -> bool:
    """Could this intervention be cells under another name (a code, a brand, 'injection')?"""
    if treatment.kind in PRODUCT_TYPES:
        return True
    words = [word for name in treatment.names for word in name.words]
    return any(
        word.plain in cues.GIVING
        or word.plain in {"cell", "cells", "biological", "stem", "kit", "separator"}
        or any(map(str.isdigit, word.raw))
        or (len(word.raw) in CODE_LETTERS and word.raw.isupper())
        for word in words
    )
