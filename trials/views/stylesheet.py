"""One style sheet from the components' own: `python -m trials.views.stylesheet`.

The result is committed, so that a site needs no build step; a test keeps it up to date.
"""

from __future__ import annotations

import re
from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"
PARTS = STATIC / "css"
RESULT = PARTS / "site.css"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,])\s*")


def combined() -> str:
    """All parts in the order of their names, without comments and needless space."""
    whole = "\n".join(part.read_text() for part in sorted(PARTS.glob("[0-9]*.css")))
    plain = _SPACE.sub(" ", _COMMENT.sub("", whole))
    return _AROUND.sub(r"\1", plain).replace(";}", "}").replace("}", "}\n")


if __name__ == "__main__":
    RESULT.write_text(combined())
