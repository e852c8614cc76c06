"""The number that the registry gives a study."""

import re

NCT_ID = re.compile(r"NCT[0-9]{8}")  # \d would take other scripts' digits
