"""Invented studies that a wide search brings along, and that are no stem cells for ALS.

Some belong on the site as what they are (other cells, cell-free, laboratory only), some do not.
"""

from tests.records import sites
from tests.records.build import study
from tests.records.parts import Json, arm, intervention, outcome

PLS_MESH = (("D016472", "Motor Neuron Disease"),)
ARREST_MESH = (("D006323", "Heart Arrest"),)


def treg() -> Json:
    """Regulatory T cells: living cells, but no stem cells."""
    return study(
        nct_id="NCT90000101",
        brief_title="Own Regulatory T Cells for ALS",
        official_title="A Phase 2 Study of Expanded Autologous Regulatory T Lymphocytes in ALS",
        brief_summary="People with ALS get their own regulatory T cells into a vein each month.",
        keywords=["ALS", "Treg"],
        phases=["PHASE2"],
        interventions=[
            intervention(
                "Autologous expanded regulatory T cells",
                description="Cells of the immune system, grown outside the body.",
            )
        ],
        locations=[sites.boston()],
    )


def exosome() -> Json:
    """Vesicles from stem cells: nothing alive is given."""
    return study(
        nct_id="NCT90000102",
        brief_title="Nasal Drops With Exosomes From Mesenchymal Stem Cells in ALS",
        official_title=None,
        brief_summary="This study tests nose drops that hold tiny bubbles made by stem cells.",
        phases=["PHASE1"],
        interventions=[
            intervention(
                "MSC-derived exosomes",
                description="Cell-free vesicles from umbilical cord stem cells, as nose drops.",
            )
        ],
        locations=[sites.seoul("South Korea", "RECRUITING")],
    )


def gcsf() -> Json:
    """A drug that moves the person's own stem cells into the blood; none are given back."""
    return study(
        nct_id="NCT90000103",
        brief_title="G-CSF to Mobilise Own Stem Cells in ALS",
        official_title=None,
        brief_summary="Filgrastim brings bone marrow stem cells into the blood. Nothing is taken "
        "out or put back.",
        overall_status="COMPLETED",
        completion="2012-04",
        completion_type="ACTUAL",
        keywords=["ALS", "filgrastim"],
        interventions=[
            intervention("Filgrastim", type="DRUG", description="Under the skin for 5 days.")
        ],
        locations=[sites.istanbul("Turkey")],
    )


def pls_only() -> Json:
    """Stem cells for primary lateral sclerosis alone: another motor neuron disease."""
    return study(
        nct_id="NCT90000104",
        brief_title="Mesenchymal Stem Cells for Primary Lateral Sclerosis",
        official_title=None,
        brief_summary="This study tests cells from bone marrow in people with primary lateral "
        "sclerosis, a slow disease of the upper motor neurons.",
        conditions=["Primary Lateral Sclerosis"],
        keywords=["PLS"],
        condition_mesh=PLS_MESH,
        eligibility_criteria="Inclusion Criteria:\n\n* Primary lateral sclerosis for 4 years",
        locations=[sites.boston()],
    )


def ipsc_lab_only() -> Json:
    """Blood is taken to make iPSC lines in the laboratory; nobody is given cells."""
    return study(
        nct_id="NCT90000105",
        brief_title="Blood Samples for a Bank of ALS iPSC Lines",
        official_title=None,
        brief_summary="People with ALS give a blood sample. In the laboratory it is turned into "
        "induced pluripotent stem cells to study the disease. No treatment is given.",
        study_type="OBSERVATIONAL",
        phases=None,
        design={"observationalModel": "CASE_CONTROL", "timePerspective": "PROSPECTIVE"},
        healthy_volunteers=True,
        arms=[arm("People with ALS", type=None), arm("Volunteers", type=None)],
        interventions=[intervention("Blood draw", type="OTHER")],
        primary_outcomes=[outcome("Number of stem cell lines made")],
        secondary_outcomes=None,
        eligibility_criteria="Inclusion Criteria:\n\n* ALS, or no disease of the nerves",
        also={
            "protocolSection.designModule.bioSpec": {
                "retention": "SAMPLES_WITH_DNA",
                "description": "Blood",
            }
        },
    )


def advanced_life_support() -> Json:
    """'ALS' is an ambulance here."""
    return study(
        nct_id="NCT90000106",
        brief_title="Faster ALS Ambulances for Cardiac Arrest",
        official_title="A Trial of Advanced Life Support (ALS) Crews Sent First to Cardiac Arrest",
        brief_summary="Ambulance crews trained in advanced life support are sent out earlier.",
        conditions=["Cardiac Arrest"],
        keywords=["ALS", "advanced life support", "ambulance"],
        phases=["NA"],
        interventions=[intervention("ALS crew sent first", type="OTHER")],
        eligibility_criteria="Inclusion Criteria:\n\n* Cardiac arrest outside a hospital",
        primary_outcomes=[outcome("Alive at 30 days", time_frame="30 days")],
        secondary_outcomes=None,
        condition_mesh=ARREST_MESH,
        condition_ancestors=[("D006331", "Heart Diseases")],
        minimum_age=None,
        maximum_age=None,
    )


def drug_excluding_stem_cells() -> Json:
    """An ALS drug trial: stem cells stand in its exclusion criteria alone."""
    return study(
        nct_id="NCT90000107",
        brief_title="An Oral Drug for ALS",
        official_title=None,
        brief_summary="This study tests whether a new tablet slows ALS.",
        keywords=["ALS"],
        phases=["PHASE3"],
        interventions=[intervention("Examplazole 100 mg", type="DRUG", description="A tablet.")],
        eligibility_criteria=(
            "Inclusion Criteria:\n\n* ALS\n\nExclusion Criteria:\n\n"
            "* Prior stem cell therapy at any time\n* Kidney failure"
        ),
        locations=[sites.boston(), sites.atlanta("RECRUITING")],
    )


def stroke_cells() -> Json:
    """Stem cells, for another disease altogether."""
    return study(
        nct_id="NCT90000108",
        brief_title="Bone Marrow Stem Cells After Stroke",
        official_title=None,
        brief_summary="This study tests cells from bone marrow in people who had a stroke.",
        conditions=["Stroke"],
        keywords=["stem cells"],
        eligibility_criteria="Inclusion Criteria:\n\n* A stroke in the last 30 days",
        secondary_outcomes=None,
        condition_mesh=[("D020521", "Stroke")],
        condition_ancestors=[("D002561", "Cerebrovascular Disorders")],
        locations=[sites.boston()],
    )


def all_near_misses() -> list[Json]:
    builders = (
        treg,
        exosome,
        gcsf,
        pls_only,
        ipsc_lab_only,
        advanced_life_support,
        drug_excluding_stem_cells,
        stroke_cells,
    )
    return [build() for build in builders]
