"""The shape of posted results in the JSON (OpenAPI 2.0.5: ResultsSection)."""

from typing import Annotated

from pydantic import BeforeValidator

from trials.records import EventGroup, EventStat, Measurement, ResultGroup
from trials.registry.wire_object import Wire


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) else value


NumberOrText = Annotated[str, BeforeValidator(_as_text)]


class Category(Wire):
    title: str = ""
    measurements: tuple[Measurement, ...] = ()


class MeasureClass(Wire):
    title: str = ""
    categories: tuple[Category, ...] = ()


class WireOutcomeMeasure(Wire):
    title: str = ""
    type: str = ""
    description: str = ""
    time_frame: str = ""
    population_description: str = ""
    reporting_status: str = ""
    param_type: str = ""
    dispersion_type: str = ""
    unit_of_measure: str = ""
    groups: tuple[ResultGroup, ...] = ()
    classes: tuple[MeasureClass, ...] = ()


class OutcomeMeasuresModule(Wire):
    outcome_measures: tuple[WireOutcomeMeasure, ...] = ()


class WireAdverseEvent(Wire):
    term: str = ""
    organ_system: str = ""
    notes: str = ""
    stats: tuple[EventStat, ...] = ()


class AdverseEventsModule(Wire):
    time_frame: str = ""
    description: str = ""
    frequency_threshold: NumberOrText = ""
    event_groups: tuple[EventGroup, ...] = ()
    serious_events: tuple[WireAdverseEvent, ...] = ()
    other_events: tuple[WireAdverseEvent, ...] = ()


class LimitationsAndCaveats(Wire):
    description: str = ""


class MoreInfoModule(Wire):
    limitations_and_caveats: LimitationsAndCaveats = LimitationsAndCaveats()


class ResultsSection(Wire):
    outcome_measures_module: OutcomeMeasuresModule = OutcomeMeasuresModule()
    adverse_events_module: AdverseEventsModule | None = None
    more_info_module: MoreInfoModule = MoreInfoModule()
