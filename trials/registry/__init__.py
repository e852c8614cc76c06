"""ClinicalTrials.gov: the only room that speaks HTTP. See README.md beside this file."""
