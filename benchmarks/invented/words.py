"""Words as real text spreads them: a few everywhere, most of them hardly anywhere."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, product
from random import Random

VOCABULARY = 30_000
STEEPNESS = 1.05  # Zipf's exponent; measured texts lie near 1
# The commonest, in this order; all others are made of syllables, so that no one knows them.
_COMMON = """
    patients study treatment cells dose safety disease group weeks days months baseline visit
    therapy clinical participants outcome effect change function response trial blood infusion
    measured scale assess control follow change rate score test product volume sample injection
    progression survival tolerability adverse events placebo protocol tissue donor culture needle
    puncture laboratory standard care hospital centre physician nurse family consent randomised
    double blind open label single multiple arm phase cohort interval secondary primary marker
    protein serum fluid spinal cord brain muscle nerve motor neuron breathing swallowing speech
    walking strength grip quality life questionnaire capacity vital slow forced percent predicted
    onset diagnosis duration stable riluzole edaravone expansion passage viability cryopreserved
    autologous allogeneic marrow adipose umbilical mesenchymal stromal stem progenitor neural
    exosome cytokine growth factor immune inflammation microglia astrocyte imaging scan
    electromyography ultrasound biopsy catheter surgery anaesthesia recovery rehabilitation
    exercise nutrition weight temperature pressure"""
_ONSETS = ("b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "t")
_NUCLEI = ("a", "e", "i", "o", "u", "ae", "io")
_CODAS = ("x", "n", "r", "l", "m", "t", "k")


@cache
def vocabulary() -> tuple[str, ...]:
    """Distinct words, the commonest first."""
    syllables = [onset + nucleus for onset, nucleus in product(_ONSETS, _NUCLEI)]
    made = [
        first + second + coda
        for coda, first, second in product(_CODAS, syllables, syllables)
        if first != second
    ]
    Random(7).shuffle(made)
    words = dict.fromkeys((*_COMMON.split(), *made))
    return tuple(words)[:VOCABULARY]


@cache
def _weights() -> tuple[float, ...]:
    return tuple(accumulate(1 / rank**STEEPNESS for rank in range(1, len(vocabulary()) + 1)))


def some_words(chance: Random, count: int) -> list[str]:
    """``count`` words, each drawn by itself."""
    return chance.choices(vocabulary(), cum_weights=_weights(), k=count)


def sentences(chance: Random, count: int, *phrases: str) -> str:
    """Text of about ``count`` words, with these phrases in it."""
    words = some_words(chance, count)
    for phrase in phrases:
        words.insert(chance.randrange(len(words) + 1), phrase)
    parts = [words[start : start + 14] for start in range(0, len(words), 14)]
    return " ".join(f"{' '.join(part)}.".capitalize() for part in parts)
