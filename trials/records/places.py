"""Where a study takes place, and whom to ask there (registry: contactsLocationsModule)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """``centralContacts[]``, ``locations[].contacts[]`` or ``overallOfficials[]``"""

    name: str = ""
    role: str = ""
    phone: str = ""
    phone_ext: str = ""
    email: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class GeoPoint:
    """``locations[].geoPoint``: degrees WGS 84, precise to the city only."""

    lat: float
    lon: float

    @property
    def is_on_earth(self) -> bool:
        """Neither NaN nor further than the poles or the date line."""
        return -90 <= self.lat <= 90 and -180 <= self.lon <= 180


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    """``locations[]``; ``country_code`` is ISO 3166 alpha-2, "" where the name is not known."""

    facility: str = ""
    status: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""
    country_code: str = ""
    geo_point: GeoPoint | None = None
    contacts: tuple[Contact, ...] = ()
