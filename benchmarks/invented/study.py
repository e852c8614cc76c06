"""One invented study: its record, as the registry would send it, and what we would read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.invented import choices
from benchmarks.invented.choices import one_of
from benchmarks.invented.places import Town, some_towns
from benchmarks.invented.words import sentences, some_words

FIRST_ID = 90_000_000  # ids from here up are test studies; see sync.crawl
TODAY = date(2026, 11, 20)
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """The six answers of the codebook, as models.Reading keeps them."""

    condition: str | None
    role: str | None
    cell_type: tuple[str, ...]
    tissue: tuple[str, ...]
    donor: str | None
    route: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invented:
    record: Json
    read: Read


def invented(number: int) -> Invented:
    """The study of this number, from 0; always the same."""
    chance = Random(20_261_122 + number)
    read = _read(chance)
    return Invented(_record(chance, f"NCT{FIRST_ID + number}", read), read)


def _read(chance: Random) -> Read:
    condition, role = one_of(chance, choices.CONDITION), one_of(chance, choices.ROLE)
    if role in ("no_cells", "mobilises_own_cells", "cells_in_lab_only"):
        return Read(condition, role, ("none",), ("none",), "none", ("none",))
    return Read(
        condition,
        role,
        one_of(chance, choices.CELL),
        one_of(chance, choices.TISSUE),
        one_of(chance, choices.DONOR),
        one_of(chance, choices.ROUTE),
    )


def _record(chance: Random, nct_id: str, read: Read) -> Json:
    status = one_of(chance, choices.STATUS)
    given = [choices.GIVEN_NAMES.get(cell, "Riluzole") for cell in read.cell_type]
    has_results = status in ("COMPLETED", "TERMINATED") and chance.random() < 0.15
    return {
        "protocolSection": {
            "identificationModule": _names(chance, nct_id, read, given),
            "statusModule": _status(chance, status),
            "sponsorCollaboratorsModule": _sponsors(chance),
            "oversightModule": {"oversightHasDmc": chance.random() < 0.6},
            "descriptionModule": _description(chance, given, read),
            "conditionsModule": _conditions(chance, read),
            "designModule": _design(chance),
            "armsInterventionsModule": _arms(chance, given),
            "outcomesModule": _outcomes(chance),
            "eligibilityModule": _eligibility(chance),
            "contactsLocationsModule": _where(chance, status),
        },
        "derivedSection": {"miscInfoModule": {"versionHolder": TODAY.isoformat()}},
        "hasResults": has_results,
    }


def _names(chance: Random, nct_id: str, read: Read, given: list[str]) -> Json:
    word = some_words(chance, 1)[0].capitalize()
    title = chance.choice(choices.TITLES).format(
        cells=given[0],
        disease="ALS" if chance.random() < 0.4 else choices.CONDITION_NAMES[read.condition][0],
        route=read.route[0].replace("_", " "),
        tissue=read.tissue[0].replace("_", " "),
        word=word,
    )
    return {
        "nctId": nct_id,
        "orgStudyIdInfo": {"id": f"{word[:4].upper()}-{chance.randrange(1000):03}"},
        "briefTitle": title,
        "officialTitle": f"{title}: {sentences(chance, 16)}",
    }


def _status(chance: Random, status: str) -> Json:
    updated = TODAY - timedelta(days=int(chance.expovariate(1 / 700)))
    start = updated - timedelta(days=chance.randrange(30, 1500))
    end = start + timedelta(days=chance.randrange(300, 1600))
    return {
        "statusVerifiedDate": f"{updated:%Y-%m}",
        "overallStatus": status,
        "startDateStruct": {"date": f"{start:%Y-%m}", "type": "ACTUAL"},
        "primaryCompletionDateStruct": {"date": f"{end:%Y-%m}", "type": "ESTIMATED"},
        "completionDateStruct": {"date": f"{end:%Y-%m}", "type": "ESTIMATED"},
        "studyFirstPostDateStruct": {"date": start.isoformat(), "type": "ACTUAL"},
        "lastUpdatePostDateStruct": {"date": updated.isoformat(), "type": "ACTUAL"},
    }


def _sponsors(chance: Random) -> Json:
    first, second, third = some_words(chance, 3)
    module: Json = {
        "responsibleParty": {"type": "SPONSOR"},
        "leadSponsor": {"name": f"Example University of {first.capitalize()}", "class": "OTHER"},
    }
    if chance.random() < 0.3:
        name = f"Example {second.capitalize()} {third.capitalize()} Foundation"
        module["collaborators"] = [{"name": name, "class": "OTHER"}]
    return module


def _description(chance: Random, given: list[str], read: Read) -> Json:
    names = (*given, *choices.CONDITION_NAMES[read.condition], read.tissue[0].replace("_", " "))
    return {
        "briefSummary": sentences(chance, 60, *names),
        "detailedDescription": sentences(chance, int(chance.lognormvariate(5, 0.8)), *given),
    }


def _conditions(chance: Random, read: Read) -> Json:
    return {
        "conditions": list(choices.CONDITION_NAMES[read.condition]),
        "keywords": ["ALS", "cell therapy", *some_words(chance, 3)],
    }


def _design(chance: Random) -> Json:
    study_type = one_of(chance, choices.TYPE)
    module: Json = {
        "studyType": study_type,
        "enrollmentInfo": {"count": int(chance.lognormvariate(3.3, 0.9)), "type": "ESTIMATED"},
    }
    if study_type == "INTERVENTIONAL":
        phases: choices.Several = one_of(chance, choices.PHASES)
        module["phases"] = list(phases)
        module["designInfo"] = {
            "allocation": chance.choice(("RANDOMIZED", "NA", "NON_RANDOMIZED")),
            "interventionModel": chance.choice(("PARALLEL", "SINGLE_GROUP", "SEQUENTIAL")),
            "primaryPurpose": "TREATMENT",
            "maskingInfo": {"masking": chance.choice(("NONE", "DOUBLE", "QUADRUPLE"))},
        }
    return module


def _arms(chance: Random, given: list[str]) -> Json:
    labels = [f"Dose {number}" for number in range(1, chance.randrange(2, 4))]
    return {
        "armGroups": [
            {
                "label": label,
                "type": "EXPERIMENTAL",
                "description": sentences(chance, 20),
                "interventionNames": [f"Biological: {name}" for name in given],
            }
            for label in labels
        ],
        "interventions": [
            {
                "type": "BIOLOGICAL",
                "name": name,
                "description": sentences(chance, 20),
                "armGroupLabels": labels,
            }
            for name in given
        ],
    }


def _outcomes(chance: Random) -> Json:
    def some(count: int) -> list[Json]:
        return [
            {
                "measure": sentences(chance, 7),
                "description": sentences(chance, 22),
                "timeFrame": f"{chance.randrange(1, 25)} months",
            }
            for _ in range(count)
        ]

    return {"primaryOutcomes": some(chance.randrange(1, 3)), "secondaryOutcomes": some(5)}


def _eligibility(chance: Random) -> Json:
    values = {
        "age": chance.choice((70, 75, 80)),
        "months": chance.choice((12, 18, 24, 36)),
        "percent": chance.choice((50, 60, 65, 70)),
        "days": chance.choice((30, 60, 90)),
        "score": chance.choice((25, 30, 35)),
        "years": chance.choice((2, 5)),
    }
    asked = [line.format(**values) for line in chance.sample(choices.CRITERIA, 5)]
    barred = [line.format(**values) for line in chance.sample(choices.EXCLUSIONS, 4)]
    lines = ["Inclusion Criteria:", "", *(f"* {line}" for line in asked), ""]
    lines += ["Exclusion Criteria:", "", *(f"* {line}" for line in barred), ""]
    return {
        "eligibilityCriteria": "\n".join([*lines, sentences(chance, 40)]),
        "healthyVolunteers": False,
        "sex": "ALL",
        "minimumAge": "18 Years",
        "maximumAge": f"{values['age']} Years",
        "stdAges": ["ADULT", "OLDER_ADULT"],
    }


def _where(chance: Random, status: str) -> Json:
    towns = some_towns(chance, _number_of_sites(chance))
    module: Json = {"locations": [_site(chance, town, status) for town in towns]}
    if status in ("RECRUITING", "NOT_YET_RECRUITING"):
        module["centralContacts"] = [
            {"name": "Study Contact", "role": "CONTACT", "email": "contact@example.org"}
        ]
    return module


def _number_of_sites(chance: Random) -> int:
    """About six on average: half of the studies have one, a few have dozens."""
    if chance.random() < 0.02:
        return 0
    return min(120, max(1, int(chance.lognormvariate(0.75, 1.45))))


def _site(chance: Random, town: Town, study_status: str) -> Json:
    site: Json = {
        "facility": f"Example {some_words(chance, 1)[0].capitalize()} Hospital",
        "city": town.city,
        "country": town.country,
        "geoPoint": {"lat": town.latitude, "lon": town.longitude},
    }
    if town.state:
        site["state"] = town.state
    if study_status == "RECRUITING" and (status := one_of(chance, choices.SITE_STATUS)):
        site["status"] = status
    return site
