"""What we keep: one model a file, constraints in the database."""

from trials.models.alert import Alert
from trials.models.alert_mail import AlertMail
from trials.models.change import Change
from trials.models.correction import Correction
from trials.models.edition import Edition
from trials.models.place import Gazetteer, Place, PlaceName
from trials.models.reading import Reading
from trials.models.saved_list import MoveToken, SavedList, SavedStudy
from trials.models.set_aside_record import SetAsideRecord
from trials.models.site import Site
from trials.models.snapshot import Snapshot
from trials.models.study import Study
from trials.models.sync_problem import SyncProblem
from trials.models.sync_run import SyncRun

__all__ = [
    "Alert",
    "AlertMail",
    "Change",
    "Correction",
    "Edition",
    "Gazetteer",
    "MoveToken",
    "Place",
    "PlaceName",
    "Reading",
    "SavedList",
    "SavedStudy",
    "SetAsideRecord",
    "Site",
    "Snapshot",
    "Study",
    "SyncProblem",
    "SyncRun",
]
