"""The floor of an export: Postgres writes the CSV by itself, one row a site."""

from __future__ import annotations

from typing import IO

from django.db import connection

COLUMNS = (
    *("nct_id", "brief_title", "overall_status", "start_date", "study_type", "phases"),
    *("lead_sponsor", "condition", "role", "cell_type", "site_facility", "site_status"),
    *("site_city", "site_state", "site_country", "site_latitude", "site_longitude"),
)
COPY = """
    COPY (
        SELECT nct_id, brief_title, overall_status, start_date, study_type,
            array_to_string(phases, '; '), lead_sponsor, condition, role,
            array_to_string(cell_type, '; '), site.facility, site.status, site.city, site.state,
            site.country, site.latitude, site.longitude
        FROM trials_study AS study
        JOIN trials_reading AS reading ON reading.study_id = study.id
        LEFT JOIN trials_site AS site ON site.study_id = study.id
        WHERE scope <> 'left_out' AND delisted_at IS NULL
        ORDER BY study.id, site.position
    ) TO STDOUT (FORMAT csv, FORCE_QUOTE *)"""


def export(file: IO[bytes]) -> None:
    """Every listed study's sites; a study without any has one row."""
    with connection.cursor() as cursor:
        cursor.copy_expert(COPY, file)
