"""One request to the registry: politely, within bounds, and told apart when it fails."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Self

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError
from urllib3.util.retry import Retry

from trials.registry.body import beginning, leave_body_of_redirect
from trials.registry.errors import Refused, Unreachable, Unreadable
from trials.registry.huge_numbers import json_of
from trials.registry.json_types import JsonObject

RETRIED = (429, 500, 502, 503, 504)
WORDS_KEPT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How to behave: seconds between requests, for time-outs and before another try.

    NLM publishes no rate limit; its robots.txt says one request a second.
    ``longest_answer``: bytes, unpacked. A page of 200 records has about 4 MB, of 1,000 about 20 MB.
    ``longest_reading``: seconds for all of an answer's body.
    """

    pace: float = 1.2
    connect_timeout: float = 10
    read_timeout: float = 60
    tries_again: int = 4
    backoff: float = 2.0
    longest_wait: int = 120
    longest_answer: int = 64_000_000
    longest_reading: float = 600


class _Leaving(Retry):
    """urllib3 would read a body to its end before it tries again, however far that is."""

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        *others: Any,
        **named: Any,
    ) -> Self:
        """Raises MaxRetryError after the last try: that answer stays open, for its words."""
        again = super().increment(method, url, response, *others, **named)
        if response is not None:
            response.close()
        return again


@dataclass(slots=True)
class Connection:
    """Requests to one address, no faster than the pace. Raises only RegistryError."""

    base_url: str
    user_agent: str
    manners: Manners = field(default_factory=Manners)
    _session: requests.Session = field(default_factory=requests.Session)
    _next_at: float = 0.0

    def __post_init__(self) -> None:
        self._session.headers["Accept"] = "application/json"
        if self.user_agent:
            self._session.headers["User-Agent"] = self.user_agent
        self._session.hooks["response"].append(leave_body_of_redirect)
        self._session.mount(self.base_url, HTTPAdapter(max_retries=self._retry()))

    def get(self, path: str, parameters: dict[str, str]) -> JsonObject:
        """The JSON object at ``path``; Unreachable, Refused or Unreadable otherwise."""
        self._keep_pace()
        address = f"{self.base_url}{path}"
        timeouts = (self.manners.connect_timeout, self.manners.read_timeout)
        try:
            with self._session.get(
                address, params=parameters, timeout=timeouts, stream=True
            ) as response:
                return self._json(response)
        except (requests.RequestException, HTTPError) as error:
            raise Unreachable(
                f"{self.base_url} could not be reached ({type(error).__name__}). "
                "Check the network and CTGOV_BASE_URL; the next run tries again."
            ) from error

    def _retry(self) -> Retry:
        return _Leaving(
            total=self.manners.tries_again,
            backoff_factor=self.manners.backoff,
            backoff_jitter=self.manners.backoff / 2,
            backoff_max=self.manners.longest_wait,
            retry_after_max=self.manners.longest_wait,
            status_forcelist=RETRIED,
            allowed_methods=("GET",),
            raise_on_status=False,
        )

    def _keep_pace(self) -> None:
        wait = self._next_at - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._next_at = time.monotonic() + self.manners.pace

    def _json(self, response: requests.Response) -> JsonObject:
        if not response.ok:
            raise self._failure(response)
        kind = response.headers.get("Content-Type", "")
        if "json" not in kind:
            raise Unreadable(f"The registry sent {kind or 'no content type'} instead of JSON.")
        try:
            body = json_of(self._whole(response))
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"The registry's JSON could not be read: {error}") from error
        if not isinstance(body, dict):
            raise Unreadable("The registry's JSON is not an object.")
        return body

    def _whole(self, response: requests.Response) -> bytes:
        most = self.manners.longest_answer
        body = self._beginning(response, most + 1)
        if len(body) > most:
            raise Unreadable(
                f"The registry's answer is longer than {most // 1_000_000} MB, many times a page. "
                "It was not read to its end, and nothing of it is used; the next run tries again."
            )
        return body

    def _beginning(self, response: requests.Response, length: int) -> bytes:
        return beginning(response, length, seconds=self.manners.longest_reading)

    def _failure(self, response: requests.Response) -> Unreachable | Refused:
        status = response.status_code
        text = self._beginning(response, 4 * WORDS_KEPT).decode(errors="replace")
        words = text[:WORDS_KEPT].strip()
        if status >= requests.codes.server_error:
            return Unreachable(f"The registry answered {status} after all tries: {words}")
        advice = {
            403: f"It blocks this client (user agent {self._session.headers['User-Agent']!r}); "
            "set CTGOV_USER_AGENT or CTGOV_CONTACT and don't hammer.",
            429: "It asks for fewer requests; raise CTGOV_PACE_SECONDS.",
        }.get(status, "The request itself is at fault; it is not sent again.")
        return Refused(
            f"The registry refused with {status}: {words!r}. {advice}", status=status, words=words
        )
