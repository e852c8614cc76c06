"""The person's own cells, where the record says so without the word 'autologous'."""

from trials.reading.cells import cues
from trials.reading.cells.targets import way_in
from trials.reading.codebook import CellType, Tissue
from trials.reading.passages import Passage
from trials.reading.phrases import Mention
from trials.reading.words import word_set

NEAR = 4
FURTHER = 12  # words; 'marrow is aspirated from the iliac crest of the patient'
BLOOD = frozenset({CellType.HAEMATOPOIETIC, CellType.OTHER_IMMUNE, CellType.REGULATORY_T})
UNDERGO = frozenset({"undergo", "undergoes", "underwent", "undergoing", "have", "had"})
BODY_HARVEST = word_set(
    """
    aspiration aspirate aspirates harvest harvested harvesting liposuction lipoaspiration
    leukapheresis biopsy collected collection
    """
)
REPLACED = frozenset({"replace", "replaces", "replacing", "destroy", "destroyed"})
RELATIVES = word_set(
    "relative relatives sibling siblings mother mothers parent parents donor donors"
)


def is_own(passage: Passage, word: Mention, types: tuple[CellType, ...]) -> bool:
    """'the patient's own marrow', 'fat of the patients', 'patients undergo marrow aspiration'."""
    if _is_no_source(passage, word):
        return False
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


def _is_no_source(passage: Passage, word: Mention) -> bool:
    """The nervous system of the person, or a place that the cells are put into."""
    if word.code("tissue") == Tissue.FETAL_NEURAL:
        return True
    return bool(word.code("tissue")) and way_in(passage, word.first) is not None


def _from_person(before: list[str], after: list[str]) -> bool:
    if before[-1:] and before[-1] in cues.PERSON:
        return True
    if not RELATIVES.isdisjoint((*before, *after)):
        return False
    if cues.PERSON & set(before[-4:]) and {"from", "of"} & set(before):
        return "healthy" not in before
    taken = after.index("from") if "from" in after else len(after)
    links = [
        at for at, word in enumerate(after) if word in {"from", "of"} and (at < NEAR or at > taken)
    ]
    return any(not cues.PERSON.isdisjoint(after[at : at + 3]) for at in links)
