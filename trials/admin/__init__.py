"""For curators: correct a reading, see runs and problems, ask for a sync."""

from django.contrib import admin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from trials.admin.alert import AlertAdmin, AlertMailAdmin
from trials.admin.correction import CorrectionAdmin
from trials.admin.study import StudyAdmin
from trials.admin.sync_problem import SyncProblemAdmin
from trials.admin.sync_run import SyncRunAdmin

# A key that is shown is a key that is lost: devices are set up and taken away, never looked at.
admin.site.unregister([TOTPDevice, StaticDevice])

__all__ = [
    "AlertAdmin",
    "AlertMailAdmin",
    "CorrectionAdmin",
    "StudyAdmin",
    "SyncProblemAdmin",
    "SyncRunAdmin",
]
