"""Does the name of a cell, where it stands, say that the cell is part of the treatment?

'HSCT' in 'after HSCT', in 'HSCT recipients' or in 'can receive HSCT' does not. Each
objection is a rule about the words beside the name, so that it can be argued with.
"""

from trials.reading.cells import cues
from trials.reading.passages import Passage, Zone
from trials.reading.phrases import Mention

BEFORE, AFTER = 3, 2
LINES = frozenset({"line", "lines", "bank"})
GROWN_FROM = frozenset({"grown", "made", "produced", "differentiated", "prepared", "astrocytes"})
ARMS = frozenset({Zone.ARM, Zone.ARM_LABEL})


def objection(passage: Passage, mention: Mention) -> str:
    """Why this mention doesn't say that the cell is given; "" where nothing objects."""
    before = _before(passage, mention)
    if _beside_another(passage, mention, before):
        before = []
    after = _after(passage, mention)
    return (
        _to_the_past(before, passage.zone)
        or _to_a_target(before)
        or _to_the_maybe(before, mention)
        or _to_people(passage, mention)
        or _to_a_thing_measured(mention, after, before)
        or ("source of a cell-free product" if is_source(passage, mention) else "")
    )


def _before(passage: Passage, mention: Mention) -> list[str]:
    """The words that stand before the noun phrase of a mention, nearest last."""
    start, _ = passage.sentence_of(mention)
    plain = passage.plain
    at = mention.first
    while at > start and (at - 1 in passage.mention_at or _fills(plain[at - 1])):
        at -= 1
    return plain[max(start, at - BEFORE) : at]


def _beside_another(passage: Passage, mention: Mention, before: list[str]) -> bool:
    """'autologous versus allogeneic cells': both are given."""
    if before[-1:] not in (["versus"], ["vs"]):
        return False
    start, _ = passage.sentence_of(mention)
    at = next(one for one in range(mention.first - 1, -1, -1) if passage.plain[one] == before[-1])
    other = passage.mention_at.get(at - 1) if at > start else None
    return bool(other and other.code("donor"))


def _fills(word: str) -> bool:
    return word in cues.FILLERS or any(map(str.isdigit, word))


def _after(passage: Passage, mention: Mention) -> list[str]:
    _, end = passage.sentence_of(mention)
    return passage.plain[mention.last : min(end, mention.last + AFTER)]


def _to_the_past(before: list[str], zone: Zone) -> str:
    if not cues.BESIDE_BEFORE.isdisjoint(before):
        return "before or after the cells"
    if zone not in ARMS and {"received", "treated", "had"} & set(before):
        return "cells given earlier"
    return "without the cells" if cues.WITHOUT & set(before[-2:]) else ""


def _to_a_target(before: list[str]) -> str:
    acted_on = before[-2:] in (["effect", "on"], ["effects", "on"])
    return "what is acted on or measured" if acted_on or cues.TARGET_BEFORE & set(before) else ""


def _to_the_maybe(before: list[str], mention: Mention) -> str:
    """Transplants are often named as what may follow; other products are not."""
    if is_procedure(mention) and cues.HYPOTHETICAL & set(before):
        return "a possible transplant"
    if is_procedure(mention) and before[-1:] and before[-1] in {"in", "with", "for"}:
        return "a transplant as the setting"
    return ""


def _to_people(passage: Passage, mention: Mention) -> str:
    if passage.zone in ARMS and not is_procedure(mention):
        return ""
    _, end = passage.sentence_of(mention)
    rest = passage.plain[mention.last : min(end, mention.last + 4)]
    while rest and rest[0] in cues.GIVING:
        rest = rest[1:]
    if mention.code("donor") or not rest:
        return ""
    return "people who have the cells" if rest[0] in cues.PEOPLE_AFTER else ""


def _to_a_thing_measured(mention: Mention, after: list[str], before: list[str]) -> str:
    if after and after[0] in LINES and not GROWN_FROM.isdisjoint(before):
        return ""  # 'astrocytes grown from an embryonic stem cell line'
    if after and after[0] in cues.MEASURE_AFTER:
        return "what is measured or grown"
    if mention.code("kind") == "other" and cues.DISEASE_AFTER & set(after):
        return "the name of a disease"
    return ""


def is_procedure(mention: Mention) -> bool:
    """A transplant of blood stem cells, named as a procedure."""
    return mention.code("procedure") is not None


def is_source(passage: Passage, mention: Mention) -> bool:
    """The cells from which a cell-free product is made: 'MSC-derived exosomes'."""
    if mention.code("kind") not in {"stem", "other", "unnamed"}:
        return False
    return any(
        0 <= one.first - mention.last <= 4 or _made_of(passage, one, mention)
        for one in passage.neighbours(mention)
        if one.code("kind") == "cell_free"
    )


def _made_of(passage: Passage, product: Mention, cell: Mention) -> bool:
    between = passage.plain[product.last : cell.first]
    made = {"from", "of", "by"} & set(between[:6])
    return 0 < len(between) <= 12 and bool(made)
