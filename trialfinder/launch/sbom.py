"""`./run sbom [FILE]`: what the site is made of, as a CycloneDX list (ISO/IEC ECMA-424).

Made anew each time from the pinned requirements and what is installed of them, so that it can't
go stale; tests and their tools are not part of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from trialfinder.launch.terminal import say

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_LICENCE = 100


def main(arguments: Sequence[str]) -> int:
    asked = _parser().parse_args(arguments)
    text = JsonV1Dot6(bill(pinned(PROJECT))).output_as_string(indent=2)
    if asked.file is None:
        sys.stdout.write(f"{text}\n")
        return 0
    try:
        asked.file.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        say(f"The list was not written: {error.strerror}: {asked.file}")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./run sbom", description="What the site is made of (CycloneDX)."
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="without one it is printed"
    )
    return parser


def pinned(project: Path) -> list[Requirement]:
    """The lines of requirements.txt, without their reasons."""
    lines = (project / "requirements.txt").read_text(encoding="utf-8").splitlines()
    plain = (line.partition("#")[0].strip() for line in lines)
    return [Requirement(line) for line in plain if line]


def bill(wanted: Sequence[Requirement]) -> Bom:
    """The site as one component that depends on all that is installed for it."""
    site = Component(
        name="als-stem-cell-trial-finder", type=ComponentType.APPLICATION, bom_ref="site"
    )
    made = Bom()
    made.metadata.component = site
    parts = {found.metadata["Name"]: component(found) for found in installed(wanted)}
    for part in parts.values():
        made.components.add(part)
    made.register_dependency(site, list(parts.values()))
    return made


def installed(wanted: Sequence[Requirement]) -> list[Distribution]:
    """These packages and, through theirs, all that they need on this machine; by name."""
    found: dict[str, Distribution] = {}
    waiting = list(wanted)
    while waiting:
        each = waiting.pop()
        name = canonicalize_name(each.name)
        if name in found and not each.extras:
            continue
        found[name] = distribution(each.name)
        waiting += [one for one in needs(found[name], each.extras) if is_new(one, found)]
    return [found[name] for name in sorted(found)]


def is_new(wanted: Requirement, found: dict[str, Distribution]) -> bool:
    """Packages that this machine has no use for are not installed on it."""
    if canonicalize_name(wanted.name) in found:
        return False
    try:
        distribution(wanted.name)
    except PackageNotFoundError:
        return False
    return True


def needs(package: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for text in package.requires or ():
        one = Requirement(text)
        if one.marker is None or any(
            one.marker.evaluate({"extra": name}) for name in ("", *extras)
        ):
            yield one


def component(package: Distribution) -> Component:
    name, version = package.metadata["Name"], package.version
    address = PackageURL("pypi", None, canonicalize_name(name), version)
    told = package.metadata.get_all
    licence = next(iter(told("License-Expression") or told("License") or ()), "")
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=address,
        bom_ref=str(address),
        licenses=[LicenseFactory().make_from_string(licence)]
        if 0 < len(licence) <= LONGEST_LICENCE
        else [],
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
