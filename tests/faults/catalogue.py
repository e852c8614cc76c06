"""The whole catalogue as values, to be compared: what readers see, without keys and clocks."""

from tests.faults.running import Rows, rows

STUDIES = """
    SELECT nct_id, snapshot_id, starter_facts, overall_status, scope, brief_title, search_names,
           search_subject, search_summary, search_detail, phases, delisted_at IS NULL
    FROM trials_study ORDER BY nct_id"""
SITES = """
    SELECT nct_id, position, facility, trials_site.status, city, country_code, latitude, longitude
    FROM trials_site JOIN trials_study ON trials_study.id = study_id ORDER BY nct_id, position"""
READINGS = """
    SELECT nct_id, version, condition, role, cell_type, tissue, donor, route, answers, corrected
    FROM trials_reading JOIN trials_study ON trials_study.id = study_id ORDER BY nct_id"""
SNAPSHOTS = "SELECT digest, news_digest, nct_id, body FROM trials_snapshot ORDER BY digest"
CHANGES = """
    SELECT nct_id, field, before, after
    FROM trials_change JOIN trials_study ON trials_study.id = study_id ORDER BY nct_id, field"""
EDITION = "SELECT data_timestamp FROM trials_edition"


def catalogue(database: str) -> dict[str, Rows]:
    """Every table that a sync writes for readers."""
    asked = {
        "studies": STUDIES,
        "sites": SITES,
        "readings": READINGS,
        "snapshots": SNAPSHOTS,
        "changes": CHANGES,
        "edition": EDITION,
    }
    return {name: rows(database, sql) for name, sql in asked.items()}
