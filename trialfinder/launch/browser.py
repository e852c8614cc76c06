"""The browser for the browser tests: found, or installed, or named."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from trialfinder.launch.foreground import STDERR, foreground
from trialfinder.launch.installers import HERE, apt_install
from trialfinder.launch.terminal import Refusal, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# Debian's names. Without a font of its own a bare machine's browser draws empty boxes.
BROWSER_PACKAGES = ("chromium", "fonts-dejavu-core")
DRIVER_PACKAGES = ("libatomic1",)
PLAYWRIGHTS_OWN = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def browser_variables(python: Path, environ: Mapping[str, str], *, install: bool) -> dict[str, str]:
    """CHROMIUM_PATH for the tests; empty where browser tests can't run, which CI refuses."""
    missing = missing_packages(python, environ)
    if missing and install:
        install_browser(missing, python, environ)
        missing = missing_packages(python, environ)
    if not missing:
        return {"CHROMIUM_PATH": str(browser(python, environ))}
    if install:
        tell_missing(missing, environ)
    return {}


def tell_missing(missing: Sequence[str], environ: Mapping[str, str]) -> None:
    told = (
        "The browser tests can't run: a browser, or a library that Playwright needs, is missing "
        f"and could not be installed. On Debian: apt install {' '.join(missing)}. Elsewhere "
        "install Chromium or Chrome, or set CHROMIUM_PATH to one."
    )
    if environ.get("CI", "").lower() in ("true", "1"):
        raise Refusal(told)
    say(f"{told} They are left out.")


def missing_packages(python: Path, environ: Mapping[str, str]) -> list[str]:
    driver = () if driver_starts(python, environ) else DRIVER_PACKAGES
    return [*driver, *(() if browser(python, environ) else BROWSER_PACKAGES)]


def driver_starts(python: Path, environ: Mapping[str, str]) -> bool:
    """Playwright brings its own Node.js, which a bare machine may lack a library for."""
    command = (python, "-m", "playwright", "--version")
    return subprocess.run(command, env=environ, capture_output=True, check=False).returncode == 0


def install_browser(missing: Sequence[str], python: Path, environ: Mapping[str, str]) -> None:
    apt_install(missing, environ=environ)
    if browser(python, environ) or not driver_starts(python, environ):
        return
    say("Asking Playwright for its Chromium.")
    deps = ("--with-deps",) if os.getuid() == 0 else ()
    command = (python, "-m", "playwright", "install", "chromium", *deps)
    foreground(command, environ=environ, folder=HERE, stdout=STDERR)


def browser(python: Path, environ: Mapping[str, str]) -> Path | None:
    return named_browser(environ) or found_browser(python, environ)


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
