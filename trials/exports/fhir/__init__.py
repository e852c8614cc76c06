"""FHIR R4 ResearchStudy, after HL7's own mapping of ClinicalTrials.gov.

Source of the mapping: https://hl7.org/fhir/R4/researchstudy-mappings.html ("clinicaltrials-gov").
"""

from trials.exports.fhir.bundle import CONTENT_TYPE, bundle_bytes
from trials.exports.fhir.research_study import research_study

__all__ = ["CONTENT_TYPE", "bundle_bytes", "research_study"]
