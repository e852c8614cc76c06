"""The page by hand for a web server; Django is set up for the words and places that it borrows."""

import django

django.setup()

from benchmarks.peers.by_hand.app import application  # noqa: E402 once Django is set up

__all__ = ["application"]
