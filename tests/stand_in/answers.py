"""From a request to the registry's answer: routes, checks, status, content type. No sockets."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tests.stand_in import search
from tests.stand_in.faults import Fault
from tests.stand_in.paging import LARGEST_SIZE
from tests.stand_in.parameters import FACTS, check, path_pattern
from tests.stand_in.refusal import Refusal, bad_request, not_found, not_played
from tests.stand_in.release import Release, nct_id_of

ROOT = "/api/v2"
STUDIES, STUDY, VERSION, SIZES = "/studies", "/studies/{nctId}", "/version", "/stats/size"
PLAYED = frozenset({STUDIES, STUDY, VERSION, SIZES})
TEXT = "text/plain; charset=UTF-8"
HTML = "text/html; charset=UTF-8"
JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    status: int
    content_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    """One request: its route in the OpenAPI document's words ('/studies/{nctId}')."""

    route: str
    path: str
    given: tuple[tuple[str, str], ...]

    @property
    def params(self) -> Mapping[str, str]:
        return dict(self.given)


def asked(target: str) -> Asked:
    """The request line's target, such as `/api/v2/studies?pageSize=2`."""
    parts = urlsplit(target)
    path = unquote(parts.path).removeprefix(ROOT) if parts.path.startswith(ROOT) else ""
    given = tuple(parse_qsl(parts.query, keep_blank_values=True))
    return Asked(_route(path), path, given)


def answer(
    request: Asked,
    release: Release,
    *,
    matching: bool = False,
    faults: Collection[Fault] = (),
    largest_page: int = LARGEST_SIZE,
) -> Answer:
    """What the registry says, refusals and redirects included."""
    try:
        params = _checked(request)
        if request.route == STUDIES:
            page = search.studies(
                params, release, matching=matching, faults=faults, largest_page=largest_page
            )
            return found(page)
        if request.route == STUDY:
            return _study(request, params, release)
        return found(_version(release) if request.route == VERSION else _sizes(release))
    except Refusal as refusal:
        return text(refusal.status, refusal.text)


def found(body: Any) -> Answer:
    return Answer(200, JSON, json.dumps(body, ensure_ascii=False).encode())


def text(status: int, body: str) -> Answer:
    return Answer(status, TEXT, body.encode())


def page(status: int, title: str) -> Answer:
    """An HTML page, as a firewall or a load balancer would send it."""
    body = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{title}</body></html>"
    return Answer(status, HTML, body.encode())


INSTEAD: Mapping[Fault, Answer] = {
    Fault.BLOCKED: page(403, "403 Forbidden"),
    Fault.TOO_MANY: text(429, "Too Many Requests"),
    Fault.SERVER_ERROR: text(500, "Internal Server Error"),
    Fault.UNAVAILABLE: page(503, "503 Service Temporarily Unavailable"),
    Fault.HTML: page(200, "ClinicalTrials.gov is being maintained"),
    Fault.TOKEN_DIES: text(400, "`pageToken` parameter has expired"),
}


def _route(path: str) -> str:
    if path in FACTS["paths"]:
        return path
    return STUDY if path.startswith(STUDIES + "/") else ""


def _checked(request: Asked) -> dict[str, str]:
    if not request.route:
        raise not_found("Not Found")
    params = check(request.route, request.given)
    if request.route not in PLAYED:
        raise not_played(request.route)
    return params


def _study(request: Asked, params: Mapping[str, str], release: Release) -> Answer:
    asked_id = request.path.rpartition("/")[2]
    if not re.search(path_pattern(STUDY, "nctId"), asked_id):
        raise bad_request(f"`nctId` parameter has incorrect value: `{asked_id}`")
    search.refuse_what_is_not_played(params)
    nct_id = search.canonical(asked_id)
    if study := release.with_id(nct_id):
        return found(search.shown(study, params))
    if main := release.with_alias(nct_id):
        return _moved(f"{STUDIES}/{nct_id_of(main)}", params)
    raise not_found(f"NCT number {nct_id} not found")


def _moved(path: str, params: Mapping[str, str]) -> Answer:
    query = f"?{urlencode(params)}" if params else ""
    return Answer(301, TEXT, b"", (("Location", f"{ROOT}{path}{query}"),))


def _version(release: Release) -> dict[str, str]:
    return {"apiVersion": FACTS["version"], "dataTimestamp": release.data_timestamp}


def _sizes(release: Release) -> dict[str, Any]:
    sizes = {nct_id_of(study): len(json.dumps(study)) for study in release.records}
    largest = sorted(sizes, key=lambda nct_id: -sizes[nct_id])[:10]
    return {
        "averageSizeBytes": sum(sizes.values()) // max(1, len(sizes)),
        "largestStudies": [{"id": nct_id, "sizeBytes": sizes[nct_id]} for nct_id in largest],
        "percentiles": {},
        "ranges": [],
        "totalStudies": len(release.records),
    }
