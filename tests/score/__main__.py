"""`python -m tests.score [FOLDER ...]`: measure, and exit 1 below the goals."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.score.labelled import SHARED, LabelledSet, known_sets
from tests.score.report import as_json, as_text, measure


def main() -> int:
    """0 when every set reaches the goals."""
    parser = argparse.ArgumentParser(prog="score", description="How well the records are read.")
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        help="labelled sets to measure (cells.tsv, eligibility.tsv, eligibility_phrases.tsv, "
        "records/); without any: our own cases and the shared folder's",
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sets = [LabelledSet(folder) for folder in options.folders] or known_sets()
    if not options.folders and not SHARED.exists():
        print("The shared folder is not here: only our own cases are measured.", file=sys.stderr)
    reports = [measure(one) for one in sets]
    if options.json:
        print(json.dumps([as_json(one) for one in reports], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(as_text(one) for one in reports))
    return 1 if any(one.below_goals for one in reports) else 0


if __name__ == "__main__":
    sys.exit(main())
