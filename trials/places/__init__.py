from trials.search.places import *  # noqa: F403 (moves here)
