"""Every request against the registry's OpenAPI document: names, types, enums, patterns, limits.

The facts stand in `parameters.json`, taken from the document by `remake.py`.
The registry's wording is known for an unknown parameter only; the other texts are our own.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.stand_in.refusal import bad_request

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "parameters.json").read_text(encoding="utf-8")
)
LARGEST_INT32 = 2**31 - 1
LIST_MARK = re.compile(r"[,|]")

Parameter = dict[str, Any]


def query_parameters(path: str) -> dict[str, Parameter]:
    """The query parameters that the document allows for a path such as `/studies`."""
    return {each["name"]: each for each in FACTS["paths"][path] if each["in"] == "query"}


def path_pattern(path: str, name: str) -> str:
    """The pattern of a path parameter, such as `nctId` of `/studies/{nctId}`."""
    (pattern,) = (each["pattern"] for each in FACTS["paths"][path] if each["name"] == name)
    return str(pattern)


def check(path: str, given: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The parameters by name, or the registry's 400 for the first one that the document forbids."""
    allowed = query_parameters(path)
    checked: dict[str, str] = {}
    for name, value in given:
        if name not in allowed:
            raise bad_request(f"`{name}` is unknown parameter")
        if name in checked:
            raise bad_request(f"`{name}` parameter is given more than once")
        _check_value(allowed[name], value)
        checked[name] = value
    return checked


def listed(value: str) -> list[str]:
    """The items of a comma- or pipe-separated value."""
    return [item.strip() for item in LIST_MARK.split(value) if item.strip()]


def label(name: str) -> str:
    """How the registry calls a query parameter in its own messages ('Conditions or disease')."""
    return str(query_parameters("/studies")[name].get("label", name))


def _check_value(parameter: Parameter, value: str) -> None:
    kind = parameter["type"]
    if kind == "array":
        _check_list(parameter, value)
        return
    if kind == "integer" and not _is_whole_number(value, parameter):
        raise _incorrect(parameter, value)
    if kind == "boolean" and value not in ("true", "false"):
        raise _incorrect(parameter, value)
    _check_word(parameter, parameter, value)


def _check_list(parameter: Parameter, value: str) -> None:
    items = listed(value)
    if len(items) < parameter.get("minItems", 0):
        raise bad_request(f"`{parameter['name']}` parameter must be a non-empty list")
    if len(items) > parameter.get("maxItems", len(items)):
        raise bad_request(f"`{parameter['name']}` parameter has too many items")
    for item in items:
        _check_word(parameter, parameter["items"], item)


def _check_word(parameter: Parameter, limits: Parameter, value: str) -> None:
    if value not in limits.get("enum", [value]):
        raise _incorrect(parameter, value)
    if not re.search(limits.get("pattern", ""), value):
        raise _incorrect(parameter, value)


def _is_whole_number(value: str, parameter: Parameter) -> bool:
    if not re.fullmatch(r"-?\d{1,10}", value, re.ASCII):
        return False
    return int(parameter.get("minimum", -LARGEST_INT32)) <= int(value) <= LARGEST_INT32


def _incorrect(parameter: Parameter, value: str) -> Exception:
    return bad_request(f"`{parameter['name']}` parameter has incorrect value: `{value}`")
