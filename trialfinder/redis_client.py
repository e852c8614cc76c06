"""A way to Redis for who has something better to do than wait."""

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry


def impatient(url: str, *, patience: float, as_text: bool = False) -> Redis:
    """A client that gives up after ``patience`` seconds and tries once; ValueError: a bad URL."""
    return Redis.from_url(
        url,
        socket_timeout=patience,
        socket_connect_timeout=patience,
        retry=Retry(NoBackoff(), 0),
        decode_responses=as_text,
    )
