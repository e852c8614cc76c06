"""The checks that need no test: style, types, layers, migrations, deployment, known holes."""

import json
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from trialfinder.launch.terminal import say

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
DEPLOYMENT = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")


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
    Check("deployment, HTTPS", DEPLOYMENT, variables=(("HTTPS", "true"),)),
    Check("deployment, plain", DEPLOYMENT, variables=(("HTTPS", "false"),)),
    Check("bandit", ("-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "trials", "trialfinder")),
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
        audit = Audit.from_report(json.loads(done.stdout))
    except (ValueError, KeyError):
        audit = Audit(0, 0, ())
    say(audit.told())
    return not audit.holes


@dataclass(frozen=True)
class Audit:
    """How many packages there are, how many the database knew, and the known holes in them."""

    packages: int
    known: int
    holes: tuple[str, ...]

    @classmethod
    def from_report(cls, report: Mapping[str, Sequence[Mapping[str, Any]]]) -> Self:
        """pip-audit's JSON: dependencies[].{name, version, vulns[].{id, fix_versions}}.

        One that could not be looked up has a `skip_reason` in place of `vulns`.
        """
        packages = report["dependencies"]
        known = [each for each in packages if "vulns" in each]
        holes = [hole_told(each, hole) for each in known for hole in each["vulns"]]
        return cls(len(packages), len(known), tuple(holes))

    def told(self) -> str:
        if not self.known:
            return "unreachable  dependency audit: its database knew no package of these"
        outcome = "FAILED" if self.holes else "ok    "
        head = f"{outcome}  dependency audit  ({self.known} of {self.packages} packages known)"
        return "\n  ".join([head, *self.holes])


def hole_told(package: Mapping[str, Any], hole: Mapping[str, Any]) -> str:
    fixed = ", ".join(hole["fix_versions"]) or "no version yet"
    return f"{package['name']} {package['version']}: {hole['id']}, fixed in {fixed}"
