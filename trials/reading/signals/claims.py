"""Words in a record that claim a benefit, or lead elsewhere. Each is quoted, never judged."""

import re
from collections.abc import Iterator

from trials.reading.quoting import quote_around

_TREATMENT = r"(?:cells?|therap(?:y|ies)|treatments?|transplantations?|infusions?|mscs?)"
_CLAIM = re.compile(
    rf"\b{_TREATMENT}\s+(?:is|are|was|were|has\s+proven|have\s+proven)\s+(?:\w+\s+){{0,2}}?"
    r"(?:safe|effective|beneficial)\b|"
    rf"\b{_TREATMENT}\s+(?:can|will)\s+(?:\w+\s+){{0,2}}?"
    r"(?:improve|cure|reverse|stop|restore|heal)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:whether|if|determin\w+|evaluat\w+|assess\w*|hypothes\w+|may|might|could|aims?|"
    r"investigat\w+|explor\w+|expect\w*|objectives?|purpose|goals?|not|no|n['’]t|how|"
    r"mice|mouse|rats?|animals?|models?|appear\w*|seem\w*|suggest\w*)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;!?\n]{1,600}")
_LINK = re.compile(
    r"\b(?:https?://|www\.)[\w-]{1,80}(?:\.[\w-]{1,80}){1,6}(?:/[\w./?=&%#~-]{0,200})?",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\.(?:edu|gov|int|mil)\b|\.(?:ac|edu|gov|nhs)\.|clinicaltrials|doi\.org|pubmed|ncbi|"
    r"clinicaltrialsregister|who\.int|redcap|isrctn",
    re.IGNORECASE,
)


def claim_in(text: str) -> str:
    """The words that say outright that cells or a treatment work, "" where there are none.

    A sentence that asks whether they work, or tells of animals, claims nothing.
    """
    for sentence in _SENTENCE.finditer(text):
        found = _CLAIM.search(sentence[0])
        if found and not _ASKED.search(sentence[0]):
            return quote_around(sentence[0], found.start(), found.end())
    return ""


def links_in(text: str) -> Iterator[tuple[int, int]]:
    """Where web addresses stand, but for those of universities, states and libraries."""
    for found in _LINK.finditer(text):
        if not _PUBLIC.search(found[0]):
            yield found.start(), found.end()
