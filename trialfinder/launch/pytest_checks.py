"""A pytest plugin that tells of checks where people look: above the closing line."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> None:
    if failed := os.environ.get("FAILED_CHECKS"):
        terminalreporter.section("checks", red=True)
        terminalreporter.write_line(f"FAILED CHECKS: {failed} (their output is at the top)")
    if left_out := os.environ.get("NODE_MISSING"):
        terminalreporter.section("HTML validity and Lighthouse", yellow=True)
        terminalreporter.write_line(f"LEFT OUT: {left_out}")
