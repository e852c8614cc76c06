"""A web process that is ready before its first reader; without a server of any kind."""

from django.template import engines

from trials.views.warm import warm_up


def test_every_template_is_there_before_somebody_asks() -> None:
    warm_up()
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    names = environment.list_templates(extensions=["jinja"])
    assert len(environment.cache) >= len(names) > 40
