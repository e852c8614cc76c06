"""Warning signs of unproven offers, and what may follow. For the reader to apply, never for us."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class WarningSign:
    """``sign``: what one may notice; ``meaning``: what can come of it, in plain words."""

    code: str
    sign: str
    meaning: str


def warning_signs() -> tuple[WarningSign, ...]:
    """All of them, in no order of weight."""
    return (*_of_the_offer(), *_of_the_proof(), *_of_the_way())


def _of_the_offer() -> tuple[WarningSign, ...]:
    return (
        WarningSign(
            "cost",
            _("It costs a lot, and you pay up front."),
            _("You may lose the money, and you may not get it back if you stop."),
        ),
        WarningSign(
            "marketing",
            _("It is sold to patients by ads, calls or talks, or they press you to buy."),
            _("Those who sell are not the ones to tell you what can go wrong."),
        ),
        WarningSign(
            "claims",
            _("It claims a cure. Or the same cells are said to help many illnesses."),
            _("No cure for ALS is known. One kind of cell can hardly help illnesses so unlike."),
        ),
    )


def _of_the_proof() -> tuple[WarningSign, ...]:
    return (
        WarningSign(
            "testimonials",
            _("You hear stories of patients in place of printed proof, or studies are misread."),
            _("A story cannot show what the cells did. People who got worse are left out of it."),
        ),
        WarningSign(
            "no_evidence",
            _("No peer-reviewed paper tells of this very treatment in people with ALS."),
            _("Then nobody outside has checked if it helps, or what harm it does."),
        ),
        WarningSign(
            "no_oversight",
            _(
                "It stands outside the rules of medicine. No regulator and no ethics board looks "
                "at it."
            ),
            _("Then nobody from outside can stop it when people come to harm."),
        ),
    )


def _of_the_way() -> tuple[WarningSign, ...]:
    return (
        WarningSign(
            "nct_seal",
            _("An NCT number is shown as if it were a seal of approval."),
            _(
                "The number means that a record was sent in. It does not mean that the treatment "
                "was approved."
            ),
        ),
        WarningSign(
            "pressure",
            _(
                "You must decide fast, or keep it secret. There is no consent form, or no care "
                "after it."
            ),
            _("You cannot get advice in time. If you fall ill later, you may be on your own."),
        ),
    )


def risks() -> tuple[WarningSign, ...]:
    """What can come of cells that nobody has tested."""
    return (
        WarningSign("infection", _("Severe infection"), _("Germs can get in with the cells.")),
        WarningSign(
            "immune", _("Immune reactions"), _("The body may fight cells that are not its own.")
        ),
        WarningSign("tumours", _("Tumors"), _("Cells can grow where they should not.")),
        WarningSign(
            "money",
            _("Being used for your money"),
            _("People have paid large sums, and asked friends and strangers to help pay."),
        ),
        WarningSign(
            "delay",
            _("Delay of care that works"),
            _("Time and strength go into travel, not into care that is known to help."),
        ),
        WarningSign(
            "shut_out",
            _("Being shut out of later trials"),
            _("Some trials take nobody who has had cells before."),
        ),
    )
