"""One small style sheet, made of the components' own, that asks nobody else for anything."""

import gzip
import re

from trials.views.stylesheet import PARTS, RESULT, combined

MOST_BYTES = 14 * 1024


def test_the_committed_sheet_is_the_components_together() -> None:
    assert RESULT.read_text() == combined(), "run: python -m trials.views.stylesheet"


def test_it_is_small() -> None:
    assert len(gzip.compress(RESULT.read_bytes())) <= MOST_BYTES


def test_it_loads_only_our_own_fonts() -> None:
    addresses = re.findall(r"url\(([^)]*)\)", RESULT.read_text())
    assert addresses
    assert all(one.strip('"').startswith("../fonts/") for one in addresses)
    assert "@import" not in RESULT.read_text()


def test_the_fonts_are_there_with_their_licence() -> None:
    fonts = PARTS.parent / "fonts"
    for address in re.findall(r"fonts/([^\"]+)\"", RESULT.read_text()):
        assert (fonts / address).stat().st_size < 40_000
    assert "SIL Open Font License" in (fonts / "OFL.txt").read_text()
