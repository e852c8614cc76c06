"""What could not be read in a record, told so that an operator can look it up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in one record that could not be read.

    ``is_fatal``: the whole study was set aside. Otherwise the study is kept and
    only this field is missing or unknown. ``field`` is a JSON path.
    """

    nct_id: str
    field: str
    reason: str
    value: str = ""
    is_fatal: bool = False
