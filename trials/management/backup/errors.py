"""Why a backup was not made, or not put back."""


class BackupRefused(Exception):
    """Nothing was changed. The words say what is wrong and what to do."""
