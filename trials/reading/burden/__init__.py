"""What taking part may ask of a body: harvests, punctures, operations, drugs, visits.

Read from what a study says it does; never from its eligibility criteria.
"""

from trials.reading.burden.kinds import Burden, BurdenKind
from trials.reading.burden.reader import read_burden

__all__ = ["Burden", "BurdenKind", "read_burden"]
