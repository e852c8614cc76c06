"""Take from the registry's official documents the facts that the stand-in checks requests against.

Run by hand after the registry publishes a new document, from the project's root:

    python -m tests.stand_in.remake ../shared/registry/spec

It writes `parameters.json` (from the OpenAPI document) and `pieces.json` (from the answer of
`/studies/metadata`). Needs PyYAML; the stand-in itself does not.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

OPENAPI = "ctg-oas-v2.0.5.yaml"
METADATA = "studies-metadata.json"
HERE = Path(__file__).parent
LIMITS = ("type", "enum", "pattern", "minItems", "maxItems", "minimum", "default", "format")
SEARCHED = re.compile(r'^"([^"]+)" query in')
AREA = re.compile(r'"(\w+) Area"')


def parameters_of(document: dict[str, Any]) -> dict[str, Any]:
    """The names, types and limits of every parameter, by path, as the document gives them."""
    paths = {
        path: [_parameter(each, document) for each in item["get"]["parameters"]]
        for path, item in document["paths"].items()
    }
    return {
        "source": OPENAPI,
        "version": document["info"]["version"],
        "areas": sorted(set(AREA.findall(_descriptions(document)))),
        "paths": paths,
    }


def pieces_of(metadata: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Every piece of the data model by name: its JSON path and its type."""
    return dict(_pieces(metadata, ""))


def _parameter(given: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    searched = SEARCHED.match(given["description"])
    facts = {"name": given["name"], "in": given["in"], **_limits(given["schema"], document)}
    return facts | ({"label": searched.group(1)} if searched else {})


def _limits(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    schema = _resolved(schema, document)
    limits = {name: schema[name] for name in LIMITS if name in schema}
    return limits | ({"items": _limits(schema["items"], document)} if "items" in schema else {})


def _resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].rpartition("/")[2]
    resolved: dict[str, Any] = document["components"]["schemas"][name]
    return resolved


def _descriptions(document: dict[str, Any]) -> str:
    return "\n".join(
        parameter["description"]
        for item in document["paths"].values()
        for parameter in item["get"]["parameters"]
    )


def _pieces(nodes: list[dict[str, Any]], above: str) -> Iterator[tuple[str, list[str]]]:
    for node in nodes:
        path = above + node["name"]
        yield node["piece"], [path, node["type"]]
        yield from _pieces(node.get("children", []), path + ".")


def main(folder: Path) -> None:
    openapi = yaml.safe_load((folder / OPENAPI).read_text(encoding="utf-8"))
    metadata = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    _write("parameters.json", json.dumps(parameters_of(openapi), indent=1, ensure_ascii=False))
    _write("pieces.json", _one_a_line(pieces_of(metadata)))


def _one_a_line(pieces: dict[str, list[str]]) -> str:
    lines = (f"{json.dumps(name)}: {json.dumps(fact)}" for name, fact in pieces.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _write(name: str, text: str) -> None:
    (HERE / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
