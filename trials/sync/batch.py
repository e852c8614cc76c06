"""Records on their way into the catalogue, some hundred at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from trials.models import Reading, Snapshot, Study
from trials.models.study_record import payload_of
from trials.reading.study_reading import StudyReading
from trials.records import Problem, StudyRecord
from trials.registry.translate import translate, translate_body
from trials.sync.columns import fill_study
from trials.sync.readings import Corrections, corrections_for, fill_reading

Read = Callable[[StudyRecord], StudyReading]


@dataclass(slots=True)
class Entry:
    """One study on its way into the catalogue. ``before`` is None for a new study."""

    study: Study
    record: StudyRecord
    reading: Reading
    before: StudyRecord | None
    is_news: bool


@dataclass(slots=True)
class Batch:
    """A few states of records by their studies' ids, and all that the database knows of them."""

    snapshots: dict[str, Snapshot]
    known: dict[str, Study]
    corrections: dict[str, Corrections]
    read: Read
    now: datetime
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def studies(self, *, new: bool) -> Iterator[Study]:
        """Each made as it is asked for, from its record; asks the database nothing."""
        for nct_id, snapshot in self.snapshots.items():
            if (nct_id not in self.known) is new and (entry := self._entry(nct_id, snapshot)):
                self.entries.append(entry)
                yield entry.study

    def _entry(self, nct_id: str, snapshot: Snapshot) -> Entry | None:
        record, problems = translate_body(snapshot.body)
        self.problems += problems
        if record is None:
            return None
        study = self.known.get(nct_id) or Study(first_seen_at=self.now)
        old = study.snapshot
        before = translate(payload_of(old.body) or {})[0] if old else None
        is_news = old is not None and old.news_digest != snapshot.news_digest
        if before is None or is_news:
            study.last_changed_at = self.now
        study.snapshot, study.starter_facts, study.as_of = snapshot, None, ""
        study.delisted_at = None
        fill_study(study, record)
        mine = self.corrections.get(study.nct_id, {})
        reading = fill_reading(study, self.read(record), mine, now=self.now)
        return Entry(study, record, reading, before, is_news)


def batch_of(digests: dict[str, str], read: Read, *, now: datetime) -> Batch:
    """The batch of these states (study id -> digest), with what the database knows of them.

    Their studies are locked before the corrections are read: who corrects one later reads it
    again after this sync, and who corrected one before is seen.
    """
    snapshots = Snapshot.objects.in_bulk(list(digests.values()))
    return Batch(
        snapshots={nct_id: snapshots[digest] for nct_id, digest in digests.items()},
        known={study.nct_id: study for study in _locked(digests)},
        corrections=corrections_for(digests),
        read=read,
        now=now,
    )


def _locked(nct_ids: Iterable[str]) -> QuerySet[Study]:
    """As `replay` has them; people may go on saving and following them meanwhile."""
    studies = Study.objects.filter(nct_id__in=nct_ids).prefetch_related("snapshot")
    return studies.select_for_update(no_key=True).order_by("pk")
