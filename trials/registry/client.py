"""Asking the registry: its version, one study, or all studies of a query, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from reprlib import Repr

from trials.registry.connection import Connection
from trials.registry.errors import Refused, Unreadable
from trials.registry.json_types import JsonObject
from trials.registry.query import Query

PAGE_SIZE = 200
MOST_PAGES = 5_000
BAD_REQUEST = 400
WORDS_KEPT = 200  # of an answer that can't be used; it may have 64 MB
_BRIEFLY = Repr()
_BRIEFLY.maxstring = WORDS_KEPT


@dataclass(frozen=True, slots=True)
class RegistryVersion:
    """`/version`: ``data_timestamp`` is UTC."""

    api_version: str
    data_timestamp: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a crawl. A higher ``attempt`` says: forget the pages before, it began again.

    ``total_count`` is None on all but the first page of an attempt.
    """

    attempt: int
    studies: tuple[object, ...]
    total_count: int | None


@dataclass(frozen=True, slots=True)
class Registry:
    """ClinicalTrials.gov, or a stand-in that behaves as it does."""

    connection: Connection
    page_size: int = PAGE_SIZE

    def version(self) -> RegistryVersion:
        """`/version`; Unreadable where it isn't one."""
        body = self.connection.get("/version", {})
        try:
            stamp = datetime.fromisoformat(str(body["dataTimestamp"]))
        except (KeyError, ValueError) as error:
            words = _BRIEFLY.repr(body)[:WORDS_KEPT]
            raise Unreadable(f"The registry's version could not be read: {words}") from error
        return RegistryVersion(str(body.get("apiVersion", "")), stamp.replace(tzinfo=UTC))

    def study(self, nct_id: str) -> JsonObject | None:
        """One study, by its id or a former id (the registry redirects); None if it has none."""
        try:
            return self.connection.get(f"/studies/{nct_id}", {})
        except Refused as error:
            if error.status == 404:
                return None
            raise

    def crawl(self, query: Query) -> Iterator[Page]:
        """Every page of a query. Begins again once if the page token dies on the way.

        The registry's data may be refreshed in mid-crawl; then its tokens die, with a
        400 to a request that carries one. Compare ``version()`` before and after.
        """
        try:
            yield from self._pages(query, attempt=1)
        except _TokenDied:
            try:
                yield from self._pages(query, attempt=2)
            except _TokenDied as again:
                raise Unreadable("The registry's page token died twice; try later.") from again

    def _pages(self, query: Query, *, attempt: int) -> Iterator[Page]:
        parameters = query.parameters() | {"pageSize": str(self.page_size)}
        token: str | None = None
        for _ in range(MOST_PAGES):
            body = self._page_body(parameters, token)
            page, token = _page(body, attempt=attempt), _next_token(body)
            del body
            yield page
            del page  # who has read it lets it go too, before the next one is parsed
            if token is None:  # the only sign of the end: a page may be empty before it
                return
        raise Unreadable(f"The registry's answer has more than {MOST_PAGES} pages.")

    def _page_body(self, parameters: dict[str, str], token: str | None) -> JsonObject:
        asked = parameters | ({"pageToken": token} if token else {"countTotal": "true"})
        try:
            return self.connection.get("/studies", asked)
        except Refused as error:
            if token and error.status == BAD_REQUEST:
                raise _TokenDied from error
            raise


class _TokenDied(Exception):
    """A 400 to a request with a page token."""


def _page(body: JsonObject, *, attempt: int) -> Page:
    studies = body.get("studies")
    if not isinstance(studies, list):
        raise Unreadable("The registry's page has no list of studies.")
    total = body.get("totalCount")
    return Page(attempt, tuple(studies), total if isinstance(total, int) else None)


def _next_token(body: JsonObject) -> str | None:
    token = body.get("nextPageToken")
    if token is not None and not isinstance(token, str):
        raise Unreadable("The registry's page token is not a text.")
    return token or None
