"""Pictures of every page for docs/screenshots/: `./run screenshots`."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Page

from tests.journeys import looking
from tests.journeys.addresses import PICTURED, Address
from tests.journeys.conftest import WIDE, NewContext
from tests.journeys.pictures import (
    FOLDER,
    INDEX,
    Shot,
    columns_of,
    every_picture,
    index,
    picture_of,
    shots_of,
)

QUALITY = 0.2
GAP = 16  # px between two columns of a picture
# The browser itself makes the picture small: half the size of a JPEG, and no library for it.
SMALLER = """async ({pngs, scale, quality, gap}) => {
  const columns = await Promise.all(pngs.map(async (png) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    return image;
  }));
  const wide = Math.round(columns[0].width * scale) + gap;
  const canvas = document.createElement("canvas");
  canvas.width = wide * columns.length - gap;
  canvas.height = Math.round(columns[0].height * scale);
  const brush = canvas.getContext("2d");
  brush.imageSmoothingQuality = "high";
  columns.forEach((image, at) =>
    brush.drawImage(image, at * wide, 0, wide - gap, Math.round(image.height * scale)));
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
        pngs = [base64.b64encode(png).decode() for png in taken(page, shot)]
        asked = {"pngs": pngs, "scale": shot.scale, "quality": QUALITY, "gap": GAP}
        picture_of(address, shot).write_bytes(base64.b64decode(dark_room.evaluate(SMALLER, asked)))


def taken(page: Page, shot: Shot) -> list[bytes]:
    """The whole page as this shot wants it, a PNG for each column."""
    height = shot.column if shot.is_print else 900
    page.set_viewport_size({"width": shot.width, "height": height})
    page.emulate_media(
        media="print" if shot.is_print else "screen",
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    looking.dressed(page, shot.classes)
    tall = page.evaluate("document.documentElement.scrollHeight")
    return [
        page.screenshot(
            full_page=True, clip={"x": 0, "y": top, "width": shot.width, "height": height}
        )
        for top, height in columns_of(tall, shot.column)
    ]


def test_index() -> None:
    """Last: the index, and no picture of a page that is gone."""
    INDEX.write_text(index())
    for old in FOLDER.iterdir():
        if old.name not in every_picture() | {INDEX.name}:
            old.unlink()
