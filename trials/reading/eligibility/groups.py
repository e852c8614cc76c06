"""For whom a criterion holds when the sentence itself says so: an arm, a cohort, a stage."""

from __future__ import annotations

import re

_ID = r"(?:[a-h]|[ivx]{1,3}|\d{1,2}[a-h]?|one|two|three)\b"
_NAMED = re.compile(
    rf"\b(?:(?:for|in) (?:the )?)?(?:(?:cohort|arm|group|part|stage)s? {_ID})(?: only)?"
    r"|\bfor (?:the )?(?:early|late|progressive|advanced)[\w ]{0,12}(?:stage|group|arm)(?: als)?"
    r"|\b(?:early|late|progressive|advanced) stage(?: of)? als"
    r"|\b(?:sod1|c9orf72|fus|familial|sporadic|bulbar|limb) (?:onset )?(?:als )?(?:patients "
    r"|participants |cohort )?only\b"
    r"|\bin case of [\w ]{3,40}(?=less|more|≥|≤|<|>)"
)
_NEAR = 80


def group_at(text: str, place: int) -> tuple[int, int] | None:
    """Where the words stand that name the group of what is said at ``place``, or None."""
    nearest = None
    for found in _NAMED.finditer(text):
        is_before = found.end() <= place
        if is_before or (nearest is None and found.start() - place < _NEAR):
            nearest = found.start(), found.end()
    return nearest
