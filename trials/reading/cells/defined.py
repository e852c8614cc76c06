"""A product under a code, where titles or prose say which cells it is.

'autologous mesenchymal stem cells (QX-1)', 'QX-1, a suspension of neural cells', 'QX-1
consists of ...': the sentence that names both tells what the intervention is.
"""

from collections.abc import Iterator

from trials.reading.cells import cues
from trials.reading.cells.offered import is_vague
from trials.reading.cells.spots import Spot, cells_in
from trials.reading.cells.standing import is_procedure
from trials.reading.passages import Passage, Texts, Treatment
from trials.reading.words import word_set

NAME_WORDS = 4  # a longer name is no code
REACH = 15  # words from the code to the cells
COPULAS = word_set("is are was were being contains contain comprises comprising consists means")
CALLED = word_set("called named termed known as or ie hereafter product products therapy code")
CELLS_AFTER_CODE = word_set("cell cells therapy product")
# between code and cells: the code acts on them, or stands beside them
APART = cues.ACTS | word_set(
    """in on with against to for by after before during that which and plus regulator modulator
    modulates regulates activator enhancer inducer vaccine improves increases reduces expands"""
)
GENERIC = cues.GIVING | word_set("cell cells stem biological product procedure surgery")


def defined_spots(treatment: Treatment, texts: Texts) -> list[Spot]:
    """The cells that this intervention's own name stands for."""
    if not is_vague(treatment):
        return []
    names = [tuple(name.plain) for name in treatment.names if _is_a_name(name.plain)]
    told = (*treatment.about, *texts.titles, *texts.summary, *texts.description)
    return [spot for passage in told for spot in _defined_in(passage, names)]


def _defined_in(passage: Passage, names: list[tuple[str, ...]]) -> Iterator[Spot]:
    places = [(at, at + len(name)) for name in names for at in _places(passage, name)]
    if not places:
        return
    named = {
        spot.mention.first: spot
        for spot in cells_in(passage)
        if spot.mention.code("kind") != "unnamed" and not is_procedure(spot.mention)
    }
    for first, last in places:
        found = _ahead(passage, last, named) or _behind(passage, first, named)
        if found:
            yield found


def _is_a_name(plain: list[str]) -> bool:
    return 0 < len(plain) <= NAME_WORDS and not GENERIC.issuperset(plain)


def _places(passage: Passage, name: tuple[str, ...]) -> list[int]:
    firsts = passage.places.get(name[0], ())
    return [at for at in firsts if tuple(passage.plain[at : at + len(name)]) == name]


def _ahead(passage: Passage, at: int, named: dict[int, Spot]) -> Spot | None:
    """'QX-1 (cells)', 'QX-1, a product of cells', 'QX-1 is made of cells'."""
    _, end = passage.sentence_of_word(at - 1)
    while at < end and passage.plain[at] in CELLS_AFTER_CODE and not passage.words[at].after_comma:
        at += 1
    if at >= end or not (passage.words[at].after_comma or passage.plain[at] in COPULAS):
        return None
    for one in range(at, min(end, at + REACH)):
        if one in named:
            return named[one]
        if one not in passage.mention_at and passage.plain[one] in APART:
            return None
    return None


def _behind(passage: Passage, first: int, named: dict[int, Spot]) -> Spot | None:
    """'cells (QX-1)', 'cells called QX-1'."""
    start, _ = passage.sentence_of_word(first)
    at = first
    while at > start and passage.plain[at - 1] in CALLED:
        at -= 1
    word = passage.words[first]
    bracket = passage.text[max(word.start - 2, 0) : word.start].strip().endswith(("(", "["))
    cell = passage.mention_at.get(at - 1)
    return named.get(cell.first) if cell and at > start and (bracket or at < first) else None
