"""Routes that are told by the place: 'injected into the patient's spinal cord'."""

from collections.abc import Iterator

from trials.reading.cells import cues
from trials.reading.cells.route_words import PLACED
from trials.reading.cells.spots import Spot
from trials.reading.cells.targets import INTO, way_in
from trials.reading.codebook import Route
from trials.reading.passages import Passage, Zone
from trials.reading.phrases import Mention, Sense
from trials.reading.words import word_set

# the last word of a place, what must stand before it ("" where nothing must), and the route
PLACES: dict[str, tuple[str, Route]] = {
    "cord": ("spinal", Route.INTRASPINAL),
    "horn": ("anterior ventral", Route.INTRASPINAL),
    "horns": ("anterior ventral", Route.INTRASPINAL),
    "cortex": ("motor", Route.INTRACEREBRAL),
    "brain": ("", Route.INTRACEREBRAL),
    "radiata": ("corona", Route.INTRACEREBRAL),
    "muscle": ("", Route.INTRAMUSCULAR),
    "muscles": ("", Route.INTRAMUSCULAR),
    "vein": ("", Route.INTRAVENOUS),
    "veins": ("", Route.INTRAVENOUS),
    "artery": ("", Route.INTRAARTERIAL),
    "fluid": ("spinal cerebrospinal", Route.INTRATHECAL),
    "cistern": ("lumbar", Route.INTRATHECAL),
}
FOLLOWED_BY = word_set("injury injuries disease lesion lesions damage trauma function strength")
ACTS_OF_GIVING = PLACED | (cues.STRICT_GIVING - {"given", "get", "gets", "used", "receive"})
REACH, NEAR = 25, 8  # words before 'into', and before 'in'
EFFECTS = word_set("repair protection loss changes inflammation function survival growth effects")
SHORT = frozenset({Zone.NAME, Zone.ARM_LABEL, Zone.TITLE})


def places(passage: Passage) -> list[Spot]:
    """Body parts that something is put into."""
    return [Spot(passage, one) for one in _named(passage) if _is_entered(passage, one)]


def _named(passage: Passage) -> Iterator[Mention]:
    plain = passage.plain
    for at, word in enumerate(plain):
        before, route = PLACES.get(word, ("", None))
        if route is None or (at + 1 < len(plain) and plain[at + 1] in FOLLOWED_BY):
            continue
        if not before:
            yield Mention((Sense("route", route),), at, at + 1, f"into the {word}")
        elif at and plain[at - 1] in before.split():
            yield Mention((Sense("route", route),), at - 1, at + 1, f"into {plain[at - 1]} {word}")


def _is_entered(passage: Passage, place: Mention) -> bool:
    at = way_in(passage, place.first)
    if at is None:
        return False
    start, _ = passage.sentence_of(place)
    reach = REACH if passage.plain[at] in INTO else NEAR
    before = passage.plain[max(start, at - reach) : at]
    if before[-1:] and before[-1] in EFFECTS:
        return False
    if not ACTS_OF_GIVING.isdisjoint(before):
        return True
    into = passage.plain[at] in INTO
    if passage.zone is Zone.ABOUT and into:
        return True
    return (into or passage.zone in SHORT) and _cells_just_before(passage, at)


def _cells_just_before(passage: Passage, at: int) -> bool:
    """'CD133+ cells in the motor cortex'."""
    cell = passage.mention_at.get(at - 1)
    return bool(cell and cell.code("kind")) or passage.plain[max(at - 1, 0) : at] == ["cells"]
