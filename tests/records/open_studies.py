"""Invented ALS cell studies that somebody can join, or will be able to join."""

from tests.records import sites
from tests.records.build import study
from tests.records.designs import RANDOMIZED
from tests.records.parts import Json, arm, contact, intervention, outcome, reference, sponsor


def msc_boston() -> Json:
    """Bone marrow MSC by lumbar puncture, recruiting; Boston is open, Worcester not yet."""
    return study(
        nct_id="NCT90000001",
        brief_title="Own Bone Marrow Stem Cells for ALS, Given by Lumbar Puncture",
        acronym="HARBOR-ALS",
        collaborators=[sponsor("Example ALS Foundation")],
        locations=[sites.boston(), sites.worcester()],
        references=[reference("An invented paper on cells and ALS. Test J. 2024;1:1-9.")],
        intervention_mesh=None,
    )


def nurown_like() -> Json:
    """Autologous MSC-NTF cells, phase 3, placebo; site statuses differ from each other."""
    return study(
        nct_id="NCT90000002",
        brief_title="MSC-NTF Cells Compared With Placebo in People With ALS",
        official_title=(
            "A Phase 3, Randomized, Double-Blind, Placebo-Controlled Study of Autologous "
            "Mesenchymal Stromal Cells Secreting Neurotrophic Factors (MSC-NTF) in ALS"
        ),
        sponsor="Example Cell Company",
        sponsor_class="INDUSTRY",
        phases=["PHASE3"],
        design=RANDOMIZED,
        enrollment=200,
        arms=[
            arm("MSC-NTF", intervention_names=["Biological: MSC-NTF cells"]),
            arm(
                "Placebo",
                type="PLACEBO_COMPARATOR",
                intervention_names=["Biological: Placebo"],
            ),
        ],
        interventions=[
            intervention(
                "MSC-NTF cells",
                arms=["MSC-NTF"],
                description="Three doses of the person's own cells into the spinal fluid.",
                other_names=["Mesenchymal stromal cells secreting neurotrophic factors"],
            ),
            intervention("Placebo", arms=["Placebo"], description="Three doses without cells."),
        ],
        locations=[
            sites.boston("ACTIVE_NOT_RECRUITING"),
            sites.los_angeles("RECRUITING"),
            sites.jerusalem("COMPLETED"),
        ],
        primary_completion="2027-03",
        last_update_posted="2026-09-14",
    )


def ipsc_kyoto() -> Json:
    """iPSC-derived cells, early phase 1, not yet recruiting, Japan."""
    return study(
        nct_id="NCT90000004",
        brief_title="iPS Cell-Derived Motor Neuron Helper Cells for ALS: a First Study in People",
        official_title=None,
        overall_status="NOT_YET_RECRUITING",
        phases=["EARLY_PHASE1"],
        enrollment=6,
        start="2027-01",
        start_type="ESTIMATED",
        primary_completion="2029-01",
        completion="2030",
        is_fda_regulated_drug=False,
        interventions=[
            intervention(
                "Allogeneic iPSC-derived glial progenitor cells",
                description="Donor cells made from induced pluripotent stem cells, by injection.",
            )
        ],
        locations=[sites.kyoto()],
    )


def adipose_iv() -> Json:
    """Fat-derived MSC into a vein; enrolling by invitation; Türkiye."""
    return study(
        nct_id="NCT90000005",
        brief_title="Adipose-Derived Mesenchymal Stem Cells by Vein in ALS",
        official_title=None,
        overall_status="ENROLLING_BY_INVITATION",
        phases=["PHASE2"],
        interventions=[
            intervention(
                "Autologous adipose-derived mesenchymal stem cells",
                type="DRUG",
                description="The person's own fat cells are grown and given into a vein.",
            )
        ],
        locations=[sites.istanbul()],
    )


def cord_seoul_new_name() -> Json:
    """Cord blood cells in Seoul, with the country as it is spelled since August 2025."""
    return study(
        nct_id="NCT90000006",
        brief_title="Umbilical Cord Blood Cells for Motor Neuron Disease in Seoul",
        official_title=None,
        overall_status="NOT_YET_RECRUITING",
        start="2026-12-01",
        start_type="ESTIMATED",
        conditions=["Motor Neuron Disease", "ALS"],
        interventions=[
            intervention("Allogeneic umbilical cord blood mesenchymal stem cells", type="OTHER")
        ],
        locations=[sites.seoul("South Korea")],
        is_fda_regulated_drug=False,
    )


def expanded_access() -> Json:
    """An expanded access programme: no phases, no dates, no enrolment, no arms."""
    return study(
        nct_id="NCT90000008",
        brief_title="Expanded Access to MSC-NTF Cells for People With ALS",
        official_title="Expanded Access Protocol for MSC-NTF Cells",
        overall_status="AVAILABLE",
        study_type="EXPANDED_ACCESS",
        expanded_access_types={"individual": True, "intermediate": True},
        phases=None,
        design=None,
        enrollment=None,
        start=None,
        primary_completion=None,
        completion=None,
        has_expanded_access=None,
        has_dmc=None,
        arms=None,
        interventions=[intervention("MSC-NTF cells", description="Doses of the own cells.")],
        primary_outcomes=None,
        secondary_outcomes=None,
        healthy_volunteers=None,
        locations=[sites.jacksonville("AVAILABLE")],
    )


def many_paris_sites() -> Json:
    """Five hospitals under one geo point, as the registry has it for Paris."""
    names = ("Nord", "Sud", "Est", "Ouest", "Centre")
    return study(
        nct_id="NCT90000014",
        brief_title="A French Network Study of Stem Cells in ALS",
        official_title=None,
        phases=["PHASE2"],
        locations=[sites.paris(f"Example Hospital {name}", "RECRUITING") for name in names],
        central_contacts=[contact("Network Desk"), contact("Night Desk", phone=None)],
        secondary_outcomes=[outcome("Breathing (slow vital capacity)"), outcome("Time at home")],
    )


def observational() -> Json:
    """Follow-up of people who had cells elsewhere: observational, so without phases."""
    return study(
        nct_id="NCT90000015",
        brief_title="Long-Term Follow-Up of People With ALS After Stem Cell Treatment",
        official_title=None,
        study_type="OBSERVATIONAL",
        phases=None,
        design={"observationalModel": "COHORT", "timePerspective": "PROSPECTIVE"},
        patient_registry=True,
        target_duration="5 Years",
        arms=[arm("Treated", type=None)],
        interventions=[
            intervention("Mesenchymal stem cells", description="Given earlier, in another study.")
        ],
        study_population="People with ALS who got stem cells in an earlier study.",
        sampling_method="NON_PROBABILITY_SAMPLE",
        locations=[sites.boston()],
        enrollment=300,
    )


def all_open_studies() -> list[Json]:
    builders = (
        msc_boston,
        nurown_like,
        ipsc_kyoto,
        adipose_iv,
        cord_seoul_new_name,
        expanded_access,
        many_paris_sites,
        observational,
    )
    return [build() for build in builders]
