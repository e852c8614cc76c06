"""Results as posted on the registry: its tables, its terms, no judgement of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trials.records import (
    AdverseEvent,
    AdverseEvents,
    EventStat,
    Measurement,
    OutcomeMeasure,
    Results,
)
from trials.search.said import said as _

MOST_EVENTS = 40


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` name the groups; each row is its title and a cell for each column."""

    title: str
    notes: tuple[str, ...]
    first_column: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    left: str = ""


@dataclass(frozen=True, slots=True)
class PostedResults:
    """``caveats`` are the sponsor's own words."""

    outcomes: tuple[Table, ...]
    events: tuple[Table, ...]
    caveats: str


def posted_results(results: Results | None) -> PostedResults | None:
    """The tables; None where nothing is posted."""
    if results is None:
        return None
    events = tuple(_event_tables(results.adverse_events)) if results.adverse_events else ()
    outcomes = tuple(_outcome_table(one) for one in results.outcome_measures)
    return PostedResults(outcomes, events, results.limitations_and_caveats)


def _outcome_table(outcome: OutcomeMeasure) -> Table:
    ids = [group.id for group in outcome.groups]
    rows = tuple(
        (_row_title(row.class_title, row.category_title, outcome), _cells(row.measurements, ids))
        for row in outcome.rows
    )
    return Table(
        title=outcome.title,
        notes=tuple(note for note in _outcome_notes(outcome) if note),
        first_column=_("Measured"),
        columns=tuple(group.title or group.id for group in outcome.groups),
        rows=rows,
    )


def _outcome_notes(outcome: OutcomeMeasure) -> Iterator[str]:
    yield outcome.description
    if outcome.time_frame:
        yield _("Time: %(time)s") % {"time": outcome.time_frame}
    yield outcome.population_description
    if not outcome.rows:
        yield _("No figures are posted for this.")


def _row_title(class_title: str, category_title: str, outcome: OutcomeMeasure) -> str:
    title = ": ".join(part for part in (class_title, category_title) if part)
    kind = outcome.param_type.replace("_", " ").capitalize()
    measured = ", ".join(part for part in (kind, outcome.unit_of_measure) if part)
    return f"{title} ({measured})" if title and measured else title or measured


def _cells(measurements: Iterable[Measurement], ids: list[str]) -> tuple[str, ...]:
    by_group = {one.group_id: _cell(one) for one in measurements}
    return tuple(by_group.get(group, "") for group in ids)


def _cell(one: Measurement) -> str:
    between = f"{one.lower_limit} to {one.upper_limit}" if one.lower_limit else one.spread
    value = f"{one.value} ({between})" if between else one.value
    return f"{value} {one.comment}".strip()


def _event_tables(events: AdverseEvents) -> Iterator[Table]:
    groups = events.event_groups
    titles = tuple(group.title or group.id for group in groups)
    notes = tuple(note for note in (events.time_frame, events.description) if note)
    rows = (
        (_("Deaths"), [(one.deaths_num_affected, one.deaths_num_at_risk) for one in groups]),
        (_("Serious"), [(one.serious_num_affected, one.serious_num_at_risk) for one in groups]),
        (_("Other"), [(one.other_num_affected, one.other_num_at_risk) for one in groups]),
    )
    yield Table(
        _("People with harms, in all"),
        notes,
        _("Kind of harm"),
        titles,
        tuple((title, tuple(_share(*pair) for pair in pairs)) for title, pairs in rows),
    )
    ids = [group.id for group in groups]
    yield from _each(_("Serious harms, one by one"), events.serious_events, titles, ids)
    yield from _each(_("Other harms, one by one"), events.other_events, titles, ids)


def _each(
    title: str, events: tuple[AdverseEvent, ...], columns: tuple[str, ...], ids: list[str]
) -> Iterator[Table]:
    """One table of single events; the rest of a long one is counted."""
    if not events:
        return
    rows = tuple((_event_title(one), _people(one.stats, ids)) for one in events[:MOST_EVENTS])
    left = len(events) - len(rows)
    text = _("%(count)s more are on the registry.") % {"count": left} if left else ""
    yield Table(title, (), _("Harm, in medical terms"), columns, rows, text)


def _event_title(event: AdverseEvent) -> str:
    return f"{event.term} ({event.organ_system})" if event.organ_system else event.term


def _people(stats: Iterable[EventStat], ids: list[str]) -> tuple[str, ...]:
    by_group = {one.group_id: _share(one.num_affected, one.num_at_risk) for one in stats}
    return tuple(by_group.get(group, "") for group in ids)


def _share(affected: int | None, at_risk: int | None) -> str:
    if affected is None:
        return _("not given")
    if at_risk is None:
        return str(affected)
    return _("%(affected)s of %(at_risk)s") % {"affected": affected, "at_risk": at_risk}
