"""Pictures of every page for docs/screenshots/: `./run screenshots`."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Page

from tests.journeys import looking
from tests.journeys.addresses import PICTURED, Address
from tests.journeys.conftest import WIDE, NewContext
from tests.journeys.pictures import FOLDER, INDEX, Shot, every_picture, index, picture_of, shots_of

QUALITY = 0.3
# The browser itself makes the picture small: half the size of a JPEG, and no library for it.
SMALLER = """async ({png, scale, quality}) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const brush = canvas.getContext("2d");
  brush.imageSmoothingQuality = "high";
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


@pytest.mark.parametrize("address", PICTURED, ids=lambda one: one.name)
def test_pictures(site: str, starter_site: str, guarded: NewContext, address: Address) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    page = guarded(viewport=WIDE).new_page()
    address.open(page, starter_site if address.of_starters else site)
    page.evaluate("document.fonts.ready.then(() => true)")
    dark_room = guarded().new_page()
    for shot in shots_of(address):
        png = base64.b64encode(taken(page, shot)).decode()
        asked = {"png": png, "scale": shot.scale, "quality": QUALITY}
        picture_of(address, shot).write_bytes(base64.b64decode(dark_room.evaluate(SMALLER, asked)))


def taken(page: Page, shot: Shot) -> bytes:
    """The page as this shot wants it, as PNG, cut at its foot."""
    page.set_viewport_size({"width": shot.width, "height": 900})
    page.emulate_media(
        media="print" if shot.is_print else "screen",
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    looking.dressed(page, shot.classes)
    tall = min(shot.tallest, page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": shot.width, "height": tall}
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


def test_index() -> None:
    """Last: the index, and no picture of a page that is gone."""
    INDEX.write_text(index())
    for old in FOLDER.iterdir():
        if old.name not in every_picture() | {INDEX.name}:
            old.unlink()
