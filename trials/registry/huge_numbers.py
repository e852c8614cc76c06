"""Whole numbers of more digits than Python reads: 4,300, for time's sake (CVE-2020-10735).

In what was parsed they stand as the text of their digits: it can be written down, stored and read
again like any other text, and no digit is lost.
"""

import json
from typing import Any

from pydantic import ValidationError

from trials.records import Problem
from trials.registry.json_types import Json

TOO_LONG = "int_parsing_size"  # pydantic's name for such a text where a number should be
REASON = "a number of more digits than can be read; left out"
LONGEST_VALUE = 200


def json_of(text: str | bytes) -> Any:
    """What ``json.loads`` gives, those numbers as texts; its errors where it is no JSON."""
    try:
        return json.loads(text)
    except ValueError as error:
        if type(error) is not ValueError:  # no JSON, or no Unicode
            raise
    return json.loads(text, parse_int=_whole)


def _whole(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:
        return digits


def leave_out(nct_id: str, study: Json, error: ValidationError) -> list[Problem]:
    """Take those that stand where the study should have a number out of it, and tell of each."""
    problems = []
    for fault in reversed(error.errors(include_url=False)):  # the last of a list first
        if fault["type"] == TOO_LONG:
            *path, name = fault["loc"]
            node: Any = study
            for part in path:
                node = node[part]
            digits = node.pop(name)
            field = ".".join(map(str, fault["loc"]))
            problems.append(Problem(nct_id, field, REASON, digits[:LONGEST_VALUE]))
    return problems
