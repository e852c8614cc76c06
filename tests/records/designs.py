"""Study designs that several invented studies share."""

RANDOMIZED = {
    "allocation": "RANDOMIZED",
    "interventionModel": "PARALLEL",
    "primaryPurpose": "TREATMENT",
    "maskingInfo": {
        "masking": "QUADRUPLE",
        "whoMasked": ["PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR", "OUTCOMES_ASSESSOR"],
    },
}
