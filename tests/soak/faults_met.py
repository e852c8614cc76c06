"""What the registry's faults came to: not what was planned, but what answers had in them."""

from collections import Counter
from collections.abc import Iterable

from tests.stand_in import Fault, Request


def faults_met(requests: Iterable[Request]) -> Counter[str]:
    return Counter(fault for request in requests for fault in request.faults)


def met_in_words(met: Counter[str]) -> str:
    """How many, of how many kinds, and which."""
    each = ", ".join(f"{fault} {count}" for fault, count in sorted(met.items()))
    return f"{met.total()} of {len(met)} of {len(Fault)} kinds: {each}"
