"""Addresses of pages that carry choices."""

from django.urls import reverse

from trials.search.criteria import Criteria


def search_address(criteria: Criteria) -> str:
    """The path and query of a search."""
    query = criteria.query_string()
    return reverse("search") + (f"?{query}" if query else "")


def study_address(nct_id: str) -> str:
    return reverse("study", kwargs={"typed": nct_id})
