"""Page tokens: opaque, good for one search in one release of the data."""

import base64
import hashlib
from collections.abc import Mapping

from tests.stand_in.refusal import bad_request

FREE_TO_CHANGE = frozenset({"countTotal", "pageSize", "pageToken"})
DEFAULT_SIZE = 10
LARGEST_SIZE = 1000
SEAL = 12


def page_size(params: Mapping[str, str], largest: int = LARGEST_SIZE) -> int:
    """Studies on a page: 10 unless asked, never more than the largest."""
    return min(int(params.get("pageSize", 0)) or DEFAULT_SIZE, largest)


def token_for(start: int, params: Mapping[str, str], data_timestamp: str) -> str:
    """The token of the page that begins at `start`."""
    seal = _seal(params) + _seal({"data": data_timestamp})
    return base64.urlsafe_b64encode(seal + start.to_bytes(4)).decode().rstrip("=")


def start_of(params: Mapping[str, str], data_timestamp: str) -> int:
    """Where the asked page begins; 400 for a token of another search or an older release."""
    token = params.get("pageToken")
    if token is None:
        return 0
    raw = _decoded(token)
    if raw[:SEAL] != _seal(params):
        raise bad_request("`pageToken` parameter does not belong to these parameters")
    if raw[SEAL : 2 * SEAL] != _seal({"data": data_timestamp}):
        raise bad_request("`pageToken` parameter has expired")
    return int.from_bytes(raw[2 * SEAL :])


def _seal(params: Mapping[str, str]) -> bytes:
    fixed = sorted((name, text) for name, text in params.items() if name not in FREE_TO_CHANGE)
    return hashlib.sha256(repr(fixed).encode()).digest()[:SEAL]


def _decoded(token: str) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        raw = b""
    if len(raw) != 2 * SEAL + 4:
        raise bad_request(f"`pageToken` parameter has incorrect value: `{token}`")
    return raw
