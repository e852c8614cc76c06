"""For curators: correct a reading, see runs and problems, ask for a sync."""

from trials.admin.alert import AlertAdmin, AlertMailAdmin
from trials.admin.correction import CorrectionAdmin
from trials.admin.study import StudyAdmin
from trials.admin.sync_run import SyncProblemAdmin, SyncRunAdmin

__all__ = [
    "AlertAdmin",
    "AlertMailAdmin",
    "CorrectionAdmin",
    "StudyAdmin",
    "SyncProblemAdmin",
    "SyncRunAdmin",
]
