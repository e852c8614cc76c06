"""The posted results of an invented two-arm study: flow, outcomes, adverse events."""

from typing import Any

from tests.records.parts import Json

ARMS = ("Cells", "Placebo")
AT_RISK = (20, 19)


def groups(prefix: str) -> list[Json]:
    """The two arms as the results call them: OG000 and OG001, EG000 and EG001 ..."""
    return [
        {"id": f"{prefix}{number:03d}", "title": title, "description": f"People given {title}."}
        for number, title in enumerate(ARMS)
    ]


def denominators(prefix: str) -> list[Json]:
    counts = [
        {"groupId": f"{prefix}{number:03d}", "value": str(count)}
        for number, count in enumerate(AT_RISK)
    ]
    return [{"units": "Participants", "counts": counts}]


def outcome_measure(title: str, values: tuple[str, str], *, kind: str = "PRIMARY") -> Json:
    measurements = [
        {"groupId": f"OG{number:03d}", "value": value, "spread": "1.5"}
        for number, value in enumerate(values)
    ]
    return {
        "type": kind,
        "title": title,
        "description": "Change from the start of the study. A lower score means more weakness.",
        "populationDescription": "Everyone who got at least one dose.",
        "reportingStatus": "POSTED",
        "paramType": "MEAN",
        "dispersionType": "Standard Deviation",
        "unitOfMeasure": "points on the ALSFRS-R",
        "timeFrame": "6 months",
        "groups": groups("OG"),
        "denoms": denominators("OG"),
        "classes": [{"categories": [{"measurements": measurements}]}],
        "analyses": [analysis()],
    }


def analysis() -> Json:
    return {
        "groupIds": ["OG000", "OG001"],
        "testedNonInferiority": False,
        "nonInferiorityType": "SUPERIORITY",
        "pValue": "0.62",
        "statisticalMethod": "ANCOVA",
        "paramType": "Mean Difference (Final Values)",
        "paramValue": "0.4",
        "ciPctValue": "95",
        "ciNumSides": "TWO_SIDED",
        "ciLowerLimit": "-1.1",
        "ciUpperLimit": "1.9",
    }


def adverse_event(term: str, organ_system: str, affected: tuple[int, int]) -> Json:
    stats = [
        {"groupId": f"EG{number:03d}", "numEvents": count, "numAffected": count, "numAtRisk": risk}
        for number, (count, risk) in enumerate(zip(affected, AT_RISK, strict=True))
    ]
    return {
        "term": term,
        "organSystem": organ_system,
        "sourceVocabulary": "MedDRA 26.0",
        "assessmentType": "SYSTEMATIC_ASSESSMENT",
        "stats": stats,
    }


def adverse_events() -> Json:
    deaths, serious, other = (1, 1), (4, 3), (15, 9)
    event_groups = [
        group
        | {"deathsNumAffected": deaths[at], "deathsNumAtRisk": AT_RISK[at]}
        | {"seriousNumAffected": serious[at], "seriousNumAtRisk": AT_RISK[at]}
        | {"otherNumAffected": other[at], "otherNumAtRisk": AT_RISK[at]}
        for at, group in enumerate(groups("EG"))
    ]
    return {
        "frequencyThreshold": "5",
        "timeFrame": "From the first dose to 12 months after it",
        "eventGroups": event_groups,
        "seriousEvents": [adverse_event("Pneumonia", "Infections and infestations", (4, 3))],
        "otherEvents": [adverse_event("Headache", "Nervous system disorders", (15, 9))],
    }


def participant_flow() -> Json:
    def milestone(kind: str, counts: tuple[int, int]) -> Json:
        return {
            "type": kind,
            "achievements": [
                {"groupId": f"FG{number:03d}", "numSubjects": str(count)}
                for number, count in enumerate(counts)
            ],
        }

    kinds: list[Any] = [milestone("STARTED", AT_RISK), milestone("COMPLETED", (17, 16))]
    kinds.append(milestone("NOT COMPLETED", (3, 3)))
    return {"groups": groups("FG"), "periods": [{"title": "Overall Study", "milestones": kinds}]}


def posted_results() -> Json:
    """A complete `resultsSection`."""
    return {
        "participantFlowModule": participant_flow(),
        "baselineCharacteristicsModule": {"groups": groups("BG"), "denoms": denominators("BG")},
        "outcomeMeasuresModule": {
            "outcomeMeasures": [
                outcome_measure("ALSFRS-R at 6 months", ("-4.1", "-4.5")),
                outcome_measure("ALSFRS-R at 12 months", ("-8.0", "-8.3"), kind="SECONDARY"),
            ]
        },
        "adverseEventsModule": adverse_events(),
        "moreInfoModule": {
            "limitationsAndCaveats": {"description": "Few people took part."},
            "certainAgreement": {"piSponsorEmployee": False, "restrictiveAgreement": False},
            "pointOfContact": {
                "title": "Study Contact",
                "organization": "Example University",
                "email": "contact@example.org",
                "phone": "555-010-0100",
            },
        },
    }
