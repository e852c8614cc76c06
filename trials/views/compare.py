"""/compare/?id=NCT..&id=NCT..: two to four studies side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trials.models import Study
from trials.models.known_study import known_studies
from trials.models.stored_reading import burdens_of, criteria_of
from trials.models.study_record import record_of
from trials.views.headers import PRIVATE
from trials.views.nct_ids import nct_id_of
from trials.views.presenters.compare.page import compare_page
from trials.views.presenters.compare.study import ComparedStudy
from trials.views.showing import show

MOST = 4
MOST_READ = 40


@dataclass(slots=True)
class Asked:
    """The ids of the address, told apart by what can be done with them."""

    studies: list[Study] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    too_many: list[str] = field(default_factory=list)

    @property
    def has_unused(self) -> bool:
        return bool(self.bad or self.unknown or self.twice or self.too_many)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Side by side, in the order of the address; what could not be used is named."""
    asked = _asked(request.GET.getlist("id")[:MOST_READ])
    today = timezone.now().date()
    page = compare_page(
        [_compared(study) for study in asked.studies],
        bad=asked.bad,
        unknown=asked.unknown,
        twice=asked.twice,
        too_many=asked.too_many,
        today=today,
    )
    response = show(request, "compare.jinja", page)
    if asked.has_unused:  # what was typed in its place is nobody's business
        response.headers["Cache-Control"] = PRIVATE
    return response


def _asked(typed: Sequence[str]) -> Asked:
    """Two ids of one study (an old and a new one) count as one."""
    asked = Asked()
    wanted = list(_ids(typed, asked))
    known = known_studies(wanted) if wanted else {}
    for nct_id in wanted:
        study = known.get(nct_id)
        if study is None:
            asked.unknown.append(nct_id)
        elif study in asked.studies:
            asked.twice.append(nct_id)
        elif len(asked.studies) == MOST:
            asked.too_many.append(nct_id)
        else:
            asked.studies.append(study)
    return asked


def _ids(typed: Sequence[str], asked: Asked) -> Iterator[str]:
    """What can be an id. Fields left empty are nothing; several ids may stand in one field."""
    for text in typed:
        for part in _parts(text):
            nct_id = nct_id_of(part)
            if nct_id:
                yield nct_id
            else:
                asked.bad.append(part[:40])


def _parts(text: str) -> list[str]:
    if nct_id_of(text):
        return [text]
    return text.replace(",", " ").replace(";", " ").split()[:MOST_READ]


def _compared(study: Study) -> ComparedStudy:
    """Starter facts have no criteria: their silence is not the record's."""
    record = record_of(study)
    if study.is_starter:
        return ComparedStudy(study, record, (), ())
    reading = study.reading
    return ComparedStudy(study, record, criteria_of(reading, record), burdens_of(reading, record))
