"""Every string of ours that a patient may read: the msgids of the code and of the templates."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from jinja2 import Environment

ROOT = Path(__file__).parents[1]
ROOMS = ("reading", "saved", "search", "views")
CALLS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2}


def all_messages() -> list[tuple[str, str]]:
    """(where, message) for each, sorted; ``where`` is the file's path from the root."""
    return sorted({*_in_code(), *_in_templates()})


def messages_in(*modules: ModuleType) -> list[str]:
    """Every message of these modules: texts in capital names, and in their tables."""
    found: list[str] = []
    for module in modules:
        for name, value in vars(module).items():
            if name.lstrip("_").isupper():
                found += value.values() if isinstance(value, dict) else [value]
    return sorted({one for one in found if isinstance(one, str) and " " in one})


def _in_code() -> Iterator[tuple[str, str]]:
    for room in ROOMS:
        for file in (ROOT / "trials" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call):
                    yield from ((_name(file), text) for text in _said_by(node))


def _said_by(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "id", "")
    for argument in call.args[: CALLS.get(name, 0)]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def _in_templates() -> Iterator[tuple[str, str]]:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for file in (ROOT / "templates").rglob("*.jinja"):
        for _line, _function, message in environment.extract_translations(file.read_text()):  # type: ignore[attr-defined]
            yield from ((_name(file), one) for one in _several(message) if one)


def _several(message: str | tuple[str | None, ...]) -> tuple[str | None, ...]:
    return message if isinstance(message, tuple) else (message,)


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))
