"""Invented ALS cell studies that nobody can join now: closed, stopped, over, or not confirmed."""

from tests.records import sites
from tests.records.build import study
from tests.records.designs import RANDOMIZED
from tests.records.parts import Json, arm, document, intervention, reference
from tests.records.results import posted_results


def neural_spinal() -> Json:
    """Fetal neural stem cells into the spinal cord; closed to new people, sites say nothing."""
    return study(
        nct_id="NCT90000003",
        brief_title="Human Neural Stem Cells Put Into the Spinal Cord in ALS",
        official_title="A Phase 1 Study of Intraspinal Human Spinal Cord-Derived Neural Stem Cells",
        overall_status="ACTIVE_NOT_RECRUITING",
        phases=["PHASE1"],
        enrollment=15,
        enrollment_type="ACTUAL",
        start="2021-09",
        primary_completion="2025-01-31",
        completion="2026-12",
        conditions=["ALS", "Amyotrophic Lateral Sclerosis"],
        keywords=None,
        interventions=[
            intervention(
                "Human spinal cord derived neural stem cells",
                type="PROCEDURE",
                description="Surgery to inject donor cells into the neck part of the spinal cord.",
            )
        ],
        locations=[sites.atlanta()],
        last_update_posted="2025-11-03",
    )


def marrow_seoul_old_name() -> Json:
    """MSC in Seoul, with the country as it was spelled before August 2025."""
    return study(
        nct_id="NCT90000007",
        brief_title="Bone Marrow Stem Cells for ALS, Second Korean Study",
        official_title=None,
        overall_status="COMPLETED",
        start="2014-02",
        primary_completion="2017-05-31",
        completion="2017-08",
        completion_type="ACTUAL",
        enrollment=64,
        enrollment_type="ACTUAL",
        first_posted="2013-11-20",
        last_update_posted="2018-01-09",
        status_verified="2018-01",
        central_contacts=None,
        locations=[sites.seoul("Korea, Republic of")],
        is_fda_regulated_drug=None,
        is_fda_regulated_device=None,
    )


def completed_with_results() -> Json:
    """Completed, randomized, with posted results and protocol, plan and consent documents."""
    return study(
        nct_id="NCT90000009",
        brief_title="Stem Cells or Placebo for ALS: a Finished Study",
        overall_status="COMPLETED",
        phases=["PHASE2"],
        design=RANDOMIZED,
        enrollment=39,
        enrollment_type="ACTUAL",
        start="2019-05-06",
        primary_completion="2022-11-30",
        completion="2023-03-15",
        completion_type="ACTUAL",
        first_posted="2019-04-02",
        results_first_posted="2024-02-20",
        last_update_posted="2024-02-20",
        status_verified="2024-02",
        arms=[arm("Cells"), arm("Placebo", type="PLACEBO_COMPARATOR")],
        central_contacts=None,
        locations=[sites.boston(None), sites.los_angeles()],
        references=[
            reference("An invented report of this study. Test J. 2023;2:1-9.", type="RESULT")
        ],
        results=posted_results(),
        documents=[
            document(
                "Prot_SAP", "Study Protocol and Statistical Analysis Plan", "Prot_SAP_000.pdf"
            ),
            document("ICF", "Informed Consent Form", "ICF_001.pdf"),
        ],
    )


def withdrawn() -> Json:
    """Stopped before anybody took part: enrolment 0, with a reason."""
    return study(
        nct_id="NCT90000010",
        brief_title="Wharton's Jelly Stem Cells for ALS (Withdrawn)",
        official_title=None,
        overall_status="WITHDRAWN",
        why_stopped="No money was found before the first person joined",
        enrollment=0,
        enrollment_type="ACTUAL",
        interventions=[intervention("Wharton's jelly mesenchymal stem cells")],
        central_contacts=None,
        locations=[sites.los_angeles()],
    )


def terminated() -> Json:
    """Stopped early, with a reason, phase 3."""
    return study(
        nct_id="NCT90000011",
        brief_title="Repeated Doses of Stem Cells in ALS (Stopped Early)",
        official_title=None,
        overall_status="TERMINATED",
        why_stopped="The sponsor ended the study after an early look at the results",
        phases=["PHASE2", "PHASE3"],
        enrollment=31,
        enrollment_type="ACTUAL",
        completion="2024-08-01",
        completion_type="ACTUAL",
        central_contacts=None,
        locations=[sites.paris("Example Hospital of the Left Bank")],
    )


def unknown_status() -> Json:
    """Nobody has confirmed the record for two years: UNKNOWN, last known as recruiting."""
    return study(
        nct_id="NCT90000012",
        brief_title="Own Bone Marrow Cells for ALS at a Clinic",
        official_title=None,
        overall_status="UNKNOWN",
        last_known_status="RECRUITING",
        status_verified="2019-03",
        start="2018-06",
        primary_completion="2020-12",
        completion="2021-06",
        first_posted="2018-05-15",
        last_update_posted="2019-03-22",
        interventions=[intervention("Autologous bone marrow mononuclear cells", type="PROCEDURE")],
        locations=[sites.istanbul("Turkey")],
    )


def suspended() -> Json:
    """Paused, phase 'not applicable', with a reason."""
    return study(
        nct_id="NCT90000013",
        brief_title="Stem Cells Into the Muscles of the Arm in ALS",
        official_title=None,
        overall_status="SUSPENDED",
        why_stopped="Waiting for an answer from the ethics committee",
        phases=["NA"],
        interventions=[
            intervention("Own mesenchymal stem cells into the biceps", type="COMBINATION_PRODUCT")
        ],
        locations=[sites.jerusalem("SUSPENDED")],
    )


def all_ended_studies() -> list[Json]:
    builders = (
        neural_spinal,
        marrow_seoul_old_name,
        completed_with_results,
        withdrawn,
        terminated,
        unknown_status,
        suspended,
    )
    return [build() for build in builders]
