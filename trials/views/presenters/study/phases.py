"""What a phase means."""

from __future__ import annotations

from trials.search.said import said as _


def phases_explained(phases: tuple[str, ...], study_type: str) -> tuple[str, ...]:
    """A sentence or two for each phase that the record names."""
    if study_type == "OBSERVATIONAL":
        return (_("This study watches people and gives no treatment, so it has no phase."),)
    if study_type == "EXPANDED_ACCESS":
        return (
            _(
                "This is expanded access: a way to get a treatment that is still being tested, "
                "outside a trial. Such programs have no phase."
            ),
        )
    words = {
        "EARLY_PHASE1": _("Early phase 1: a first look in very few people."),
        "PHASE1": _(
            "Phase 1: a few people get the treatment, to see what harm it does and which dose "
            "people can bear. It is not set up to show that it helps."
        ),
        "PHASE2": _("Phase 2: more people, to see if it does anything, and what harm it does."),
        "PHASE3": _("Phase 3: many people, to compare it with what is in use or a placebo."),
        "PHASE4": _("Phase 4: watching a treatment that is already in use."),
        "NA": _(
            "The record says that phases do not apply. This can be so in small hospital studies. "
            "Ask why this study has no phase."
        ),
    }
    if not phases:
        return (_("The record states no phase. Ask which phase the study is in."),)
    return tuple(words.get(phase, phase) for phase in phases)
