"""What the study does with cells."""

from __future__ import annotations

from trials.reading.cells import cues
from trials.reading.cells.given import Given
from trials.reading.cells.looked_at import grown_or_seen
from trials.reading.cells.told_in_prose import Certainty
from trials.reading.codebook import CellType, Condition, Role
from trials.reading.evidence import Answer, Evidence
from trials.reading.passages import Passage, Texts, Zone
from trials.reading.phrases import Mention
from trials.reading.words import word_set

RoleAnswer = Answer[Role]
KINDS = {
    "stem": Role.STEM_CELLS_GIVEN,
    "other": Role.OTHER_CELLS_GIVEN,
    "cell_free": Role.CELL_FREE_PRODUCT,
}
# After a cell's name: the cells are grown or looked at, not given
GROWN = word_set(
    """
    line lines bank banking culture cultures model models modeling modelling differentiation
    biology generation derivation reprogramming biobank research
    """
)
GROWS = word_set(
    """
    reprogrammed reprogram reprogramming generate generated generation derive derivation
    modeling modelling models model vitro biobank repository laboratory lab culture cultured
    lines line bank banking biopsy sample samples
    """
)
BIOBANK = word_set("biobank biobanking biorepository biospecimen biospecimens")


def read_role(given: Given, texts: Texts, condition: Condition | None) -> RoleAnswer:
    """The first role of the codebook's order that the record's words support."""
    if given.certainty is Certainty.GIVEN:
        return _given_role(given)
    if given.certainty is Certainty.TORN:
        return Answer(None)
    return (
        _mobilises(texts, condition)
        or _looked_at(texts)
        or _laboratory(texts)
        or Answer(Role.NO_CELLS, _what_is_done(texts))
    )


def _given_role(given: Given) -> RoleAnswer:
    for tier in given.tiers:
        for kind, role in KINDS.items():
            for spot in tier:
                if spot.mention.code("kind") == kind:
                    rule = f"{role}: {spot.mention.phrase}"
                    return Answer(role, (spot.passage.evidence_of(spot.mention, rule),))
    return Answer(None)


def _mobilises(texts: Texts, condition: Condition | None) -> RoleAnswer | None:
    """G-CSF as the treatment: where it is to mobilise stem cells, or in a nerve disease.

    With chemotherapy it treats a lack of white cells: that is no cell study.
    """
    names = [name for one in texts.interventions for name in one.names]
    if not names:
        names = [*texts.titles, *texts.summary]
    found = [spot for name in names for spot in _g_csf(name)]
    if not found:
        return None
    prose = (*texts.titles, *texts.summary, *texts.description)
    says = any({"mobilization", "mobilized"} & set(passage.plain) for passage in prose)
    if not says and condition not in {Condition.ALS, Condition.ALS_AMONG_OTHERS}:
        return None
    passage, at = found[0]
    return Answer(
        Role.MOBILISES_OWN_CELLS, (passage.evidence("mobilises: G-CSF, no cells", at, at + 1),)
    )


def _g_csf(name: Passage) -> list[tuple[Passage, int]]:
    plain = name.plain
    return [
        (name, at)
        for at, word in enumerate(plain)
        if word in cues.G_CSF_NAMES
        or plain[at : at + 2] == ["g", "csf"]
        or (word in {"granulocyte", "granulocytes"} and "stimulating" in plain[at:])
    ]


def _laboratory(texts: Texts) -> RoleAnswer | None:
    for passage in _first_texts(texts):
        if passage.zone in {Zone.TITLE, Zone.SUMMARY} and _tests_a_treatment(texts):
            continue
        for one in passage.mentions:
            if one.code("kind") and _is_grown(passage, one):
                evidence = passage.evidence_of(one, f"cells_in_lab_only: {one.phrase}")
                return Answer(Role.CELLS_IN_LAB_ONLY, (evidence,))
    biobank = [one for one in texts.titles if not BIOBANK.isdisjoint(one.plain)]
    return Answer(None, (biobank[0].evidence("a biobank: of cells?"),)) if biobank else None


def _looked_at(texts: Texts) -> RoleAnswer | None:
    found = grown_or_seen(texts)
    if found is None:
        return None
    passage, at = found
    evidence = passage.evidence("cells_in_lab_only: grown or measured", at, at + 1)
    return Answer(Role.CELLS_IN_LAB_ONLY, (evidence,))


def _tests_a_treatment(texts: Texts) -> bool:
    """A drug that was found with cells in a laboratory is still a drug."""
    return any(one.kind in {"DRUG", "DEVICE", "DIETARY_SUPPLEMENT"} for one in texts.interventions)


def _first_texts(texts: Texts) -> list[Passage]:
    listed = [passage for one in texts.interventions for passage in one.passages]
    return [*listed, *texts.titles, *texts.summary]


def _is_grown(passage: Passage, one: Mention) -> bool:
    after = passage.plain[one.last : one.last + 1]
    if after and after[0] in GROWN:
        return True
    if one.code("type") != CellType.PLURIPOTENT_DERIVED:
        return False
    return passage.zone is Zone.TITLE or not GROWS.isdisjoint(passage.words_beside(one))


def _what_is_done(texts: Texts) -> tuple[Evidence, ...]:
    names = [name for one in texts.interventions for name in one.names[:1]]
    return tuple(
        name.evidence("no_cells: no cell product named") for name in (*names, *texts.titles)[:1]
    )
