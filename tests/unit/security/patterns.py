"""Every regular expression of the project, wherever it stands."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, TypeGuard

from django.urls import URLPattern, URLResolver, get_resolver

import trialfinder
import trials

DEEPEST = 6
FUNCTIONS = {
    "compile",
    "match",
    "search",
    "fullmatch",
    "sub",
    "subn",
    "split",
    "findall",
    "finditer",
}
NOT_LOOKED_INTO = re.compile(r"\.migrations|\.(?:__main__|wsgi)$")
"""Migrations, and what starts something when it is imported; no pattern stands there."""
ONLY_AT_START = {"match", "fullmatch"}
Found = dict[tuple[str, int], str]
"""Pattern and flags -> where it was first seen."""


def every_pattern() -> Found:
    found: Found = {}
    for module in own_modules():
        for name, value in vars(module).items():
            for pattern in held(value, DEEPEST, set()):
                found.setdefault((pattern.pattern, pattern.flags), f"{module.__name__}:{name}")
        for text in written(module):
            found.setdefault(
                (text, int(re.compile(text).flags)), f"{module.__name__}, in a function"
            )
    for pattern in addresses(get_resolver().url_patterns):
        found.setdefault((pattern.pattern, pattern.flags), "an address")
    return found


def is_only_matched(where: str, sources: Mapping[str, str]) -> bool:
    """Whether the pattern of this name is never searched for, only held against a text's start.

    One that is handed about under other names counts as searched for.
    """
    module, _, own = where.partition(":")
    is_modules_own = own.startswith("_")
    text = sources.get(module, "") if is_modules_own else "\n".join(sources.values())
    name = re.escape(own or module)
    used = re.findall(rf"(?<!is )\b{name}\b(?:\.(\w+)\()?(?! *(?::[^=\n]+)?= )", text)
    return bool(used) and set(used) <= ONLY_AT_START


def all_sources() -> dict[str, str]:
    """What each module says, less the lines of its imports."""
    imports = re.compile(r"(?m)^(?:from|import) .*(?:\([^)]*\))?$")
    return {
        module.__name__: imports.sub("", Path(str(module.__file__)).read_text("utf-8"))
        for module in own_modules()
    }


def own_modules() -> Iterator[ModuleType]:
    for package in (trials, trialfinder):
        for each in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not NOT_LOOKED_INTO.search(each.name):
                yield importlib.import_module(each.name)


def held(value: object, depth: int, seen: set[int]) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, or in its parts."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    if depth == 0 or id(value) in seen or isinstance(value, str | bytes | int | float):
        return
    seen.add(id(value))
    for part in parts(value):
        yield from held(part, depth - 1, seen)


def parts(value: object) -> Iterable[object]:  # noqa: PLR0911 one kind of value a line
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)
    if isinstance(value, partial):
        return [value.func, *value.args, *value.keywords.values()]
    if isinstance(value, type):
        return list(vars(value).values()) if is_ours(value) else []
    if is_dataclass(value):
        return [getattr(value, field.name, None) for field in fields(value)]
    if inspect.ismethod(value):
        return [value.__self__]
    if isinstance(value, FunctionType):
        cells = (cell.cell_contents for cell in value.__closure__ or () if not is_empty(cell))
        return [*cells, *(value.__defaults__ or ())]
    return list(vars(value).values()) if is_ours(type(value)) and hasattr(value, "__dict__") else []


def is_ours(kind: type) -> bool:
    return kind.__module__.startswith(("trials", "trialfinder"))


def is_empty(cell: Any) -> bool:
    try:
        return cell.cell_contents is None
    except ValueError:
        return True


def written(module: ModuleType) -> Iterator[str]:
    """Patterns that stand as text in a call of `re`, less those the module keeps by name."""
    kept = {each.pattern for each in vars(module).values() if isinstance(each, re.Pattern)}
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        if not is_call_of_re(node):
            continue
        first = node.args[0]
        text = first.value if isinstance(first, ast.Constant) else None
        if isinstance(text, str) and text not in kept:
            yield text


def made_later() -> set[str]:
    """'module:function' of each pattern that is put together when the function runs."""
    return {
        f"{module.__name__}:{function.name}"
        for module in own_modules()
        for function in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if is_call_of_re(node) and not isinstance(node.args[0], ast.Constant)
    }


def is_call_of_re(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
        return False
    owner = node.func.value
    return isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr in FUNCTIONS


def addresses(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[re.Pattern[str]]:
    for each in patterns:
        found = getattr(each.pattern, "regex", None)
        if isinstance(found, re.Pattern):
            yield found
        if isinstance(each, URLResolver) and each.app_name != "admin":
            yield from addresses(each.url_patterns)
