"""`fields=`: only the pieces asked for, with everything below them."""

from typing import Any

from tests.stand_in.pieces import Study, path_of
from tests.stand_in.refusal import Refusal

Tree = dict[str, Any]
ALL_BELOW: Tree = {}


def wanted(names: list[str]) -> Tree:
    """The paths asked for, as a tree. An unknown name gets the 500 that the registry gave it."""
    tree: Tree = {}
    for name in names:
        path = path_of(name)
        if path is None:
            raise Refusal(500, f"Unknown field `{name}`")
        _add(tree, path.split("."))
    return tree


def pruned(study: Study, tree: Tree) -> Study:
    """The study with only what the tree names."""
    kept: Study = _prune(study, tree)
    return kept


def _add(tree: Tree, path: list[str]) -> None:
    for step in path[:-1]:
        if tree.get(step) is ALL_BELOW:
            return
        tree = tree.setdefault(step, {})
    tree[path[-1]] = ALL_BELOW


def _prune(value: Any, tree: Tree) -> Any:
    if tree is ALL_BELOW:
        return value
    if isinstance(value, list):
        return [_prune(item, tree) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: _prune(value[name], below) for name, below in tree.items() if name in value}
    return {name: item for name, item in kept.items() if item not in ({}, [])}
