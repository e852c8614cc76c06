"""Ids of studies as people type them."""

import re

LONGEST = 20
_TYPED = re.compile(r"\s*nct[\s_:#-]*0*([0-9]{1,8})\s*", re.IGNORECASE)


def nct_id_of(typed: str) -> str | None:
    """'nct 3280056' -> 'NCT03280056'; None for what is no id."""
    found = _TYPED.fullmatch(typed[:LONGEST])
    return f"NCT{found[1]:0>8}" if found else None
