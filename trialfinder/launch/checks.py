"""The checks that need no test: style, types, layers, migrations, deployment, known holes."""

import json
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trialfinder.launch.terminal import say

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Check:
    """What python is to run; `variables` are set for it."""

    name: str
    arguments: tuple[str, ...]
    variables: tuple[tuple[str, str], ...] = ()


CHECKS = (
    Check("ruff check", ("-m", "ruff", "check", ".")),
    Check("ruff format", ("-m", "ruff", "format", "--check", ".")),
    Check("mypy", ("-m", "mypy", "--strict")),
    Check("layers", ("-c", LINT_IMPORTS)),
    Check("migrations", ("manage.py", "makemigrations", "--check", "--dry-run")),
    Check(
        "deployment",
        ("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        variables=(("HTTPS", "true"),),
    ),
)
AUDIT = ("-m", "pip_audit", "--progress-spinner", "off", "--format", "json")


def failed_checks(
    project: Path, python: Path, environ: Mapping[str, str], checks: Sequence[Check] = CHECKS
) -> list[str]:
    """Run them all, showing what each that fails has printed; the names of those that failed."""
    return [each.name for each in checks if not passes(each, project, python, environ)]


def passes(check: Check, project: Path, python: Path, environ: Mapping[str, str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        [python, *check.arguments],
        cwd=project,
        env={**environ, **dict(check.variables)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    say(f"{'ok    ' if passed else 'FAILED'}  {check.name}  ({time.monotonic() - began:.1f} s)")
    if not passed:
        say(done.stdout.rstrip())
    return passed


def audit_passes(project: Path, python: Path, environ: Mapping[str, str]) -> bool:
    """No installed package has a known hole. A database that can't be reached fails nothing."""
    done = subprocess.run(
        [python, *AUDIT], cwd=project, env=environ, capture_output=True, text=True, check=False
    )
    try:
        holes = list(known_holes(json.loads(done.stdout)))
    except (ValueError, KeyError):
        reason = (done.stderr.strip() or "no answer").splitlines()[-1]
        say(f"unreachable  dependency audit: {reason}")
        return True
    say(f"{'FAILED' if holes else 'ok    '}  dependency audit")
    for line in holes:
        say(f"  {line}")
    return not holes


def known_holes(report: Mapping[str, Sequence[Mapping[str, object]]]) -> Iterator[str]:
    """pip-audit's JSON: dependencies[].{name, version, vulns[].{id, fix_versions}}."""
    for package in report["dependencies"]:
        vulnerabilities = package.get("vulns")
        if not isinstance(vulnerabilities, list):
            continue
        for each in vulnerabilities:
            fixed = ", ".join(each["fix_versions"]) or "no version yet"
            yield f"{package['name']} {package['version']}: {each['id']}, fixed in {fixed}"
