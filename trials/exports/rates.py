"""How often one place may ask: so that one script's hunger is not everybody's wait."""

from __future__ import annotations

import ipaddress
import logging
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac
from ninja.throttling import BaseThrottle, SimpleRateThrottle
from redis.commands.core import Script
from redis.exceptions import RedisError

from trialfinder.redis_client import impatient

log = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]
PATIENCE = 1.0
MICROSECONDS = 1_000_000
WITH_PORT = re.compile(r"\[([^]:]*:[^]]*)\](?::[0-9]+)?|([0-9.]+):[0-9]+")
COUNT = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local allowed, period = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = tonumber(redis.call('LINDEX', KEYS[1], -1))
while oldest and (oldest <= now - period or oldest > now) do
    redis.call('RPOP', KEYS[1])
    oldest = tonumber(redis.call('LINDEX', KEYS[1], -1))
end
if redis.call('LLEN', KEYS[1]) >= allowed then return (oldest or now) + period - now end
redis.call('LPUSH', KEYS[1], now)
redis.call('PEXPIRE', KEYS[1], period / 1000)
return 0
"""
"""Looks and counts in one step, by the one clock that all web processes share, so that requests
which run together can't all read the same count. Times in microseconds, the newest first; those
of a clock that was ahead are dropped. Answers 0, or for how long it refuses."""


class Pace(SimpleRateThrottle):
    """One answer to 'may this place ask now?'; made anew for each request.

    Kept in the cache for the length of the period alone, under a key of today that nobody can
    turn back into an address. A cache that is away stops nobody.
    """

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.refused_for = 0.0
        super().__init__(settings.RATES[scope])

    @property
    def policy(self) -> str:
        """'"api";q=120;w=60': 120 requests in 60 seconds."""
        return f'"{self.scope}";q={self.num_requests};w={self.duration}'

    def get_cache_key(self, request: HttpRequest) -> str:
        place = network_of(request)
        day = timezone.now().date().isoformat()
        return f"pace-{self.scope}-{salted_hmac(f'pace of {day}', place).hexdigest()}"

    def allow_request(self, request: HttpRequest) -> bool:
        limit = [self.num_requests or 0, (self.duration or 0) * MICROSECONDS]
        try:
            refused_for = counter()(keys=[self.get_cache_key(request)], args=limit)
        except RedisError as error:
            log.warning("Rates are not limited: the cache can't be reached (%s)", type(error))
            return True
        self.refused_for = refused_for / MICROSECONDS
        return not refused_for

    def wait(self) -> float:
        """Seconds until a place is free again, of a request that was refused."""
        return self.refused_for


def counter() -> Script:
    """The script, in the Redis of the cache that the settings name."""
    return _counter_at(str(settings.CACHES["default"]["LOCATION"]))


@cache
def _counter_at(url: str) -> Script:
    return impatient(url, patience=PATIENCE).register_script(COUNT)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests of one network in so many seconds."""

    requests: int
    seconds: int


def limit_of(scope: str) -> Limit:
    """What the setting RATES says, read as the throttle reads it."""
    pace = Pace(scope)
    return Limit(pace.num_requests or 0, pace.duration or 0)


def network_of(request: HttpRequest) -> str:
    """The network that the request came from, as far as proxies are believed; "" if none shows."""
    return network(BaseThrottle().get_ident(request) or "")


def network(address: str) -> str:
    """The address cut to its network (/24, or /48 of IPv6); "" for what is no address.

    Some balancers write X-Forwarded-For with a port: '203.0.113.7:4711', '[2001:db8::1]:4711'.
    """
    ported = WITH_PORT.fullmatch(address.strip())
    try:
        found = ipaddress.ip_address(ported[1] or ported[2] if ported else address.strip())
    except ValueError:
        return ""
    plain = getattr(found, "ipv4_mapped", None) or found
    bits = 24 if plain.version == 4 else 48
    return str(ipaddress.ip_network(f"{plain}/{bits}", strict=False))


def paced(scope: str, refuse: Callable[[int], HttpResponse]) -> Callable[[View], View]:
    """Let a view answer only so often (settings: RATES); ``refuse`` gets the seconds to wait.

    The limit stands on every answer, what is left of it only where nothing is: answers may be
    kept by caches, and neighbours in a network must not learn of each other (docs/adr/0006).
    Fields of draft-ietf-httpapi-ratelimit-headers-11.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **values: object) -> HttpResponseBase:
            pace = Pace(scope)
            is_allowed = pace.allow_request(request)
            response = view(request, *args, **values) if is_allowed else _refused(pace, refuse)
            response.headers["RateLimit-Policy"] = pace.policy
            return response

        return answer

    return decorator


def _refused(pace: Pace, refuse: Callable[[int], HttpResponse]) -> HttpResponse:
    seconds = max(1, math.ceil(pace.wait()))
    response = refuse(seconds)
    response.headers["Retry-After"] = str(seconds)
    response.headers["RateLimit"] = f'"{pace.scope}";r=0;t={seconds}'
    response.headers["Cache-Control"] = "private, no-store"
    return response
