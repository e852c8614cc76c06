"""What each part of a search is called on the page: its filters, and what else an address holds."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from trials.search.words import Words, word

NAMES: Words = {
    "status": gettext_lazy("Status"),
    "phase": gettext_lazy("Phase"),
    "cell": gettext_lazy("Kind of cell"),
    "country": gettext_lazy("Country"),
    "state": gettext_lazy("State or province"),
    "near": gettext_lazy("Town or US ZIP code"),
    "within": gettext_lazy("How far from that town"),
    "unit": gettext_lazy("Measured in"),
    "q": gettext_lazy("Words"),
    "tissue": gettext_lazy("Tissue that the cells come from"),
    "donor": gettext_lazy("Whose cells"),
    "route": gettext_lazy("Way into the body"),
    "results": gettext_lazy("Results"),
    "since": gettext_lazy("Last change of the record"),
    "sort": gettext_lazy("Order of the list"),
    "kind": gettext_lazy("What the study does with cells"),
    "page": gettext_lazy("Page"),
    "at": gettext_lazy("Part of the map"),
    "rows": gettext_lazy("Rows"),
    "columns": gettext_lazy("Columns"),
    "id": gettext_lazy("Study number"),
}
"""By parameter of the address."""


def filter_name(parameter: str) -> str:
    """As the page calls it; a parameter without a name of ours keeps its own."""
    return word(NAMES, parameter)
