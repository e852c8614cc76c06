"""Words for the page after 'Forget my answers'."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from trials.views.presenters.frame import Head, Link


@dataclass(frozen=True, slots=True)
class ForgottenPage:
    """``kept``: the sealed answers, in this page alone; "" where there is nothing to bring back."""

    head: Head
    texts: tuple[str, ...]
    kept: str
    links: tuple[Link, ...]


def forgotten_page(kept: str, *, is_too_late: bool = False) -> ForgottenPage:
    """After the deletion; ``is_too_late``: bringing back came too late."""
    title = _("Your answers are gone")
    texts = [_("They are deleted from this device. We never had a copy.")]
    if is_too_late:
        texts.append(_("It is too late to bring them back. Please start again."))
    if kept:
        texts.append(
            _(
                "Did you press it by chance? You can bring them back now. Once you leave this "
                "page, that is no longer possible."
            )
        )
    return ForgottenPage(
        head=Head(title, title, reverse("fit")),
        texts=tuple(texts),
        kept=kept,
        links=(
            Link(_("My situation"), reverse("fit")),
            Link(_("Find a trial"), reverse("search")),
        ),
    )
