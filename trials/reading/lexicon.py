"""All vocabularies of relevance and cells, made ready for finding."""

from trials.reading.cells.words_of_sources import (
    DONOR_SENSES,
    ROUTE_SENSES,
    SITE_SENSES,
    TISSUE_SENSES,
)
from trials.reading.cells.words_of_types import TYPES
from trials.reading.phrases import Phrases

CELL_WORDS = Phrases(*TYPES, TISSUE_SENSES, DONOR_SENSES, ROUTE_SENSES, SITE_SENSES)
