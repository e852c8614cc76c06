"""The browser for the browser tests: found, or installed, or named."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from trialfinder.launch.installers import HERE, apt_install
from trialfinder.launch.processes import STDERR, foreground
from trialfinder.launch.terminal import Refusal, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# Without a font of its own a bare machine's browser draws empty boxes.
PACKAGES = ("chromium", "fonts-dejavu-core")
PLAYWRIGHTS_OWN = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def browser_variables(python: Path, environ: Mapping[str, str], *, install: bool) -> dict[str, str]:
    """CHROMIUM_PATH for the tests; empty without a browser, which CI refuses."""
    found = named_browser(environ) or found_browser(python, environ)
    if found is None and install:
        found = installed_browser(python, environ)
    if found is not None:
        return {"CHROMIUM_PATH": str(found)}
    if not install:
        return {}
    missing = (
        "No Chromium for the browser tests was found, and none could be installed. Install it "
        "(Debian: apt install chromium; Fedora: dnf install chromium; macOS: brew install "
        "chromium), or set CHROMIUM_PATH."
    )
    if environ.get("CI", "").lower() in ("true", "1"):
        raise Refusal(missing)
    say(f"{missing} The browser tests are left out.")
    return {}


def named_browser(environ: Mapping[str, str]) -> Path | None:
    named = environ.get("CHROMIUM_PATH")
    if named and not starts(Path(named)):
        raise Refusal(f"CHROMIUM_PATH is {named}, which isn't a browser that starts.")
    return Path(named) if named else None


def found_browser(python: Path, environ: Mapping[str, str]) -> Path | None:
    return next((each for each in candidates(python, environ) if starts(each)), None)


def candidates(python: Path, environ: Mapping[str, str]) -> Iterator[Path]:
    for name in NAMES:
        if found := shutil.which(name, path=environ.get("PATH")):
            yield Path(found)
    if sys.platform == "darwin":
        yield MAC
    asked = subprocess.run(
        [python, "-c", PLAYWRIGHTS_OWN], env=environ, capture_output=True, text=True, check=False
    )
    if asked.returncode == 0 and asked.stdout.strip():
        yield Path(asked.stdout.strip())


def starts(program: Path) -> bool:
    """Ubuntu's `chromium-browser` is there before the browser is: ask for its version."""
    try:
        asked = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and "Chrom" in asked.stdout


def installed_browser(python: Path, environ: Mapping[str, str]) -> Path | None:
    if apt_install(PACKAGES, environ=environ) and (found := found_browser(python, environ)):
        return found
    say("Asking Playwright for its Chromium.")
    command: list[str | Path] = [python, "-m", "playwright", "install", "chromium"]
    if os.getuid() == 0:
        command.append("--with-deps")
    if foreground(command, environ=environ, folder=HERE, stdout=STDERR) != 0:
        return None
    return found_browser(python, environ)
