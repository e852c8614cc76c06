"""The registry that the settings name."""

from importlib.metadata import version

from django.conf import settings

from trials.registry.client import Registry
from trials.registry.connection import Connection, Manners


def registry_from_settings() -> Registry:
    """As CTGOV_BASE_URL, _USER_AGENT, _CONTACT, _PACE_SECONDS and _BACKOFF_SECONDS say."""
    manners = Manners(pace=settings.CTGOV_PACE_SECONDS, backoff=settings.CTGOV_BACKOFF_SECONDS)
    return Registry(Connection(settings.CTGOV_BASE_URL, user_agent(), manners))


def user_agent() -> str:
    """What we call ourselves: the library's own name plus a contact; never a browser's."""
    if settings.CTGOV_USER_AGENT:
        return str(settings.CTGOV_USER_AGENT)
    contact = settings.CTGOV_CONTACT or settings.SITE_URL
    return f"python-requests/{version('requests')} (ALS Stem Cell Trial Finder; {contact})"
