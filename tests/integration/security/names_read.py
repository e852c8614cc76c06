"""Every name under which the code looks something up in an address or a form, from the code."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

ROOMS = ("admin", "api", "entrance", "exports", "saved", "search", "views")
HOLDERS = frozenset({"GET", "POST", "parameters", "reader", "data"})
"""What the code calls the things that hold what somebody sent."""
LOOKUPS = frozenset({"get", "getlist", "pop", "one", "many", "whole", "choice", "day"})


def names_read() -> dict[str, str]:
    """Name -> the module where it is looked up."""
    return {name: module.__name__ for module in modules() for name in names_in(module)}


def handed_on() -> set[str]:
    """Modules that hand all of an address or a form to code with lookups of its own."""
    return {module.__name__ for module in modules() if any(wholes_in(tree_of(module)))}


def modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(f"trials.{room}")
        yield package
        for each in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not each.name.startswith("trials.views.presenters"):  # they know no request
                yield importlib.import_module(each.name)


def tree_of(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def names_in(module: ModuleType) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        for key in keys(node):
            value = getattr(module, key.id, None) if isinstance(key, ast.Name) else None
            value = key.value if isinstance(key, ast.Constant) else value
            if isinstance(value, str):
                yield value


def keys(node: ast.AST) -> Iterator[ast.expr]:
    """What stands where a name is looked up: a text, or a constant's name."""
    if isinstance(node, ast.Subscript) and holds(node.value):
        yield node.slice
    if isinstance(node, ast.Compare) and any(holds(one) for one in node.comparators):
        yield node.left
    if isinstance(node, ast.Call) and node.args:
        if any(holds(one) for one in looked_into(node)):
            yield node.args[0]
        if any(holds(one) for one in node.args):  # a function of ours that looks it up
            yield from node.args


def wholes_in(tree: ast.Module) -> Iterator[ast.AST]:
    """request.GET and request.POST where no single name is looked up in them."""
    looked_up = {id(one) for node in ast.walk(tree) for one in looked_into(node)}
    for node in ast.walk(tree):
        is_asked = isinstance(node, ast.Attribute) and node.attr in ("GET", "POST")
        if is_asked and id(node) not in looked_up:
            yield node


def looked_into(node: ast.AST) -> Iterator[ast.expr]:
    """What this part of the code looks a name up in."""
    if isinstance(node, ast.Subscript):
        yield node.value
    if isinstance(node, ast.Compare):
        yield from node.comparators
    is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
    if is_call and node.func.attr in LOOKUPS:  # type: ignore[attr-defined]
        yield node.func.value  # type: ignore[attr-defined]


def holds(node: ast.expr) -> bool:
    last = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return last in HOLDERS
