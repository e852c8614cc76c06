"""Words for the page on how the site looks."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.comfort_cookie import CHOICES, Comfort
from trials.views.presenters.frame import Head


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting with its choices."""

    name: str
    title: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ComfortPage:
    head: Head
    action: str
    texts: tuple[str, ...]
    settings: tuple[Setting, ...]
    is_changed: bool


def comfort_page(chosen: Comfort) -> ComfortPage:
    """``chosen``: as the site looks now."""
    title = _("Make this site easier to use")
    return ComfortPage(
        head=Head(title, title, reverse("comfort")),
        action=reverse("comfort"),
        texts=(
            _("Choose what helps you, then press “Use these”. It holds for every page."),
            _("With large text, a list shows 10 trials on a page, where it would show 20."),
            _(
                "Your choices are kept on this device only, in a small cookie, for a year. It "
                "holds these words and nothing about you."
            ),
        ),
        settings=tuple(_setting(name, value) for name, value in asdict(chosen).items()),
        is_changed=bool(chosen.cookie),
    )


def _setting(name: str, chosen: str) -> Setting:
    title, *labels = _words()[name]
    options = tuple(
        Choice(value, label, value == chosen)
        for value, label in zip(CHOICES[name], labels, strict=True)
    )
    return Setting(name, title, options)


def _words() -> dict[str, tuple[str, ...]]:
    """Title, then a label for each value in its order."""
    return {
        "text": (_("Size of the text"), _("Normal"), _("Large"), _("Larger still")),
        "targets": (_("Size of buttons and links"), _("Normal"), _("Large, with more room")),
        "calm": (_("Colors and shadows"), _("Normal"), _("Calm: plain, without shadows")),
        "contrast": (_("Contrast"), _("Normal"), _("Strong: black and white")),
        "columns": (_("Columns"), _("As many as fit"), _("One column only")),
    }
