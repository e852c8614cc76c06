"""What a study is: frozen values in the registry's own words. Knows no other room."""

from trials.records.ages import Age
from trials.records.dates import DateStruct, PartialDate
from trials.records.documents import (
    Annotations,
    LargeDocument,
    Reference,
    SeeAlsoLink,
    UnpostedEvent,
    ViolationEvent,
)
from trials.records.ids import NCT_ID
from trials.records.parts import (
    Agency,
    ArmGroup,
    Design,
    Eligibility,
    ExpandedAccess,
    Identification,
    Intervention,
    Mesh,
    MeshTerm,
    Outcome,
    Oversight,
    SecondaryId,
    Sponsors,
    Status,
)
from trials.records.places import Contact, GeoPoint, SiteRecord
from trials.records.problem import Problem
from trials.records.results import (
    AdverseEvent,
    AdverseEvents,
    EventGroup,
    EventStat,
    Measurement,
    MeasureRow,
    OutcomeMeasure,
    ResultGroup,
    Results,
)
from trials.records.study import StudyRecord
from trials.records.words import AgencyClass, OverallStatus, Phase, StudyType

__all__ = [
    "NCT_ID",
    "AdverseEvent",
    "AdverseEvents",
    "Age",
    "Agency",
    "AgencyClass",
    "Annotations",
    "ArmGroup",
    "Contact",
    "DateStruct",
    "Design",
    "Eligibility",
    "EventGroup",
    "EventStat",
    "ExpandedAccess",
    "GeoPoint",
    "Identification",
    "Intervention",
    "LargeDocument",
    "MeasureRow",
    "Measurement",
    "Mesh",
    "MeshTerm",
    "Outcome",
    "OutcomeMeasure",
    "OverallStatus",
    "Oversight",
    "PartialDate",
    "Phase",
    "Problem",
    "Reference",
    "ResultGroup",
    "Results",
    "SecondaryId",
    "SeeAlsoLink",
    "SiteRecord",
    "Sponsors",
    "Status",
    "StudyRecord",
    "StudyType",
    "UnpostedEvent",
    "ViolationEvent",
]
