"""Which studies the site lists, and how: from the readings of condition and role.

The default view lists what people come for; what is near to it stands one click
away, named as what it is; the rest is kept, and counted with its reason.
"""

from enum import StrEnum

ALS = frozenset({"als", "als_among_others"})
GIVEN = "stem_cells_given"


class Scope(StrEnum):
    """How a study is listed."""

    LISTED = "listed"  # stem cells are given to people with ALS
    NEAR = "near"  # another motor neuron disease, or another role of cells
    UNCLEAR = "unclear"  # our rules could not tell: shown as such, never dropped
    LEFT_OUT = "left_out"  # not about ALS, or no cells


def scope_of(condition: str | None, role: str | None) -> Scope:
    """The scope for two answers of the codebook; None is an abstention."""
    if condition == "not_als" or role == "no_cells":
        return Scope.LEFT_OUT
    if condition is None or role is None:
        return Scope.UNCLEAR
    return Scope.LISTED if condition in ALS and role == GIVEN else Scope.NEAR


def reason_left_out(condition: str | None, role: str | None) -> str:
    """Why a study was left out, as a short code: "not_als", "no_cells", "" if it was not."""
    if scope_of(condition, role) is not Scope.LEFT_OUT:
        return ""
    return "not_als" if condition == "not_als" else "no_cells"
