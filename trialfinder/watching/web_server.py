"""The web server's own lines, made like all others; granian.json names this.

The process above the web processes writes them too. It doesn't read the settings: a process that
takes another's place begins as its copy, and would keep those of before.
"""

import logging

from environs import FileAwareEnv

from trialfinder.watching.json_lines import JsonLines
from trials.views.logs import WithoutSecrets

TEXT = "{asctime} {levelname} {name}{ids}: {message}"


def lines() -> logging.Formatter:
    """By LOG_FORMAT, as LOGGING in the settings has it; text where that can't be used."""
    return JsonLines() if _log_format() == "json" else WithoutSecrets(TEXT, style="{")


def _log_format() -> str:
    """What can't be read is told by the settings, which end the start."""
    try:
        return FileAwareEnv(strip_whitespace=True).str("LOG_FORMAT", "text").strip().lower()
    except (OSError, ValueError):
        return "text"
