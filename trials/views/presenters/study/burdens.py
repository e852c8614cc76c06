"""What taking part takes, as far as the record states it."""

from __future__ import annotations

from dataclasses import dataclass

from trials.reading.burden.kinds import Burden, BurdenKind
from trials.search.said import said as _
from trials.views.presenters.study.evidence import Why, why


@dataclass(frozen=True, slots=True)
class BurdenLine:
    """One thing that the study does or asks; ``who`` is the record's word for the group."""

    text: str
    count: str
    who: str
    why: Why


def burden_line(burden: Burden) -> BurdenLine:
    count = _("How many: %(count)s") % {"count": burden.count} if burden.count else ""
    return BurdenLine(_words()[burden.kind], count, burden.who, why(burden.evidence))


def _words() -> dict[BurdenKind, str]:
    return {
        BurdenKind.MARROW_HARVEST: _("Taking bone marrow, most often with a needle in the hip"),
        BurdenKind.FAT_BIOPSY: _("Taking some fat, most often from the belly"),
        BurdenKind.LEUKAPHERESIS: _("Taking cells from the blood with a machine, over some hours"),
        BurdenKind.LUMBAR_PUNCTURE: _("A needle in the lower back (lumbar puncture)"),
        BurdenKind.SPINAL_SURGERY: _("Surgery on the back and spinal cord"),
        BurdenKind.BRAIN_SURGERY: _("Surgery on the brain"),
        BurdenKind.GENERAL_ANAESTHETIC: _("Being put to sleep for surgery"),
        BurdenKind.IMMUNOSUPPRESSION: _("Drugs that hold back the immune system"),
        BurdenKind.RUN_IN: _("A time of watching before the treatment starts"),
        BurdenKind.SHAM_OR_PLACEBO_PROCEDURE: _("A placebo or a sham for some people"),
        BurdenKind.VISITS: _("Visits"),
    }
