"""Body parts that a product is put into: never where its cells come from."""

from trials.reading.passages import Passage
from trials.reading.words import word_set

FURTHEST = 8  # words between 'into' and the place
INTO = word_set("into onto")
IN = word_set("in on to within inside")
# what may stand between: 'into the left and right arm and leg muscles of the patient'
BETWEEN = word_set(
    """the a an both each one two three four five several multiple different patient patients
    participant participants subject subjects recipient recipients person own his her their
    als affected human left right upper lower cervical thoracic lumbar lumbosacral dorsal ventral
    anterior posterior neck back middle deep gray grey white matter and or of arm arms leg legs
    calf thigh limb limbs hand forearm skeletal primary frontal bad diseased injured
    exposed lateral cubital antecubital peripheral femoral tissue area areas region regions
    part parts level levels side sides biceps triceps spinal"""
)


def way_in(passage: Passage, first: int) -> int | None:
    """The place of the word 'into' (or 'in', 'on', ...) that governs the words at ``first``."""
    start = passage.sentences[passage.words[first].sentence][0]
    for at in range(first - 1, max(start, first - FURTHEST) - 1, -1):
        if passage.plain[at] in INTO or passage.plain[at] in IN:
            return at
        if passage.plain[at] not in BETWEEN:
            return None
    return None
