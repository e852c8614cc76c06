"""From a record to the columns that the site searches by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models.base import ModelState

from trials.models import Site, Study
from trials.models.own_columns import bare
from trials.places import locate_city
from trials.records import DateStruct, SiteRecord, StudyRecord
from trials.records.states import state_code

# Bytes of each part of the search vector, which holds 1 MB: a word of one hyphen is in it as a
# whole and by its halves, up to 3.7 times as long as it is with the blank behind it.
MOST_NAMES, MOST_SUBJECT, MOST_SUMMARY, MOST_DETAIL = 20_000, 50_000, 90_000, 100_000


def fill_study(study: Study, record: StudyRecord) -> None:
    """Set the study's columns from its record; saves nothing."""
    names, status = record.identification, record.status
    study.nct_id = record.nct_id
    study.nct_id_aliases = list(names.nct_id_aliases)
    study.brief_title, study.official_title = names.brief_title, names.official_title
    study.acronym = names.acronym
    study.overall_status = status.overall_status[:40]
    study.last_known_status = status.last_known_status[:40]
    study.study_type = record.design.study_type[:40]
    study.phases = [phase[:40] for phase in record.design.phases]
    study.lead_sponsor = record.sponsors.lead_sponsor.name if record.sponsors.lead_sponsor else ""
    study.has_results = record.has_results
    study.status_verified_date = str(status.status_verified_date or "")
    study.start_date = _text(status.start_date)
    study.primary_completion_date = _text(status.primary_completion_date)
    study.last_update_post_date = _day(status.last_update_post_date)
    study.site_places = sorted(set(_site_places(record.locations)))
    _fill_search(study, record)


def _site_places(sites: Iterable[SiteRecord]) -> Iterator[str]:
    """The country of each site that has one, and its state: "US", "US-MA"."""
    for site in sites:
        if site.country_code:
            yield site.country_code
            if state := state_code(site.state, site.country_code):
                yield f"{site.country_code}-{state}"


def _text(struct: DateStruct | None) -> str:
    return str(struct.date) if struct else ""


def _day(struct: DateStruct | None) -> date | None:
    return struct.date.earliest if struct else None


def _fill_search(study: Study, record: StudyRecord) -> None:
    study.search_names = _joined(
        [*record.titles, record.identification.acronym, record.nct_id, *_other_ids(record)],
        MOST_NAMES,
    )
    study.search_subject = _joined(_subject(record), MOST_SUBJECT)
    arms = (arm.description for arm in record.arm_groups)
    study.search_summary = _joined([record.brief_summary, *arms], MOST_SUMMARY)
    study.search_detail = _joined(
        [record.detailed_description, *_where(record.locations)], MOST_DETAIL
    )


def _other_ids(record: StudyRecord) -> Iterator[str]:
    yield from record.identification.nct_id_aliases
    yield record.identification.org_study_id
    yield from (other.id for other in record.identification.secondary_ids)


def _subject(record: StudyRecord) -> Iterator[str]:
    yield from record.conditions
    yield from record.keywords
    for intervention in record.interventions:
        yield intervention.name
        yield from intervention.other_names
    if record.sponsors.lead_sponsor:
        yield record.sponsors.lead_sponsor.name
    yield from (agency.name for agency in record.sponsors.collaborators)


def _where(sites: Iterable[SiteRecord]) -> Iterator[str]:
    for site in sites:
        yield from (site.facility, site.city, site.state, site.country)


def _joined(parts: Iterable[str], most: int) -> str:
    text = "\n".join(part for part in parts if part)
    if 4 * len(text) <= most:  # four bytes a character at most
        return text
    return text.encode()[:most].decode(errors="ignore")


def sites_of(study: Study, record: StudyRecord) -> Iterator[Site]:
    """The sites of a study that has its key, unsaved; a city's point where the record has none."""
    for position, site in enumerate(record.locations):
        point = (site.geo_point.lat, site.geo_point.lon) if site.geo_point else None
        found = point or locate_city(site.city, site.state, site.country_code)
        yield bare(
            Site,
            _state=ModelState(),
            id=None,
            study_id=study.pk,
            position=position,
            facility=site.facility,
            status=site.status[:40],
            city=site.city,
            state=site.state,
            state_code=state_code(site.state, site.country_code) or "",
            zip=site.zip,
            country=site.country,
            country_code=site.country_code,
            latitude=found[0] if found else None,
            longitude=found[1] if found else None,
            is_approximate=found is not None and point is None,
        )
