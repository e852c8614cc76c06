"""Which records are not in the list, and why, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import ngettext

from trials.search.said import said as _
from trials.views.presenters.wording import listed

REASONS = ("not_als", "no_cells")


def reason_in_words(reason: str) -> str:
    """Why a record was left out, for 'were left out: ...'."""
    words = {
        "not_als": _("not about ALS or an illness close to it"),
        "no_cells": _("without cells"),
    }
    return words.get(reason, reason)


def left_out_in_words(counts: Mapping[str, int]) -> str:
    """'We read 40 more studies and left them out: 30 ... and 10 ...'; "" for none."""
    total = sum(counts.values())
    if not total:
        return ""
    reasons = listed(
        f"{counts[reason]:,} {reason_in_words(reason)}" for reason in REASONS if counts.get(reason)
    )
    text = ngettext(
        "We read %(count)s more study and left it out: %(reasons)s.",
        "We read %(count)s more studies and left them out: %(reasons)s.",
        total,
    )
    return text % {"count": f"{total:,}", "reasons": reasons}
