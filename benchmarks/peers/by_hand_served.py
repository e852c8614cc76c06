"""The page by hand for a web server; Django is set up for the words and places that it borrows."""

import django

django.setup()

from benchmarks.peers.by_hand.app import application  # noqa: E402 once Django is set up
from trials.views.warm import spare_what_is_loaded  # noqa: E402

spare_what_is_loaded()  # as each web process of the site does

__all__ = ["application"]
