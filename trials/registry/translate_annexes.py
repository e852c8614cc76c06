"""Documents, annotations and posted results: from the JSON's shape to the record's."""

from collections.abc import Iterator

from trials.records import (
    AdverseEvent,
    AdverseEvents,
    Annotations,
    LargeDocument,
    MeasureRow,
    OutcomeMeasure,
    Results,
    UnpostedEvent,
    ViolationEvent,
)
from trials.registry import wire, wire_results
from trials.registry.reader import FieldReader


def documents_of(study: wire.WireStudy, reader: FieldReader) -> tuple[LargeDocument, ...]:
    """Protocol, analysis plan and consent form, as posted."""
    return tuple(
        LargeDocument(
            label=doc.label,
            filename=doc.filename,
            has_protocol=doc.has_protocol,
            has_sap=doc.has_sap,
            has_icf=doc.has_icf,
            date=reader.date("documentSection.largeDocs.date", doc.date),
            size=reader.count("documentSection.largeDocs.size", doc.size),
        )
        for doc in study.document_section.large_document_module.large_docs
    )


def annotations_of(study: wire.WireStudy, reader: FieldReader) -> Annotations:
    """Results submitted but not posted, and violations that the FDA noted."""
    module = study.annotation_section.annotation_module
    return Annotations(
        unposted_responsible_party=module.unposted_annotation.unposted_responsible_party,
        unposted_events=tuple(
            UnpostedEvent(type=event.type, date=reader.date("unpostedEvents.date", event.date))
            for event in module.unposted_annotation.unposted_events
        ),
        violation_events=tuple(
            _violation(event, reader) for event in module.violation_annotation.violation_events
        ),
    )


def _violation(event: wire.WireViolationEvent, reader: FieldReader) -> ViolationEvent:
    return ViolationEvent(
        type=event.type,
        description=event.description,
        creation_date=reader.date("violationEvents.creationDate", event.creation_date),
        issued_date=reader.date("violationEvents.issuedDate", event.issued_date),
        release_date=reader.date("violationEvents.releaseDate", event.release_date),
        posted_date=reader.date("violationEvents.postedDate", event.posted_date),
    )


def results_of(section: wire_results.ResultsSection | None) -> Results | None:
    """Posted results as a reader's tables need them; None where none are posted."""
    if section is None:
        return None
    events = section.adverse_events_module
    return Results(
        outcome_measures=tuple(
            _measure(one) for one in section.outcome_measures_module.outcome_measures
        ),
        adverse_events=_adverse_events(events) if events else None,
        limitations_and_caveats=section.more_info_module.limitations_and_caveats.description,
    )


def _measure(measure: wire_results.WireOutcomeMeasure) -> OutcomeMeasure:
    return OutcomeMeasure(
        **measure.model_dump(exclude={"groups", "classes"}),
        groups=measure.groups,
        rows=tuple(_rows(measure)),
    )


def _rows(measure: wire_results.WireOutcomeMeasure) -> Iterator[MeasureRow]:
    for group in measure.classes:
        for category in group.categories:
            yield MeasureRow(
                class_title=group.title,
                category_title=category.title,
                measurements=category.measurements,
            )


def _adverse_events(module: wire_results.AdverseEventsModule) -> AdverseEvents:
    return AdverseEvents(
        time_frame=module.time_frame,
        description=module.description,
        frequency_threshold=module.frequency_threshold,
        event_groups=module.event_groups,
        serious_events=tuple(_event(event) for event in module.serious_events),
        other_events=tuple(_event(event) for event in module.other_events),
    )


def _event(event: wire_results.WireAdverseEvent) -> AdverseEvent:
    return AdverseEvent(
        term=event.term, organ_system=event.organ_system, notes=event.notes, stats=event.stats
    )
