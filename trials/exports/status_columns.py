"""Columns of the registry's status module: what stands, since when, how sure."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from trials.exports.column import Column, Kind, Text
from trials.exports.registry_columns import P, date_text, registry
from trials.exports.row import Row
from trials.exports.stored import yes_no
from trials.records import DateStruct

S = f"{P}statusModule."


def _dated(
    name: str,
    path: str,
    headings: tuple[Text, Text],
    pick: Callable[[Row], DateStruct | None],
    date: Callable[[Row], str] | None = None,
    *,
    stored: str = "",
) -> tuple[Column, Column]:
    """A date, and whether it is actual or estimated. ``date``, ``stored``: our column."""

    def kind(row: Row) -> str:
        struct = pick(row)
        return struct.type if struct else ""

    return (
        registry(
            name=name,
            heading=headings[0],
            description=_("As precise as the record has it: a day, a month or a year."),
            source=f"{S}{path}.date",
            value=date or (lambda row: date_text(pick(row))),
            kind=Kind.DATE,
            width=12,
            stored=stored,
        ),
        registry(
            name=f"{name}_type",
            heading=headings[1],
            description=_("ACTUAL or ESTIMATED; empty where the record leaves it out."),
            source=f"{S}{path}.type",
            value=kind,
            width=12,
        ),
    )


STATUS = (
    registry(
        name="overall_status",
        heading=_("Status"),
        description=_("The study's status in the registry's words. Each site may have its own."),
        source=f"{S}overallStatus",
        value=lambda row: row.study.overall_status,
        width=24,
        stored="s.overall_status",
    ),
    registry(
        name="last_known_status",
        heading=_("Last known status"),
        description=_("Only where the status is UNKNOWN: what it was before."),
        source=f"{S}lastKnownStatus",
        value=lambda row: row.study.last_known_status,
        width=20,
        stored="s.last_known_status",
    ),
    registry(
        name="status_verified_date",
        heading=_("Last verified"),
        description=_("When those who run the study last confirmed the record."),
        source=f"{S}statusVerifiedDate",
        value=lambda row: row.study.status_verified_date,
        kind=Kind.DATE,
        width=12,
        stored="s.status_verified_date",
    ),
    registry(
        name="why_stopped",
        heading=_("Why it stopped"),
        description=_("The reason given for a study that was paused, stopped or withdrawn."),
        source=f"{S}whyStopped",
        value=lambda row: row.record.status.why_stopped,
        width=40,
    ),
    *_dated(
        "start_date",
        "startDateStruct",
        (_("Start date"), _("Start date: actual or estimated")),
        lambda row: row.record.status.start_date,
        lambda row: row.study.start_date,
        stored="s.start_date",
    ),
    *_dated(
        "primary_completion_date",
        "primaryCompletionDateStruct",
        (
            _("End of the main measurements"),
            _("End of the main measurements: actual or estimated"),
        ),
        lambda row: row.record.status.primary_completion_date,
        lambda row: row.study.primary_completion_date,
        stored="s.primary_completion_date",
    ),
    *_dated(
        "completion_date",
        "completionDateStruct",
        (_("End date"), _("End date: actual or estimated")),
        lambda row: row.record.status.completion_date,
    ),
    registry(
        name="last_update_post_date",
        heading=_("Last update at the registry"),
        description=_("When the registry last posted a change of the record."),
        source=f"{S}lastUpdatePostDateStruct.date",
        value=lambda row: date_text(row.record.status.last_update_post_date),
        kind=Kind.DATE,
        width=12,
    ),
    registry(
        name="has_results",
        heading=_("Results posted"),
        description=_("Whether results stand in the registry; empty where that is not known here."),
        source="hasResults",
        value=lambda row: None if row.study.is_starter else row.study.has_results,
        kind=Kind.YES_NO,
        width=10,
        stored=f"CASE WHEN s.snapshot_id IS NOT NULL THEN {yes_no('s.has_results')} END",
    ),
    registry(
        name="oversight_has_dmc",
        heading=_("Data monitoring committee"),
        description=_("What the record states; empty means that it does not say."),
        source=f"{P}oversightModule.oversightHasDmc",
        value=lambda row: row.record.oversight.oversight_has_dmc,
        kind=Kind.YES_NO,
        width=12,
        is_usual=False,
    ),
    registry(
        name="is_fda_regulated_drug",
        heading=_("FDA-regulated drug"),
        description=_("What the record states; empty means that it does not say."),
        source=f"{P}oversightModule.isFdaRegulatedDrug",
        value=lambda row: row.record.oversight.is_fda_regulated_drug,
        kind=Kind.YES_NO,
        width=12,
        is_usual=False,
    ),
)
