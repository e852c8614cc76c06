"""Every pair of colours that meets on a page is measured: text 7:1, edges of controls 3:1."""

import re

import pytest

from trials.views.stylesheet import PARTS

TOKENS = (PARTS / "01-tokens.css").read_text()
LIGHT, DARK = TOKENS.split("@media")
TEXT_ON_GROUND = [
    (text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "card", "wash")
] + [
    ("on-accent", "accent"),
    *((tone, f"{tone}-ground") for tone in ("open", "soon", "closed", "stopped")),
]
EDGE_ON_GROUND = [
    (edge, ground) for edge in ("border", "focus") for ground in ("paper", "card", "wash")
]


def colours(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): #(\w+);", sheet))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of 'abc' or 'aabbcc'."""
    whole = "".join(sign * 2 for sign in colour) if len(colour) == 3 else colour
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = map(linear, parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """One sRGB channel, 0 to 1, without its gamma."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_seven_to_one(sheet: str, text: str, ground: str) -> None:
    palette = colours(sheet)
    assert contrast(palette[text], palette[ground]) >= 7


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON_GROUND)
def test_edges_stand_out_three_to_one(sheet: str, edge: str, ground: str) -> None:
    palette = colours(sheet)
    assert contrast(palette[edge], palette[ground]) >= 3


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast("000", "ffffff"), 1) == 21
