"""Addresses of pages, and of those that carry choices."""

from functools import lru_cache

from django.urls import reverse

from trials.search.criteria import Criteria


@lru_cache(maxsize=4096)
def page_address(name: str, **values: str) -> str:
    """The address of a public page by its name in urls.py.

    Kept in memory, since a page has some thirty: so nothing that is anybody's own belongs here.
    """
    return reverse(name, kwargs=values)


def search_address(criteria: Criteria) -> str:
    """The path and query of a search."""
    query = criteria.query_string()
    return page_address("search") + (f"?{query}" if query else "")


def study_address(nct_id: str) -> str:
    return page_address("study", typed=nct_id)
