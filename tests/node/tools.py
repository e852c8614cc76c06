"""Running html-validate and Lighthouse, or saying why they are not there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

BY_HAND = "html-validate and Lighthouse are installed by `./run test`, not by pytest alone."


@dataclass(frozen=True)
class NodeTools:
    """``program`` is Node's, ``modules`` the folder of what npm installed."""

    program: str
    modules: Path

    @classmethod
    def here(cls) -> NodeTools:
        """The launcher's; a test without them is left out, with the reason and the way to them."""
        program, modules = os.environ.get("NODE_PROGRAM"), os.environ.get("NODE_TOOLS")
        if not (program and modules):
            pytest.skip(os.environ.get("NODE_MISSING") or BY_HAND)
        return cls(program, Path(modules))

    def run(
        self,
        script: str,
        *arguments: str | Path,
        variables: Mapping[str, str] | None = None,
        timeout: float = 300,
    ) -> subprocess.CompletedProcess[str]:
        """A script of an installed package, such as 'lighthouse/cli/index.js', and what it said."""
        return subprocess.run(
            [self.program, self.modules / script, *arguments],
            env={**os.environ, **(variables or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )
