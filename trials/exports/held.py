"""Studies by the numbers that somebody names."""

from __future__ import annotations

from collections.abc import Sequence

from trials.models import Study


def held_ids(nct_ids: Sequence[str]) -> dict[str, int]:
    """Number -> key of the study that has it today, or else had it; what is not here is left out.

    The numbers are well formed. At most two queries, none for no number.
    """
    if not nct_ids:
        return {}
    former: dict[str, int] = {}
    known = Study.objects.filter(nct_id_aliases__overlap=list(nct_ids))
    for key, aliases in known.values_list("pk", "nct_id_aliases"):
        former |= dict.fromkeys(aliases, key)
    today = dict(Study.objects.filter(nct_id__in=nct_ids).values_list("nct_id", "pk"))
    found = former | today
    return {nct_id: found[nct_id] for nct_id in nct_ids if nct_id in found}
