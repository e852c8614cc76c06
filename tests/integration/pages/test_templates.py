"""A slip in a template is an error, not a blank."""

import pytest
from django.template import engines
from jinja2 import StrictUndefined, UndefinedError


def test_a_missing_variable_is_an_error() -> None:
    template = engines["jinja2"].from_string("{{ page.titel }}")
    with pytest.raises(UndefinedError):
        template.render({"page": object()})


def test_the_environment_is_strict_and_escapes() -> None:
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    assert environment.undefined is StrictUndefined
    assert environment.autoescape is True
    assert environment.from_string("{{ one }}").render(one="<b>") == "&lt;b&gt;"
