"""Studies that only take something, or look: their cells are measured or grown, not given."""

from trials.reading.cells import cues
from trials.reading.cells.offered import is_taken
from trials.reading.cells.standing import is_procedure
from trials.reading.passages import Passage, Texts
from trials.reading.words import word_set

MEASURES = word_set(
    """measured measure measures measuring measurement phenotyped phenotype phenotypes phenotyping
    level levels concentration concentrations number numbers count counts counted frequency
    marker markers biomarker biomarkers quantify quantified characterized characterised profile
    profiles profiling cytometry sorted biology function functions vitro"""
)
GROWS = word_set(
    """vitro reprogrammed reprogram reprogramming cultured culture cultures lymphoblastoid
    immortalized immortalised expanded grown manufacturing laboratory isolated turned dish"""
)
# cells by names that no product has
GROWN_CELLS = word_set("fibroblast fibroblasts lymphoblast lymphoblasts neurons lymphocytes")
NO = word_set("no not nothing none never nobody neither without")
GIVEN_BACK = word_set(
    """treat treated treating infused reinfused reinfusion returned return administered
    transplanted transplantation given injected back"""
)
TREATMENTS = frozenset({"BEHAVIORAL", "RADIATION", "DRUG", "DEVICE", "DIETARY_SUPPLEMENT"})
TUMOR = word_set("cancer tumor carcinoma leukemia lymphoma melanoma nsclc malignant myeloma")
SAMPLED = word_set(
    """collect collected collection sample samples blood biopsy biopsies skin donate donated
    taken creation create establish established repository bank banked"""
)
CONTROLS = word_set("receive received receiving placebo control controls group before yet")
REACH = 8  # words from 'not' to 'returned'


def only_looks(texts: Texts) -> bool:
    """No intervention is listed, or only samples, scans and tests."""
    return all(is_taken(one) and one.kind not in TREATMENTS for one in texts.interventions)


def told(texts: Texts) -> tuple[Passage, ...]:
    return (*texts.titles, *texts.summary)


def is_denied(texts: Texts) -> bool:
    """'There is no plan to treat anybody', 'the cells are not returned'."""
    return only_looks(texts) and any(_denies(one) for one in (*texts.summary, *texts.description))


def _denies(passage: Passage) -> bool:
    plain = passage.plain
    return any(
        word in NO and _of_everybody(_following(passage, at)) for at, word in enumerate(plain)
    )


def _of_everybody(following: list[str]) -> bool:
    """Not of controls, 'who did not receive the cells'."""
    return not GIVEN_BACK.isdisjoint(following) and CONTROLS.isdisjoint(following)


def _following(passage: Passage, at: int) -> list[str]:
    _, end = passage.sentence_of_word(at)
    return passage.plain[at + 1 : min(end, at + 1 + REACH)]


def is_measured(texts: Texts) -> bool:
    """Cells are named with words of measuring, and none of giving stands with them."""
    if not only_looks(texts):
        return False
    if any(_gives(one) for one in (*told(texts), *texts.description)):
        return False
    if texts.observes and _kinds(texts) == {"cell_free"}:
        return True
    return any(not MEASURES.isdisjoint(one.plain) for one in told(texts))


def _kinds(texts: Texts) -> set[str | None]:
    """Of what the titles name. Vesicles in a study that only observes are a measure."""
    return {one.code("kind") for title in texts.titles for one in title.mentions} - {None}


def _gives(passage: Passage) -> bool:
    return any(
        one.code("kind") and not cues.STRICT_GIVING.isdisjoint(passage.words_beside(one))
        for one in passage.mentions
    )


def grown_or_seen(texts: Texts) -> tuple[Passage, int] | None:
    """Where living cells are named that are measured, or grown in a laboratory."""
    if not only_looks(texts):
        return None
    denied, measured = is_denied(texts), is_measured(texts)
    for passage in told(texts):
        for at in _cells_of(passage):
            seen = measured and passage.plain[at] not in GROWN_CELLS
            if denied or seen or _is_line(passage, at) or not GROWS.isdisjoint(_by(passage, at)):
                return passage, at
    return _told_further(texts, denied=denied)


def _told_further(texts: Texts, *, denied: bool) -> tuple[Passage, int] | None:
    """A description is long: only cell lines made of samples count there."""
    for passage in texts.description:
        for at in _cells_of(passage):
            made = _is_line(passage, at) and not SAMPLED.isdisjoint(_by(passage, at))
            if denied or made:
                return passage, at
    return None


def _by(passage: Passage, at: int) -> frozenset[str]:
    return passage.sentence_words[passage.words[at].sentence]


def _cells_of(passage: Passage) -> list[int]:
    """Living cells of people, not of a tumour."""
    every = [at for at in range(len(passage.plain)) if _is_cells(passage, at)]
    return [at for at in every if TUMOR.isdisjoint(_by(passage, at))]


def _is_cells(passage: Passage, at: int) -> bool:
    if passage.plain[at] in GROWN_CELLS or _is_line(passage, at):
        return True
    one = passage.mention_at.get(at)
    return bool(one and one.code("kind") in {"stem", "other"} and not is_procedure(one))


def _is_line(passage: Passage, at: int) -> bool:
    return passage.plain[at] in {"cell", "cells"} and passage.plain[at + 1 : at + 2] in (
        ["line"],
        ["lines"],
    )
