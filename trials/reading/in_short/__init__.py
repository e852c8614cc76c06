"""One plain paragraph about a study, as templates and values that a presenter words."""

from trials.reading.in_short.paragraph import in_short

__all__ = ["in_short"]
