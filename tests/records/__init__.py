"""Records of invented studies, in the registry's own JSON, for tests. Standard library only.

`study(...)` builds one. Named ones stand in `open_studies`, `ended_studies`, `near_misses` and
`odd_records`. `tests.records.shared` reads the real ones where the shared folder is present.
"""

from tests.records.build import studies, study
from tests.records.ended_studies import all_ended_studies
from tests.records.near_misses import all_near_misses
from tests.records.odd_records import all_odd_records
from tests.records.open_studies import all_open_studies
from tests.records.parts import Json

__all__ = [
    "Json",
    "all_ended_studies",
    "all_examples",
    "all_near_misses",
    "all_odd_records",
    "all_open_studies",
    "studies",
    "study",
]


def all_examples() -> list[Json]:
    """Every named example, each under its own id."""
    return [
        *all_open_studies(),
        *all_ended_studies(),
        *all_near_misses(),
        *all_odd_records(),
    ]
