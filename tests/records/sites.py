"""Sites for invented studies. Cities and their coordinates are real (city level, as in the
registry); hospitals are named after nothing that exists."""

from tests.records.parts import Json, contact, location

UNITED_STATES = "United States"


def boston(status: str | None = "RECRUITING") -> Json:
    return location(
        "Example Harbor Hospital",
        "Boston",
        UNITED_STATES,
        state="Massachusetts",
        zip="02114",
        status=status,
        point=(42.35843, -71.05977),
        contacts=[contact("Site Contact", email="boston@example.org")],
    )


def worcester(status: str | None = "NOT_YET_RECRUITING") -> Json:
    return location(
        "Example Hills Clinic",
        "Worcester",
        UNITED_STATES,
        state="Massachusetts",
        zip="01655",
        status=status,
        point=(42.26259, -71.80229),
    )


def atlanta(status: str | None = None) -> Json:
    return location(
        "Example Peachtree Center",
        "Atlanta",
        UNITED_STATES,
        state="Georgia",
        zip="30322",
        status=status,
        point=(33.749, -84.38798),
    )


def los_angeles(status: str | None = None) -> Json:
    return location(
        "Example Pacific Medical Center",
        "Los Angeles",
        UNITED_STATES,
        state="California",
        zip="90048",
        status=status,
        point=(34.05223, -118.24368),
    )


def jacksonville(status: str | None = None) -> Json:
    return location(
        "Example River Clinic",
        "Jacksonville",
        UNITED_STATES,
        state="Florida",
        zip="32224",
        status=status,
        point=(30.33218, -81.65565),
    )


def kyoto(status: str | None = None) -> Json:
    return location(
        "Example Kamogawa Hospital", "Kyoto", "Japan", status=status, point=(35.02107, 135.75385)
    )


def seoul(country: str, status: str | None = None) -> Json:
    """`country` as the registry spells it: 'South Korea', before August 2025 another way."""
    return location(
        "Example Han River Hospital", "Seoul", country, status=status, point=(37.566, 126.9784)
    )


def paris(facility: str, status: str | None = None) -> Json:
    """All hospitals of Paris share one point in the registry."""
    return location(facility, "Paris", "France", status=status, point=(48.85341, 2.3488))


def jerusalem(status: str | None = None) -> Json:
    return location(
        "Example Hilltop Hospital", "Jerusalem", "Israel", status=status, point=(31.76904, 35.21633)
    )


def istanbul(country: str = "Turkey (Türkiye)", status: str | None = None) -> Json:
    return location(
        "Example Bosphorus Hospital", "Istanbul", country, status=status, point=(41.01384, 28.94966)
    )
