"""Posted results, as far as a reader's table needs them (registry: resultsSection)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultGroup:
    """A group of participants in a table: ``groups[]``, ``eventGroups[]``."""

    id: str
    title: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One cell; ``value`` stays text, since it may be "NA" with a ``comment``."""

    group_id: str
    value: str = ""
    spread: str = ""
    lower_limit: str = ""
    upper_limit: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One class and category of an outcome measure: a row of its table."""

    class_title: str = ""
    category_title: str = ""
    measurements: tuple[Measurement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeMeasure:
    """``outcomeMeasuresModule.outcomeMeasures[]``"""

    title: str
    type: str = ""
    description: str = ""
    time_frame: str = ""
    population_description: str = ""
    reporting_status: str = ""
    param_type: str = ""
    dispersion_type: str = ""
    unit_of_measure: str = ""
    groups: tuple[ResultGroup, ...] = ()
    rows: tuple[MeasureRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """``adverseEventsModule.eventGroups[]``; counts are people, None where not given."""

    id: str
    title: str = ""
    description: str = ""
    deaths_num_affected: int | None = None
    deaths_num_at_risk: int | None = None
    serious_num_affected: int | None = None
    serious_num_at_risk: int | None = None
    other_num_affected: int | None = None
    other_num_at_risk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStat:
    """``stats[]`` of one adverse event: people affected among people at risk, per group."""

    group_id: str
    num_affected: int | None = None
    num_at_risk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEvent:
    """``seriousEvents[]`` or ``otherEvents[]``, in the registry's (MedDRA) terms."""

    term: str
    organ_system: str = ""
    notes: str = ""
    stats: tuple[EventStat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEvents:
    """``adverseEventsModule``"""

    time_frame: str = ""
    description: str = ""
    frequency_threshold: str = ""
    event_groups: tuple[EventGroup, ...] = ()
    serious_events: tuple[AdverseEvent, ...] = ()
    other_events: tuple[AdverseEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """``resultsSection``; None on a record without one."""

    outcome_measures: tuple[OutcomeMeasure, ...] = ()
    adverse_events: AdverseEvents | None = None
    limitations_and_caveats: str = ""
