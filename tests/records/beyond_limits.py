"""Invented studies with a value that no column or page can hold; each must cost only itself."""

import json
from collections.abc import Callable

from tests.records import sites
from tests.records.build import study
from tests.records.parts import Json, contact, intervention, location, sponsor

NCT_ID = "NCT90000301"
CUT_EMOJI = "\ud800"  # the first half of a character outside the Basic Multilingual Plane
LONG = "stem cells " * 100_000  # over 1 MB
DIGITS = "9" * 5_000  # Python reads 4,300; more stand in a record as text once it was parsed
SPONSORS = "protocolSection.sponsorCollaboratorsModule"


def _at(lat: object, lon: object) -> Json:
    site = sites.boston()
    site["geoPoint"] = {"lat": lat, "lon": lon}
    return study(nct_id=NCT_ID, locations=[site])


def _hyphened(first: int) -> list[str]:
    """So many different words that a search vector of four times as many has no room."""
    return [f"a{number:04x}-b{number:04x}" for number in range(first, first + 9_000)]


def as_sent(record: object) -> bytes:
    """The JSON of the registry, where those digits are a number."""
    text = json.dumps(record)
    return text.replace(f'"{DIGITS}"', DIGITS).replace(f'"-{DIGITS}"', f"-{DIGITS}").encode()


# Published, with a problem noted: name of the field that it names.
MENDED: dict[str, tuple[str, Callable[[], Json]]] = {
    "half a character in the title": (
        "protocolSection.identificationModule.briefTitle",
        lambda: study(nct_id=NCT_ID, brief_title=f"Stem cells for ALS {CUT_EMOJI}"),
    ),
    "half a character in the criteria": (
        "protocolSection.eligibilityModule.eligibilityCriteria",
        lambda: study(nct_id=NCT_ID, eligibility_criteria=f"Exclusion:\n\n* Cells {CUT_EMOJI}"),
    ),
    "half a character in a contact's name": (
        "protocolSection.contactsLocationsModule.centralContacts.0.name",
        lambda: study(nct_id=NCT_ID, central_contacts=[contact(f"Ann {CUT_EMOJI}")]),
    ),
    "half a character in why it stopped": (
        "protocolSection.statusModule.whyStopped",
        lambda: study(nct_id=NCT_ID, overall_status="TERMINATED", why_stopped=f"No {CUT_EMOJI}"),
    ),
    "half a character in a status": (
        "protocolSection.statusModule.overallStatus",
        lambda: study(nct_id=NCT_ID, overall_status=f"RECRUITING{CUT_EMOJI}"),
    ),
    "an alias that is no id": (
        "identificationModule.nctIdAliases",
        lambda: study(nct_id=NCT_ID, aliases=["X" * 12, "NCT90000302"]),
    ),
    "a latitude of 1000": ("locations.geoPoint", lambda: _at(1000, -71.05977)),
    "a latitude that is no number": ("locations.geoPoint", lambda: _at(float("nan"), -71.05977)),
    "a longitude without end": ("locations.geoPoint", lambda: _at(42.35843, float("inf"))),
    "latitude and longitude in each other's place": (
        "locations.geoPoint",
        lambda: _at(135.75385, 35.02107),
    ),
    "more sites than are counted": (
        "locations",
        lambda: study(nct_id=NCT_ID, locations=[location("Ward", "Paris", "France")] * 32_769),
    ),
    "a title of a megabyte": (
        "identificationModule.briefTitle",
        lambda: study(nct_id=NCT_ID, brief_title=LONG),
    ),
    "a facility of a megabyte": (
        "locations.facility",
        lambda: study(nct_id=NCT_ID, locations=[location(LONG, "Paris", "France")]),
    ),
    "a sponsor of a megabyte": (
        "sponsorCollaboratorsModule.leadSponsor.name",
        lambda: study(nct_id=NCT_ID, also={f"{SPONSORS}.leadSponsor": sponsor(LONG)}),
    ),
    "an intervention of a megabyte": (
        "armsInterventionsModule.interventions.name",
        lambda: study(nct_id=NCT_ID, interventions=[intervention(LONG)]),
    ),
    "a status of a megabyte": (
        "statusModule.overallStatus",
        lambda: study(nct_id=NCT_ID, overall_status=LONG),
    ),
    "an age of a megabyte": (
        "eligibilityModule.minimumAge",
        lambda: study(nct_id=NCT_ID, minimum_age=LONG),
    ),
    "an enrolment that no number holds": (
        "designModule.enrollmentInfo.count",
        lambda: study(nct_id=NCT_ID, enrollment=10**400),
    ),
    "an enrolment of more digits than are read": (
        "protocolSection.designModule.enrollmentInfo.count",
        lambda: study(nct_id=NCT_ID, enrollment=DIGITS),
    ),
    "an enrolment of as many below nought": (
        "protocolSection.designModule.enrollmentInfo.count",
        lambda: study(nct_id=NCT_ID, enrollment=f"-{DIGITS}"),
    ),
    "a longitude of more digits than are read": ("locations.geoPoint", lambda: _at(42.3, DIGITS)),
    "a title that is such a number": (
        "identificationModule.briefTitle",
        lambda: study(nct_id=NCT_ID, brief_title=DIGITS),
    ),
}
# Published as it is.
HELD: dict[str, Callable[[], Json]] = {
    "a number of more digits than are read, where nothing is": lambda: study(
        nct_id=NCT_ID, also={"protocolSection.unknown": [DIGITS, f"-{DIGITS}"]}
    ),
    "half a character in a field's name": lambda: study(
        nct_id=NCT_ID, also={f"protocolSection.{CUT_EMOJI}": "unknown"}
    ),
    "more words than a search vector holds": lambda: study(
        nct_id=NCT_ID,
        secondary_ids=[{"id": word} for word in _hyphened(0)],
        keywords=_hyphened(9_000),
        brief_summary=" ".join(_hyphened(18_000)),
        detailed_description=" ".join(_hyphened(27_000)),
    ),
}
# Set aside: an id that is one only to the eye.
OTHER_IDS = {
    "a mark in the id": "NCT9000\u200e0301",
    "a NUL in the id": "NCT9000\x000301",
    "half a character in the id": f"NCT90000301{CUT_EMOJI}",
}
