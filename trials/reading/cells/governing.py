"""Does a word of giving belong to the cells, or to something else in the sentence?"""

from trials.reading.cells import cues
from trials.reading.cells.spots import Spot
from trials.reading.words import word_set

AFTER, REACH = 3, 10  # words after the cells; words before them
FRAMES = (["for"], ["to", "treat"], ["as", "treatment"], ["as", "therapy"], ["in", "treating"])
LINKS = (cues.FILLERS - {"and", "or", "injection", "infusion", "transplantation"}) | word_set(
    "of using by autologous allogeneic donor their his her own patient patients cell cells"
)
GIVES = cues.GIVING - {"use", "using", "used", "dose", "doses", "suspension", "given", "treated"}
TRIALS = word_set("study trial safety efficacy tolerability effect effects feasibility")
PEOPLE = word_set("patients participants subjects people adults persons individuals")
NO_FRAME = cues.STUDIED | word_set("screening testing diagnosis prognosis prediction research")


def is_governed(spot: Spot) -> bool:
    """'infusion of T cells', 'T cell therapy', 'T cells for a disease'."""
    return _is_framed(spot) or _before(spot) or _after(spot)


def is_tried(spot: Spot) -> bool:
    """'a study of autologous stem cells in people with ALS'."""
    passage, cell = spot
    if cell.code("kind") != "stem" or not speaks_of_trial(spot):
        return False
    start, _ = passage.sentence_of(cell)
    for at in range(cell.first - 1, max(start, cell.first - REACH) - 1, -1):
        if passage.plain[at] == "of":
            return passage.plain[at - 1] in TRIALS
        if at not in passage.mention_at and passage.plain[at] not in LINKS:
            return False
    return False


def speaks_of_trial(spot: Spot) -> bool:
    """In the same sentence stands whom it is tried in."""
    words = spot.passage.words_beside(spot.mention)
    return not words.isdisjoint(PEOPLE) and words.isdisjoint(NO_FRAME | {"vitro", "laboratory"})


def _is_framed(spot: Spot) -> bool:
    passage, cell = spot
    _, end = passage.sentence_of(cell)
    rest = passage.plain[cell.last : end]
    rest = rest[1:] if rest[:1] in (["cells"], ["therapy"]) else rest
    framed = any(rest[: len(words)] == words for words in FRAMES)
    return framed and NO_FRAME.isdisjoint(rest)


def _before(spot: Spot) -> bool:
    passage, cell = spot
    start, _ = passage.sentence_of(cell)
    for at in range(cell.first - 1, max(start, cell.first - REACH) - 1, -1):
        word = passage.plain[at]
        if word in GIVES:
            return True
        if at not in passage.mention_at and word not in LINKS:
            return False
    return False


def _after(spot: Spot) -> bool:
    passage, cell = spot
    _, end = passage.sentence_of(cell)
    after = passage.plain[cell.last : min(end, cell.last + AFTER)]
    apart = next((at for at, word in enumerate(after) if word in {"and", "or", "in"}), len(after))
    return not GIVES.isdisjoint(after[:apart])
