"""The SQL of the page, as somebody writes it who knows Postgres and these tables well.

Filters that nobody set share one pass (GROUPING SETS); each one that is set is counted by
itself, without its own condition.
"""

# Text of our own; what somebody asked for is a parameter.
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.peers.by_hand.asking import Asked
from trials.places.distance import bounding_box

KIND = """CASE WHEN s.scope = 'listed' THEN ARRAY['stem_cells']::varchar[]
    WHEN s.scope = 'unclear' THEN ARRAY['unclear']::varchar[]
    ELSE array_remove(ARRAY[CASE WHEN r.condition = 'mnd_other' THEN 'mnd_other' END,
        nullif(r.role, 'stem_cells_given')]::varchar[], NULL) END"""
COLUMNS = {
    "kind": KIND,
    "status": "s.overall_status",
    "phase": "CASE WHEN s.phases = '{}' THEN '{NO_PHASE}' ELSE s.phases END",
    "cell": "r.cell_type",
    "tissue": "r.tissue",
    "donor": "r.donor",
    "route": "r.route",
    "results": "CASE WHEN s.has_results THEN 'yes' ELSE 'no' END",
}
SCALARS = ("status", "donor", "results")
RANK = """coalesce(array_position(ARRAY['RECRUITING', 'AVAILABLE', 'NOT_YET_RECRUITING',
    'ENROLLING_BY_INVITATION', 'RECRUITING_LAST_KNOWN', 'ACTIVE_NOT_RECRUITING', 'SUSPENDED',
    'TEMPORARILY_NOT_AVAILABLE', 'UNKNOWN', 'COMPLETED']::varchar[], s.overall_status), 99)"""
DISTANCE = """2 * 6371.0088 * asin(sqrt(least(1, sin(radians(t.latitude - %(lat)s) / 2) ^ 2
    + cos(radians(%(lat)s)) * cos(radians(t.latitude))
    * sin(radians(t.longitude - %(lon)s) / 2) ^ 2)))"""
PLACE = "SELECT * FROM trials_place WHERE slug = %s"
LEFT_OUT = """
    SELECT r.condition = 'not_als' AS is_not_als, count(*)
    FROM trials_study s JOIN trials_reading r ON r.study_id = s.id
    WHERE s.delisted_at IS NULL AND s.scope = 'left_out' GROUP BY 1"""
EDITION = "SELECT data_timestamp FROM trials_edition WHERE id = 1"
CARDS = """
    SELECT s.id, s.nct_id, s.brief_title, s.overall_status, s.study_type, s.phases, s.scope,
        s.lead_sponsor, s.last_update_post_date, s.status_verified_date,
        r.condition, r.role, r.cell_type, r.tissue, r.donor, r.route
    FROM trials_study s JOIN trials_reading r ON r.study_id = s.id WHERE s.id = ANY(%s)"""
SITES = """
    SELECT study_id, facility, status, city, state, country, country_code, latitude, longitude,
        is_approximate, position
    FROM trials_site WHERE study_id = ANY(%s) ORDER BY study_id, position"""


def set_filters(asked: Asked) -> dict[str, str]:
    """Filter -> condition over m, of those that are set."""
    found = {"kind": "m.kind && %(kind)s::varchar[]"} if asked["kind"] else {"kind": "m.is_listed"}
    for name in ("status", "phase", "cell", "tissue", "donor", "route"):
        if asked[name]:
            is_one = name in SCALARS
            found[name] = f"m.{name} {'= ANY(%(' if is_one else '&& (%('}{name})s::varchar[])"
    if asked["results"]:
        found["results"] = f"m.results = '{asked['results']}'"
    if asked["since"]:
        found["since"] = "m.updated >= %(since)s"
    return found


def in_country(asked: Asked) -> str:
    if not (asked["country"] or asked["state"]):
        return ""
    if not asked["state"]:
        return "t.country_code = ANY(%(country)s)"
    in_state = "t.country_code || '-' || t.state_code = ANY(%(state)s)"
    return f"(t.country_code = ANY(%(whole)s) OR {in_state})"


def in_reach(point: tuple[float, float] | None, km: float | None) -> str:
    if point is None:
        return ""
    if km is None:
        return "t.latitude IS NOT NULL"
    box = bounding_box(*point, km)
    east = " OR ".join(f"t.longitude BETWEEN {w!r} AND {e!r}" for w, e in box.longitudes)
    inside = f"t.latitude BETWEEN {box.south!r} AND {box.north!r} AND ({east})"
    return f"({inside} AND {DISTANCE} <= %(km)s)"


class Page:
    """The one statement of one page: rows of (what, value or array, number, distance)."""

    def __init__(
        self, asked: Asked, words: str, point: tuple[float, float] | None, km: float | None
    ) -> None:
        self.asked, self.words = asked, words
        self.set = set_filters(asked)
        self.country, self.reach = in_country(asked), in_reach(point, km)
        self.has_place = bool(self.country or self.reach)
        self.site_status = (
            "(t.status = '' OR t.status = ANY(%(status)s))" if asked["status"] else ""
        )

    def sql(self) -> str:
        return self.joined([self.hits(), self.total(), *self.counts()])

    def counts_sql(self) -> str:
        return self.joined([*self.counts()])

    def counts(self) -> Iterator[str]:
        yield self.unset()
        yield from self.one_by_one()
        yield from self.places()

    def joined(self, parts: list[str]) -> str:
        joined = " UNION ALL ".join(f"({part})" for part in parts)
        return f"WITH {self.at() if self.has_place else ''} m AS MATERIALIZED ({self.m()}) {joined}"

    def m(self) -> str:
        columns = ", ".join(f"{sql} AS {name}" for name, sql in COLUMNS.items())
        words = f"AND s.search_vector @@ ({self.words})" if self.words else ""
        at = "LEFT JOIN at ON at.study_id = s.id" if self.has_place else ""
        flags = "NULL::float AS distance"
        if at:
            flags = "at.here, at.own, at.any_status, at.any_country, at.any_distance, at.distance"
        return f"""
            SELECT s.id, s.nct_id, s.last_update_post_date AS updated, {RANK} AS rank,
                s.scope = 'listed' AS is_listed, s.site_places, {columns}, {flags}
            FROM trials_study s JOIN trials_reading r ON r.study_id = s.id {at}
            WHERE s.delisted_at IS NULL AND s.scope <> 'left_out' {words}"""

    def at(self) -> str:
        country, reach = self.country or "TRUE", self.reach or "TRUE"
        status = self.site_status or "TRUE"
        distance = DISTANCE if self.reach else "NULL::float"
        either = "OR" if self.country and self.reach else "AND"
        return f"""at AS (
            SELECT t.study_id, bool_or({country} AND {reach} AND {status}) AS here,
                bool_or({country} AND {reach}
                    AND (t.status = '' OR t.status = s.overall_status)) AS own,
                bool_or({country} AND {reach}) AS any_status,
                bool_or({reach} AND {status}) AS any_country,
                bool_or({country} AND {status}) AS any_distance,
                min({distance}) FILTER (WHERE {country} AND {reach} AND {status}) AS distance
            FROM trials_site t JOIN trials_study s ON s.id = t.study_id
            WHERE {country} {either} {reach} GROUP BY t.study_id),"""

    def where(self, but: str = "") -> str:
        kept = [sql for name, sql in self.set.items() if name != but]
        column = {"country": "any_country", "status": "own"}.get(but, "here")
        if self.has_place and not (but == "country" and not self.reach):
            kept.append(f"m.{column}")
        return " AND ".join(kept) or "TRUE"

    def hits(self) -> str:
        words = f"ts_rank(v.search_vector, {self.words}) DESC, " if self.words else ""
        order = f"m.rank, {words}m.updated DESC NULLS LAST, m.nct_id"
        if self.asked["sort"] == "updated":
            order = f"m.updated DESC NULLS LAST, {order}"
        elif self.reach and self.asked["sort"] in ("", "nearest"):
            order = f"m.distance NULLS LAST, {order}"
        joined = "JOIN trials_study v USING (id)" if words else ""
        return f"""
            SELECT 'hit', ARRAY[id::text], n, distance FROM (
                SELECT m.id, m.distance, row_number() OVER (ORDER BY {order}) AS n
                FROM m {joined} WHERE {self.where()} ORDER BY n
                LIMIT 20 OFFSET %(start)s) h"""

    def total(self) -> str:
        return f"SELECT 'total', NULL, count(*), NULL FROM m WHERE {self.where()}"

    def unset(self) -> str:
        """All the filters that nobody set, in one pass."""
        names = [name for name in COLUMNS if name not in self.set and not self.is_own(name)]
        which = " ".join(
            f"WHEN {2 ** len(names) - 1 - 2 ** (len(names) - 1 - place)} THEN '{name}'"
            for place, name in enumerate(names)
        )
        columns = ", ".join(f"m.{name}" for name in names)
        return f"""
            SELECT CASE grouping({columns}) {which} END,
                coalesce({", ".join(map(_array, names))}, '{{}}'), count(*), NULL
            FROM m WHERE {self.where()}
            GROUP BY GROUPING SETS ({", ".join(f"(m.{name})" for name in names)})"""

    def is_own(self, name: str) -> bool:
        """The counts of statuses go by each study's own status at the place."""
        return name == "status" and self.has_place

    def one_by_one(self) -> Iterator[str]:
        for name in COLUMNS:
            if name in self.set or self.is_own(name):
                yield f"""
                    SELECT '{name}', coalesce({_array(name)}, '{{}}'), count(*), NULL
                    FROM m WHERE {self.where(name)} GROUP BY m.{name}"""

    def places(self) -> Iterator[str]:
        """Of the sites that count; where all of them do, each study has its places in a column."""
        yield self.places_of_sites() if self.reach or self.site_status else self.all_places()

    def all_places(self) -> str:
        return f"""
            SELECT CASE WHEN length(place) = 2 THEN 'country' ELSE 'state' END,
                ARRAY[place], count(*), NULL
            FROM (SELECT unnest(m.site_places) AS place FROM m WHERE {self.where("country")}) d
            GROUP BY place"""

    def places_of_sites(self) -> str:
        kept = [self.where("country"), "t.country_code <> ''", self.reach, self.site_status]
        where = " AND ".join(sql for sql in kept if sql)
        return f"""
            SELECT CASE WHEN by_country THEN 'country' ELSE 'state' END,
                ARRAY[country_code || CASE WHEN by_country THEN '' ELSE '-' || state_code END],
                count(*), NULL
            FROM (
                SELECT t.country_code, t.state_code, grouping(t.state_code) = 1 AS by_country
                FROM m JOIN trials_site t ON t.study_id = m.id WHERE {where}
                GROUP BY GROUPING SETS (
                    (t.study_id, t.country_code), (t.study_id, t.country_code, t.state_code))) d
            WHERE by_country OR state_code <> ''
            GROUP BY by_country, country_code, state_code"""


def _array(name: str) -> str:
    """As an array; NULL where there is no value, or none in this grouping set."""
    if name in SCALARS:
        return f"CASE WHEN m.{name} IS NOT NULL THEN ARRAY[m.{name}]::text[] END"
    return f"m.{name}::text[]"
