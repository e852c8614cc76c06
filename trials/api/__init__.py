"""The public JSON API: reading only, over the same search as the pages."""

from trials.api.v1 import api

__all__ = ["api"]
