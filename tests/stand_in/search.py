"""The answer of `/studies`: find, order, cut into pages, prune, and play the faults of the data."""

from collections.abc import Collection, Mapping
from typing import Any

from tests.stand_in import essie
from tests.stand_in.broken import faulty_page
from tests.stand_in.expression import Node
from tests.stand_in.faults import Fault
from tests.stand_in.fields import pruned, wanted
from tests.stand_in.matching import EVERYWHERE, SEARCHED, Scope, verdict
from tests.stand_in.paging import LARGEST_SIZE, page_size, start_of, token_for
from tests.stand_in.parameters import label, listed
from tests.stand_in.pieces import Study, values_at
from tests.stand_in.refusal import bad_request, not_played
from tests.stand_in.release import Release, aliases_of, nct_id_of
from tests.stand_in.sorting import sorted_by

Params = Mapping[str, str]
NOT_PLAYED = ("filter.geo", "filter.synonyms", "aggFilters", "geoDecay")
ALWAYS_JUDGED = ("filter.advanced", "postFilter.advanced", "query.id")
OVERALL_STATUS = "protocolSection.statusModule.overallStatus"
KEPT_SHARE = 0.03
LIE = 25


def studies(
    params: Params,
    release: Release,
    *,
    matching: bool = False,
    faults: Collection[Fault] = (),
    largest_page: int = LARGEST_SIZE,
) -> dict[str, Any]:
    """One page of studies. `matching` judges the words of `query.*` too, naively."""
    refuse_what_is_not_played(params)
    start = start_of(params, release.data_timestamp)
    found = _faulty_found(_found(params, release, matching), faults)
    size = page_size(params, largest_page)
    page = found[start : start + size]
    body: dict[str, Any] = {"studies": _shown(faulty_page(page, faults), params)}
    if start == 0 and params.get("countTotal") == "true":
        body["totalCount"] = len(found) + (LIE if Fault.TOTAL_LIES in faults else 0)
    if len(page) == size:
        body["nextPageToken"] = token_for(start + len(page), params, release.data_timestamp)
    return body


def refuse_what_is_not_played(params: Params) -> None:
    for name in params:
        if name.replace("postFilter", "filter") in NOT_PLAYED:
            raise not_played(f"`{name}`")
    if params.get("format", "json") != "json" or params.get("markupFormat") == "legacy":
        raise not_played("any format but json with markdown")


def shown(study: Any, params: Params) -> Any:
    """The study, pruned to `fields=` where that is given."""
    return _shown([study], params)[0]


def _shown(page: list[Any], params: Params) -> list[Any]:
    if "fields" not in params:
        return page
    tree = wanted(listed(params["fields"]))
    return [pruned(study, tree) for study in page]


def _found(params: Params, release: Release, matching: bool) -> list[Study]:
    scopes = {name: _scope(name, matching) for name in params if _is_expression(name)}
    judged = [(_parsed(name, params[name]), scope) for name, scope in scopes.items()]
    found = [
        study
        for study in release.in_no_order()
        if _passes_filters(study, params)
        and all(verdict(node, study, scope) is not False for node, scope in judged if node)
    ]
    return sorted_by(listed(params.get("sort", "")), found)


def _is_expression(name: str) -> bool:
    return name.startswith("query.") or name.endswith(".advanced")


def _scope(name: str, matching: bool) -> Scope:
    return Scope(SEARCHED.get(name, EVERYWHERE), matching or name in ALWAYS_JUDGED)


def _parsed(name: str, expression: str) -> Node | None:
    if not expression.strip():
        return None
    try:
        return essie.parse(expression)
    except essie.Malformed as problem:
        raise bad_request(f"Error parsing query in {label(name)}: {problem}") from None


def _passes_filters(study: Study, params: Params) -> bool:
    names = {nct_id_of(study), *aliases_of(study)}
    statuses = set(values_at(study, OVERALL_STATUS))
    return all(
        names & {canonical(nct_id) for nct_id in listed(value)}
        if name.endswith(".ids")
        else statuses & set(listed(value))
        for name, value in params.items()
        if name.endswith((".ids", ".overallStatus"))
    )


def canonical(nct_id: str) -> str:
    """An id as the registry writes it: 'nct3280056' is NCT03280056."""
    return f"NCT{int(nct_id[3:]):08d}"


def _faulty_found(found: list[Study], faults: Collection[Fault]) -> list[Study]:
    if Fault.EMPTY in faults:
        return []
    if Fault.FEW in faults:
        return found[: max(1, int(len(found) * KEPT_SHARE))]
    return found
