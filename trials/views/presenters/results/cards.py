"""One study in the list: what people decide by, and the way to its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from trials.models import Reading, Study
from trials.search.results import Hit, HitSite
from trials.search.said import said as _
from trials.search.words import CELL, DONOR, KIND, PHASE, ROUTE, STATUS, TISSUE, word
from trials.views.presenters.addresses import study_address
from trials.views.presenters.dates import day_in_words
from trials.views.presenters.results.distances import distance_in_words
from trials.views.presenters.statuses import StatusMark, mark_of
from trials.views.presenters.verified import starter_note, unconfirmed
from trials.views.presenters.wording import countries, listed, lowered, worded

UNSAID = ("not_stated", "none")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card; ``is_registrys``: the text is the registry's own (in English)."""

    label: str
    text: str
    is_registrys: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The labels are those of buttons and of a tick; people say them aloud."""

    number: int
    nct_id: str
    title: str
    address: str
    open_label: str
    save_label: str
    compare_label: str
    mark: StatusMark
    notes: tuple[str, ...]
    facts: tuple[Fact, ...]


def card(hit: Hit, *, unit: str, today: date) -> Card:
    """The card of one hit; ``unit`` is 'mi' or 'km'."""
    study = hit.study
    return Card(
        number=hit.number,
        nct_id=study.nct_id,
        title=study.brief_title,
        address=study_address(study.nct_id),
        open_label=_open_label(study, hit.number),
        save_label=_("Save %(number)s to my list") % {"number": hit.number},
        compare_label=_("Compare %(number)s") % {"number": hit.number},
        mark=mark_of(study),
        notes=tuple(note for note in _notes(study, today) if note),
        facts=tuple(_facts(hit, unit)),
    )


def _open_label(study: Study, number: int) -> str:
    if study.study_type == "INTERVENTIONAL":
        return _("Open trial %(number)s") % {"number": number}
    return _("Open study %(number)s") % {"number": number}


def _notes(study: Study, today: date) -> Iterator[str]:
    if study.study_type == "OBSERVATIONAL":
        yield _("This study watches people. It gives no treatment.")
    if study.study_type == "EXPANDED_ACCESS":
        yield _("Expanded access: people get what is still in tests, but not in a trial.")
    yield _kind_note(study)
    yield starter_note(study)
    yield unconfirmed(study, today)


def _kind_note(study: Study) -> str:
    """What the study is where it is not stem cells for ALS; such a study is never unmarked."""
    if study.scope == "listed":
        return ""
    if study.scope == "unclear":
        return _("We could not tell if this study gives stem cells to people with ALS.")
    if study.reading.condition == "mnd_other":
        return _("For another motor neuron disease, not for ALS.")
    return _("Not stem cells given: %(kind)s.") % {
        "kind": lowered(word(KIND, study.reading.role or ""))
    }


def _facts(hit: Hit, unit: str) -> Iterator[Fact]:
    study = hit.study
    yield Fact(_("Phase"), phases(study))
    yield Fact(_("Cells"), cells(study.reading))
    if routes := [code for code in study.reading.route if code not in UNSAID]:
        yield Fact(_("Given"), worded(ROUTE, routes))
    yield from _where(hit, unit)
    if study.lead_sponsor:
        yield Fact(_("Run by"), study.lead_sponsor, is_registrys=True)
    if study.last_update_post_date:
        yield Fact(_("Last change"), day_in_words(study.last_update_post_date))


def phases(study: Study) -> str:
    """'Phase 1 and phase 2'; said outright where there is none."""
    if study.is_starter and not study.phases:
        return _("Not known here yet")
    return worded(PHASE, study.phases or ["NO_PHASE"])


def cells(reading: Reading) -> str:
    """'Mesenchymal cells (MSC), from bone marrow, your own cells (autologous)'."""
    if not reading.cell_type:
        return _("We could not tell which cells")
    parts = [worded(CELL, reading.cell_type)]
    tissue = [code for code in reading.tissue if code not in UNSAID]
    if tissue:
        parts.append(_("from %(tissue)s") % {"tissue": lowered(worded(TISSUE, tissue))})
    if reading.donor in ("autologous", "allogeneic", "both"):
        parts.append(lowered(word(DONOR, reading.donor)))
    return ", ".join(parts)


def _where(hit: Hit, unit: str) -> Iterator[Fact]:
    if hit.nearest and hit.distance_km is not None:
        yield Fact(_("Distance"), distance_in_words(hit.distance_km, unit=unit, site=hit.nearest))
        yield Fact(_("Nearest place"), site_name(hit.nearest), is_registrys=True)
        yield Fact(_("Status there"), site_status(hit.nearest))
    yield Fact(_("Where"), _places(hit))


def site_name(site: HitSite) -> str:
    """'Example Hospital, Boston, Massachusetts'"""
    return ", ".join(part for part in (site.facility, site.city, site.state) if part)


def site_status(site: HitSite) -> str:
    """The site's own status; the study's never stands in for it."""
    return word(STATUS, site.status) if site.status else _("Not stated for this place")


def _places(hit: Hit) -> str:
    if not hit.sites:
        if hit.study.is_starter:
            return _("Places are not known yet: see the registry")
        return _("No place is listed")
    where = countries({site.country_code for site in hit.sites if site.country_code})
    if hit.study.is_starter and not any(site.city for site in hit.sites):
        return _("%(where)s; the places there are not known yet") % {"where": where}
    cities = sorted({site.city for site in hit.sites if site.city})
    if len(hit.sites) > 3 or not cities:
        places = ngettext("%(count)s place", "%(count)s places", len(hit.sites))
        where = places % {"count": len(hit.sites)} + (f": {where}" if where else "")
    else:
        where = f"{listed(cities)}; {where}" if where else listed(cities)
    return where
