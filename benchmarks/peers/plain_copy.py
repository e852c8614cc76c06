"""The floor of storing a crawl: each record parsed, and copied whole into plain tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django.db import connection

TABLES = """
    DROP TABLE IF EXISTS plain_site;
    DROP TABLE IF EXISTS plain_study;
    CREATE TABLE plain_study (nct_id text PRIMARY KEY, body jsonb NOT NULL);
    CREATE TABLE plain_site (
        nct_id text NOT NULL, position int NOT NULL, facility text, city text, state text,
        zip text, country text, latitude float8, longitude float8,
        PRIMARY KEY (nct_id, position)
    );
"""
TEXTS = ("facility", "city", "state", "zip", "country")


def make_tables() -> None:
    """Two tables with their keys, empty."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)


def store(bodies: Iterable[bytes]) -> None:
    """The bytes of each record, and its sites in columns; no index but the keys'."""
    studies, sites = StringIO(), StringIO()
    study_rows, site_rows = csv.writer(studies), csv.writer(sites)
    for body in bodies:
        protocol = json.loads(body)["protocolSection"]
        nct_id = protocol["identificationModule"]["nctId"]
        study_rows.writerow([nct_id, body.decode()])
        places = protocol.get("contactsLocationsModule", {}).get("locations", ())
        site_rows.writerows(_site(nct_id, number, site) for number, site in enumerate(places))
    with connection.cursor() as cursor:
        for table, text in (("plain_study", studies), ("plain_site", sites)):
            text.seek(0)
            cursor.copy_expert(f"COPY {table} FROM STDIN (FORMAT csv)", text)


def _site(nct_id: str, position: int, site: dict[str, Any]) -> list[Any]:
    point = site.get("geoPoint") or {}
    texts = [site.get(name) for name in TEXTS]
    return [nct_id, position, *texts, point.get("lat"), point.get("lon")]
