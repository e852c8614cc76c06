"""A stand-in registry: a local HTTP server that answers like the ClinicalTrials.gov API v2.

`StandIn(records)` in tests, `python -m tests.stand_in --help` by hand. Standard library only.
"""

from tests.stand_in.faults import Fault, Faults
from tests.stand_in.log import Request
from tests.stand_in.release import read_folders
from tests.stand_in.server import StandIn

__all__ = ["Fault", "Faults", "Request", "StandIn", "read_folders"]
