"""What the registry says of one number that a clinic quoted, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trials.models import Study
from trials.reading.eligibility.criterion import Criterion
from trials.reading.signals import OversightCode, OversightRow
from trials.records import StudyRecord
from trials.views.presenters.addresses import study_address
from trials.views.presenters.dates import text_in_words
from trials.views.presenters.frame import REGISTRY, Link
from trials.views.presenters.results.cards import Fact, cells, phases
from trials.views.presenters.results.notices import Notice
from trials.views.presenters.statuses import StatusMark, mark_of
from trials.views.presenters.study.evidence import Why, place_in_words
from trials.views.presenters.study.notices import study_notices
from trials.views.presenters.study.oversight import OversightLine, oversight_lines

MOST_PLACES = 8
# Said for every study in the same words below, so not once more as a row.
SAID_FOR_ALL = frozenset({OversightCode.COST, OversightCode.ETHICS_APPROVAL, OversightCode.SPONSOR})


@dataclass(frozen=True, slots=True)
class Answer:
    """``mark`` is None where the study is not here; then only ``paragraphs`` and ``registry``."""

    title: str
    name: str
    paragraphs: tuple[str, ...]
    registry: Link
    mark: StatusMark | None = None
    notices: tuple[Notice, ...] = ()
    facts: tuple[Fact, ...] = ()
    places: tuple[str, ...] = ()
    places_left: str = ""
    oversight: tuple[OversightLine, ...] = ()
    not_said: tuple[str, ...] = ()
    closing: Why | None = None
    links: tuple[Link, ...] = ()


def unknown(nct_id: str) -> Answer:
    """A whole number that this site does not hold."""
    return Answer(
        title=_("%(nct_id)s is not in our list") % {"nct_id": nct_id},
        name="",
        paragraphs=(
            _("We hold only studies of cells for ALS, and for illnesses close to it."),
            _("The registry may have it. Look there, and see which illness it is for."),
            _(
                "If it is for another illness, ask the clinic what it has to do with ALS. If the "
                "registry does not have it, ask where the number is from."
            ),
        ),
        registry=_registry(nct_id),
    )


def found(
    study: Study,
    record: StudyRecord,
    *,
    oversight: Sequence[OversightRow],
    closing: Criterion | None,
    today: date,
    asked: str,
) -> Answer:
    """``asked`` is the number as it was quoted; it may be a former one of the study."""
    places = _places(record)
    left = max(0, len(places) - MOST_PLACES)
    return Answer(
        title=_("What the registry says about %(nct_id)s") % {"nct_id": study.nct_id},
        name=study.brief_title,
        paragraphs=tuple(_former(study, asked)),
        registry=_registry(study.nct_id),
        mark=mark_of(study),
        notices=tuple(study_notices(study, record, today)),
        facts=tuple(_facts(study)),
        places=tuple(places[:MOST_PLACES]),
        places_left=_left(left) if left else "",
        oversight=oversight_lines(row for row in oversight if row.code not in SAID_FOR_ALL),
        not_said=_not_said(),
        closing=Why(place_in_words(closing.field), closing.quote) if closing else None,
        links=_links(study.nct_id),
    )


def _former(study: Study, asked: str) -> Iterator[str]:
    if asked != study.nct_id:
        yield _("%(asked)s is a former number of this study. Now it is %(nct_id)s.") % {
            "asked": asked,
            "nct_id": study.nct_id,
        }


def _facts(study: Study) -> Iterator[Fact]:
    yield Fact(_("Kind of study"), _kind(study.study_type))
    yield Fact(_("Phase"), phases(study))
    yield Fact(_("Cells"), cells(study.reading))
    if study.lead_sponsor:
        yield Fact(_("Run by"), study.lead_sponsor, is_registrys=True)
    if study.status_verified_date:
        yield Fact(_("Record last checked"), text_in_words(study.status_verified_date))


def _kind(study_type: str) -> str:
    words = {
        "INTERVENTIONAL": _("Trial: people get a treatment that is in tests"),
        "OBSERVATIONAL": _("It watches people and gives no treatment"),
        "EXPANDED_ACCESS": _("Expanded access: it is still in tests, but given outside of a trial"),
    }
    return words.get(study_type, study_type) or _("Not known here yet")


def _places(record: StudyRecord) -> list[str]:
    """Names of hospitals with their towns, in the record's order."""
    named = (
        ", ".join(part for part in (site.facility, site.city, site.country) if part)
        for site in record.locations
    )
    return [one for one in dict.fromkeys(named) if one]


def _left(count: int) -> str:
    text = ngettext(
        "%(count)s more place is on the study's page.",
        "%(count)s more places are on the study's page.",
        count,
    )
    return text % {"count": count}


def _not_said() -> tuple[str, ...]:
    """The same for every study: what no record of this registry tells."""
    return (
        _("If it is approved. A listing is not an approval, and the registry gives none."),
        _("What it costs. A listing does not mean that it costs nothing."),
        _("If an ethics board said yes."),
        _("Who makes the cells, and if anybody has inspected that lab."),
        _("If the clinic that gave you this number has a part in the study."),
    )


def _links(nct_id: str) -> tuple[Link, ...]:
    return (
        Link(_("All that we know of %(nct_id)s") % {"nct_id": nct_id}, study_address(nct_id)),
        Link(
            _("Questions to ask about %(nct_id)s, to print") % {"nct_id": nct_id},
            reverse("questions", kwargs={"typed": nct_id}),
        ),
    )


def _registry(nct_id: str) -> Link:
    text = _("%(nct_id)s on the registry's own page") % {"nct_id": nct_id}
    return Link(text, f"{REGISTRY}/study/{nct_id}")
