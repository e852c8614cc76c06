"""Facts for search engines, in schema.org's words (JSON-LD). No reading of ours is among them.

Sources: https://schema.org/MedicalTrial, https://schema.org/MedicalStudy.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from trials.models import Study
from trials.records import SiteRecord, StudyRecord

Data = dict[str, Any]
STATUS = {
    "RECRUITING": "Recruiting",
    "NOT_YET_RECRUITING": "NotYetRecruiting",
    "ENROLLING_BY_INVITATION": "EnrollingByInvitation",
    "ACTIVE_NOT_RECRUITING": "ActiveNotRecruiting",
    "COMPLETED": "Completed",
    "SUSPENDED": "Suspended",
    "TERMINATED": "Terminated",
    "WITHDRAWN": "Withdrawn",
}
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
MOST_PLACES = 30


def as_script(data: Data) -> SafeString:
    """The data as text for a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPED)
    return mark_safe(text)  # noqa: S308 the signs that could end it are escaped above


def study_data(study: Study, record: StudyRecord, *, address: str, registry: str) -> Data:
    """A study as a MedicalTrial (or MedicalStudy where it isn't a trial)."""
    is_trial = study.study_type == "INTERVENTIONAL"
    code = {"@type": "MedicalCode", "codeValue": study.nct_id}
    data: Data = {
        "@context": "https://schema.org",
        "@type": "MedicalTrial" if is_trial else "MedicalStudy",
        "name": study.brief_title,
        "url": settings.SITE_URL + address,
        "code": code | {"codingSystem": "ClinicalTrials.gov"},
        "sameAs": registry,
        "status": _status(study),
        "healthCondition": [
            {"@type": "MedicalCondition", "name": name} for name in record.conditions
        ],
        "studyLocation": [_place(site) for site in record.locations[:MOST_PLACES]],
        "dateModified": str(study.last_update_post_date or ""),
    }
    if study.lead_sponsor:
        data["sponsor"] = {"@type": "Organization", "name": study.lead_sponsor}
    if is_trial and (designs := _designs(record)):
        data["trialDesign"] = designs
    return {name: value for name, value in data.items() if value}


def site_data(search_address: str) -> Data:
    """The site and how to search it."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "ALS Stem Cell Trial Finder",
        "url": f"{settings.SITE_URL}/",
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{settings.SITE_URL}{search_address}?q={{q}}",
            "query-input": "required name=q",
        },
    }


def _status(study: Study) -> str:
    """schema.org's status; a starter study's is of a day long past, so it is not told as one."""
    if study.is_starter:
        return ""
    known = STATUS.get(study.overall_status)
    return f"https://schema.org/{known}" if known else study.overall_status.capitalize()


def _place(site: SiteRecord) -> Data:
    address = {
        "@type": "PostalAddress",
        "addressLocality": site.city,
        "addressRegion": site.state,
        "addressCountry": site.country_code or site.country,
    }
    kept = {name: value for name, value in address.items() if value}
    place: Data = {"@type": "AdministrativeArea", "address": kept}
    return place | ({"name": site.facility} if site.facility else {})


def _designs(record: StudyRecord) -> list[str]:
    masked = {"SINGLE": "SingleBlindedTrial", "DOUBLE": "DoubleBlindedTrial"}
    masked |= {"TRIPLE": "TripleBlindedTrial", "NONE": "OpenTrial"}
    arms = {arm.type for arm in record.arm_groups}
    places = len(record.locations)
    found = {
        "RandomizedTrial": record.design.allocation == "RANDOMIZED",
        masked.get(record.design.masking, ""): record.design.masking in masked,
        "PlaceboControlledTrial": "PLACEBO_COMPARATOR" in arms,
        "MultiCenterTrial": places > 1,
        "SingleCenterTrial": places == 1,
        "InternationalTrial": len({s.country_code for s in record.locations if s.country_code}) > 1,
    }
    return [f"https://schema.org/{name}" for name, is_so in found.items() if is_so]
