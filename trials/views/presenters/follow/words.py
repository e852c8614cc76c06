"""What following one study is called: a trial only where it is one."""

from __future__ import annotations

from dataclasses import dataclass

from trials.search.said import said as _


@dataclass(frozen=True, slots=True)
class FollowWords:
    """Of the button and the title, of the way back, and of the feed."""

    title: str
    back: str
    feed: str


def follow_words(study_type: str) -> FollowWords:
    """``study_type``: the registry's."""
    if study_type == "INTERVENTIONAL":
        return FollowWords(_("Follow this trial"), _("Back to the trial"), _("Feed of this trial"))
    return FollowWords(_("Follow this study"), _("Back to the study"), _("Feed of this study"))
