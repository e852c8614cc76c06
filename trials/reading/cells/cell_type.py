"""The kinds of cells that are given."""

from trials.reading.cells.given import Given
from trials.reading.cells.spots import Spot, cells_in, speaks_of_this_study
from trials.reading.cells.standing import is_procedure
from trials.reading.codebook import CellType
from trials.reading.evidence import Answer, Evidence
from trials.reading.passages import Passage, Texts
from trials.reading.words import word_set

# Named with these, "stem cell transplant" is the transplant of blood stem cells
BLOOD_CANCER_OR_CONDITIONING = word_set(
    """
    leukemia lymphoma myeloma gvhd conditioning busulfan melphalan cyclophosphamide
    fludarabine thymoglobulin myeloablative nonmyeloablative chemotherapy atg graft hla
    myelodysplastic thalassemia aplastic
    """
)
TRIES = word_set(
    """
    effect effects safety efficacy feasibility tolerability evaluate evaluates assess assesses
    benefit benefits effectiveness study studies trial
    """
)
# One product may carry several of these names: the more exact stands for the others
ABSORBS: dict[str, frozenset[str]] = {
    CellType.MESENCHYMAL_NTF: frozenset({CellType.MESENCHYMAL}),
    CellType.PLURIPOTENT_DERIVED: frozenset(
        {CellType.NEURAL, CellType.GLIAL_PROGENITOR, CellType.OTHER}
    ),
    CellType.MUSE: frozenset({CellType.MESENCHYMAL}),
    CellType.VASCULAR_FRACTION: frozenset({CellType.MESENCHYMAL}),
    CellType.REGULATORY_T: frozenset({CellType.OTHER_IMMUNE}),
    CellType.GLIAL_PROGENITOR: frozenset({CellType.NEURAL}),
    CellType.OLFACTORY_ENSHEATHING: frozenset({CellType.OTHER}),
}
UNSPECIFIED = CellType.UNSPECIFIED_STEM
TypeAnswer = Answer[tuple[CellType, ...]]


def read_cell_type(given: Given, texts: Texts) -> TypeAnswer:
    """The kinds of cells in what is given; 'unspecified_stem' where no kind is named."""
    for tier in given.tiers:
        exact = [spot for spot in tier if spot.mention.code("type") not in {None, UNSPECIFIED}]
        if exact:
            return _answer(_refined(exact, given))
    tried = _tried(texts)
    if tried:
        return _answer(tried)
    named = [spot for spot in given.spots if spot.mention.code("type")]
    if not named:
        return Answer(None)
    if _is_blood_transplant(named, texts):
        return Answer(
            (CellType.HAEMATOPOIETIC,), (_evidence(named[0], "stem cell transplant: blood"),)
        )
    return Answer((UNSPECIFIED,), (_evidence(named[0], "stem cells, kind not named"),))


def _tried(texts: Texts) -> list[Spot]:
    """'the effect of marrow mononuclear cells on survival': said without a word of giving."""
    return [
        spot
        for passage in texts.summary
        for spot in cells_in(passage)
        if spot.mention.code("kind") == "stem"
        and spot.mention.code("type") != UNSPECIFIED
        and not is_procedure(spot.mention)
        and not TRIES.isdisjoint(passage.words_beside(spot.mention))
        and speaks_of_this_study(passage, spot.mention)
    ]


def _refined(exact: list[Spot], given: Given) -> list[Spot]:
    """With the spots elsewhere that name the same product more exactly."""
    codes = {_code(spot) for spot in exact}
    wider = {code for code, absorbed in ABSORBS.items() if absorbed & codes}
    finer = [spot for spot in given.spots if _code(spot) in wider and _code(spot) not in codes]
    return [*exact, *finer[:1]] if _refines(finer[:1]) else exact


def _refines(finer: list[Spot]) -> bool:
    return bool(finer) and _code(finer[0]) in {
        CellType.MESENCHYMAL_NTF,
        CellType.PLURIPOTENT_DERIVED,
    }


def _code(spot: Spot) -> str:
    return spot.mention.code("type") or ""


def _answer(spots: list[Spot]) -> TypeAnswer:
    first: dict[str, Spot] = {}
    for spot in spots:
        first.setdefault(_code(spot), spot)
    absorbed = frozenset[str]().union(*(ABSORBS.get(code, frozenset()) for code in first))
    kept = {code: spot for code, spot in first.items() if code not in absorbed}
    evidence = tuple(
        _evidence(spot, f"{code}: {spot.mention.phrase}") for code, spot in kept.items()
    )
    return Answer(tuple(sorted((CellType(code) for code in kept), key=_order)), evidence)


def _order(code: CellType) -> int:
    return list(CellType).index(code)


def _evidence(spot: Spot, rule: str) -> Evidence:
    return spot.passage.evidence_of(spot.mention, rule)


def _is_blood_transplant(named: list[Spot], texts: Texts) -> bool:
    transplants = any(_followed_by_transplant(spot) for spot in named)
    return transplants and any(
        not BLOOD_CANCER_OR_CONDITIONING.isdisjoint(passage.plain) for passage in _all(texts)
    )


def _followed_by_transplant(spot: Spot) -> bool:
    after = spot.passage.plain[spot.mention.last : spot.mention.last + 1]
    return bool(after) and after[0].startswith("transplant")


def _all(texts: Texts) -> tuple[Passage, ...]:
    listed = (*texts.interventions, *texts.arms)
    parts = tuple(passage for one in listed for passage in one.passages)
    return (*parts, *texts.titles, *texts.keywords)
