"""Columns of our reading: what is given, and the limits that the criteria set."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext_lazy as _

from trials.exports.column import Column, Kind, Origin, Text
from trials.exports.limits import anchors, at_least, at_most, said
from trials.exports.row import Row
from trials.exports.stored import listed
from trials.reading.eligibility.criterion import Kind as Demand

reading = partial(Column, origin=Origin.READING)
PERCENT = "%pred"
ONLY_ONE = _("Empty where the record gives none, or several; see the next column.")


def _all_said(name: str, heading: Text, *kinds: Demand, is_usual: bool = True) -> Column:
    """Every demand of some kinds, as text."""
    return reading(
        name=name,
        heading=heading,
        description=_(
            "What must hold for a person who can join, as we read the criteria; the group that it "
            "holds for stands in square brackets. Read the record's own sentence before you use it."
        ),
        source=", ".join(kinds),
        value=lambda row: said(row, *kinds),
        kind=Kind.LIST,
        width=28,
        is_usual=is_usual,
    )


def _corrected(row: Row) -> tuple[str, ...]:
    return tuple(row.reading.corrected)


GIVEN = (
    reading(
        name="condition",
        heading=_("Illness (our code)"),
        description=_("als, als_among_others, mnd_other or not_als; empty: we could not tell."),
        source="condition",
        value=lambda row: row.reading.condition,
        width=16,
        stored="r.condition",
    ),
    reading(
        name="role",
        heading=_("Role of cells (our code)"),
        description=_(
            "What the study does with cells, such as stem_cells_given or cells_in_lab_only; empty: "
            "we could not tell."
        ),
        source="role",
        value=lambda row: row.reading.role,
        width=20,
        stored="r.role",
    ),
    reading(
        name="cell_type",
        heading=_("Kind of cell (our code)"),
        description=_("One or more codes; none: no cells are given; empty: we could not tell."),
        source="cell_type",
        value=lambda row: tuple(row.reading.cell_type),
        kind=Kind.LIST,
        stored=listed("r.cell_type"),
    ),
    reading(
        name="tissue",
        heading=_("Tissue (our code)"),
        description=_("Where the cells come from; not_stated: the record does not say."),
        source="tissue",
        value=lambda row: tuple(row.reading.tissue),
        kind=Kind.LIST,
        stored=listed("r.tissue"),
    ),
    reading(
        name="donor",
        heading=_("Whose cells (our code)"),
        description=_("autologous (own), allogeneic (a donor's), both or not_stated."),
        source="donor",
        value=lambda row: row.reading.donor,
        width=14,
        stored="r.donor",
    ),
    reading(
        name="route",
        heading=_("Way into the body (our code)"),
        description=_("intrathecal, intraspinal, intravenous and so on; not_stated."),
        source="route",
        value=lambda row: tuple(row.reading.route),
        kind=Kind.LIST,
        stored=listed("r.route"),
    ),
    reading(
        name="corrected",
        heading=_("Codes set by a person"),
        description=_("Which of these codes a curator set; all others our rules read."),
        source="corrected",
        value=_corrected,
        kind=Kind.LIST,
        is_usual=False,
        stored=listed("r.corrected"),
    ),
)
LIMITS = (
    reading(
        name="onset_limit_months",
        heading=_("Time since onset: at most (months)"),
        description=ONLY_ONE,
        source=Demand.ONSET_TIME,
        value=lambda row: at_most(row, Demand.ONSET_TIME),
        kind=Kind.NUMBER,
        width=12,
    ),
    _all_said("onset_time", _("Time since onset: all that is asked"), Demand.ONSET_TIME),
    reading(
        name="diagnosis_limit_months",
        heading=_("Time since diagnosis: at most (months)"),
        description=ONLY_ONE,
        source=Demand.DIAGNOSIS_TIME,
        value=lambda row: at_most(row, Demand.DIAGNOSIS_TIME),
        kind=Kind.NUMBER,
        width=12,
    ),
    _all_said(
        "diagnosis_time", _("Time since diagnosis: all that is asked"), Demand.DIAGNOSIS_TIME
    ),
    reading(
        name="vital_capacity_minimum",
        heading=_("Vital capacity: at least (% of predicted)"),
        description=ONLY_ONE,
        source=Demand.VITAL_CAPACITY,
        value=lambda row: at_least(row, Demand.VITAL_CAPACITY, PERCENT),
        kind=Kind.NUMBER,
        width=12,
    ),
    reading(
        name="vital_capacity_test",
        heading=_("Vital capacity: test"),
        description=_("svc (slow), fvc (forced) or vc (either, or not said), with the position."),
        source=f"{Demand.VITAL_CAPACITY}: anchor",
        value=lambda row: anchors(row, Demand.VITAL_CAPACITY),
        kind=Kind.LIST,
        width=12,
    ),
    _all_said("vital_capacity", _("Vital capacity: all that is asked"), Demand.VITAL_CAPACITY),
    reading(
        name="alsfrs_r_minimum",
        heading=_("ALSFRS-R total: at least"),
        description=ONLY_ONE,
        source=Demand.ALSFRS_TOTAL,
        value=lambda row: at_least(row, Demand.ALSFRS_TOTAL),
        kind=Kind.NUMBER,
        width=10,
    ),
    _all_said(
        "alsfrs_r", _("ALSFRS-R: all that is asked"), Demand.ALSFRS_TOTAL, Demand.ALSFRS_ITEM
    ),
    _all_said("progression_rate", _("Speed of progression"), Demand.PROGRESSION_RATE),
    _all_said("ventilation", _("Breathing support"), Demand.VENTILATION),
    _all_said("feeding_tube", _("Feeding tube"), Demand.FEEDING_TUBE),
    _all_said("prior_cell_therapy", _("Earlier cell therapy"), Demand.PRIOR_CELL_THERAPY),
    _all_said(
        "als_medicines",
        _("Riluzole, edaravone, tofersen"),
        Demand.RILUZOLE,
        Demand.EDARAVONE,
        Demand.TOFERSEN,
    ),
    _all_said("el_escorial", _("Certainty of the diagnosis"), Demand.EL_ESCORIAL),
    _all_said("gene", _("Gene"), Demand.GENE, is_usual=False),
    _all_said("anticoagulants", _("Blood thinners"), Demand.ANTICOAGULANTS, is_usual=False),
    _all_said("pregnancy", _("Pregnancy"), Demand.PREGNANCY, is_usual=False),
    _all_said("caregiver", _("Caregiver"), Demand.CAREGIVER, is_usual=False),
    _all_said(
        "language_or_residence",
        _("Language or residence"),
        Demand.LANGUAGE_OR_RESIDENCE,
        is_usual=False,
    ),
)
