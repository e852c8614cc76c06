"""A page that takes long and that many ask for at once is made by one of them, for all."""

from __future__ import annotations

import time

from trials.views.kept.copies import Copy, Shelf
from trials.views.kept.made_of import Page

POLL = 0.01
PATIENCE = 2.0
"""Seconds that a reader waits for another's copy; then the page is made without it."""


def copy_of_another(shelf: Shelf, page: Page, mark: str) -> Copy | None:
    """The copy that somebody else was making just now; None where the page is to be made here.

    Whoever asks first makes it, and keeps the others waiting until ``shelf.give_up``. If there is
    no copy then, as of a page that can't be kept, nobody waits for a second one.
    """
    if not shelf.claim(page.place, PATIENCE):
        _wait(shelf, page)
    # Whoever may make it now looks again too: the one before may just have ended.
    _edition, copy = shelf.look(page.slot, page.place)
    return copy if copy and copy.mark == mark else None


def _wait(shelf: Shelf, page: Page) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and shelf.is_claimed(page.place):
        time.sleep(POLL)
