"""Invented ALS cell studies whose data is odd in one way that real records are odd in."""

from tests.records import sites
from tests.records.build import study
from tests.records.parts import Json, intervention, location

NUL, RIGHT_TO_LEFT, ZERO_WIDTH = "\x00", "\u202e", "\u200b"
SCRIPT = "<script>alert('x')</script>"


def unplaced_sites() -> Json:
    """Sites without a geo point, without a status, without a state, and without a city."""
    return study(
        nct_id="NCT90000201",
        brief_title="Stem Cells for ALS, With Sites Hard to Place",
        official_title=None,
        locations=[
            location("Example Hospital One", "Chicago", "United States", status="RECRUITING"),
            location("Example Hospital Two", "Springfield", "United States"),
            location("Example Hospital Three", "Madrid", "Spain", point=(40.4165, -3.70256)),
            location(None, None, "Iran, Islamic Republic of"),
        ],
    )


def no_sites() -> Json:
    """No site and no contact at all."""
    return study(
        nct_id="NCT90000202",
        brief_title="Stem Cells for ALS, No Site Named",
        official_title=None,
        central_contacts=None,
        overall_officials=None,
        locations=None,
    )


def with_alias() -> Json:
    """The registry once listed this study under NCT90000921 too."""
    return study(
        nct_id="NCT90000203",
        aliases=["NCT90000921"],
        brief_title="Stem Cells for ALS, Once Under Two Numbers",
        official_title=None,
        secondary_ids=[
            {"id": "2024-500000-00-00", "type": "CTIS"},
            {"id": "U1111-0000-0000", "type": "OTHER", "domain": "Example Registry"},
        ],
        locations=[sites.worcester("RECRUITING")],
    )


def violation() -> Json:
    """The FDA told the sponsor that the law on results was broken."""
    return study(
        nct_id="NCT90000204",
        brief_title="Stem Cells for ALS, With a Notice From the FDA",
        official_title=None,
        overall_status="COMPLETED",
        completion="2022-05-01",
        completion_type="ACTUAL",
        fdaaa801_violation=True,
        annotations={
            "violationAnnotation": {
                "violationEvents": [
                    {
                        "type": "VIOLATION_IDENTIFIED",
                        "description": "Failure to submit results that the law asks for.",
                        "creationDate": "2024-03-01",
                        "issuedDate": "2024-02-20",
                        "releaseDate": "2024-03-04",
                        "postedDate": "2024-03-05",
                    },
                    {
                        "type": "CORRECTION_CONFIRMED",
                        "description": "The FDA confirms that results were handed in.",
                        "creationDate": "2024-09-10",
                        "issuedDate": "2024-09-01",
                        "releaseDate": "2024-09-12",
                        "postedDate": "2024-09-13",
                    },
                ]
            }
        },
        locations=[sites.los_angeles()],
    )


def results_not_posted() -> Json:
    """Results were sent in, sent back, and sent in again; none are posted."""
    events = [
        {"type": "RELEASE", "date": "2025-01-15"},
        {"type": "RESET", "date": "2025-02-20"},
        {"type": "RELEASE", "dateUnknown": True},
    ]
    return study(
        nct_id="NCT90000205",
        brief_title="Stem Cells for ALS, Results on Their Way",
        official_title=None,
        overall_status="COMPLETED",
        completion="2024-01-31",
        completion_type="ACTUAL",
        annotations={
            "unpostedAnnotation": {
                "unpostedResponsibleParty": "Example University",
                "unpostedEvents": events,
            }
        },
        locations=[sites.atlanta()],
    )


def markdown_escapes() -> Json:
    """Text as the registry writes it: Markdown with escaped signs and nested lists."""
    return study(
        nct_id="NCT90000206",
        brief_title="Stem Cells for ALS, With Signs in the Criteria",
        official_title=None,
        eligibility_criteria=(
            "Inclusion Criteria:\n\n"
            "1. Age \\>= 18 and \\<= 75 years\n"
            "2. Vital capacity \\> 50% \\[sitting\\]\n"
            "   * measured twice \\*\\*in a row\\*\\*\n"
            "3. 1 x 10\\^6 cells/kg \\& riluzole \\~ 50 mg twice a day\n\n"
            "Exclusion Criteria:\n\n"
            "* Platelets \\< 100\\.000 per \\µL\n"
            "* Weight loss of 10 \\- 20% & more"
        ),
        detailed_description="First line.\n\nSecond line with \\_underscores\\_ and a \\# sign.",
        locations=[sites.boston()],
    )


def hostile_text() -> Json:
    """Text that tries to break the page: NUL, script, control and right-to-left signs."""
    return study(
        nct_id="NCT90000207",
        brief_title=f"Stem Cells for ALS {SCRIPT}{NUL}",
        official_title=f"Cells {RIGHT_TO_LEFT}SLA rof{ZERO_WIDTH} &amp; \"more\" 'signs'",
        brief_summary=f"Before{NUL}after. [Click](javascript:alert(1)) {SCRIPT}",
        sponsor='Example "Quotes" & <Sons>',
        keywords=["ALS", "=1+1", "@cmd"],
        interventions=[intervention(f"Stem cells{NUL}", description="a" * 5000 + RIGHT_TO_LEFT)],
        locations=[location("<b>Hospital</b>", "Boston", "United States", state="Massachusetts")],
        see_also=[{"label": "A link", "url": "javascript:alert(1)"}],
    )


def partial_dates() -> Json:
    """A year, a month, and dates without a type; enrolment 99999999, which means unknown."""
    return study(
        nct_id="NCT90000208",
        brief_title="Stem Cells for ALS, With Dates Half Known",
        official_title=None,
        start="2024",
        start_type=None,
        primary_completion="2027-02",
        completion="2028",
        completion_type=None,
        enrollment=99_999_999,
        enrollment_type=None,
        minimum_age="6 Months",
        maximum_age=None,
        std_ages=["CHILD", "ADULT", "OLDER_ADULT"],
        locations=[sites.kyoto("RECRUITING")],
    )


def title_without_stem_cells() -> Json:
    """Neither titles nor interventions say 'stem cell'; the summary does."""
    return study(
        nct_id="NCT90000209",
        brief_title="Intrathecal Treatment of ALS at a University Hospital",
        official_title=None,
        keywords=None,
        brief_summary="Mesenchymal stem cells from the bone marrow are put into the spinal fluid.",
        interventions=[intervention("Intrathecal injection", type="PROCEDURE")],
        locations=[sites.paris("Example Hospital of the Hill", "RECRUITING")],
    )


def bare() -> Json:
    """As little as a record can hold: most modules are missing."""
    modules = (
        "oversightModule descriptionModule armsInterventionsModule outcomesModule "
        "eligibilityModule contactsLocationsModule"
    )
    return study(
        nct_id="NCT90000210",
        brief_title="Stem Cells for Amyotrophic Lateral Sclerosis",
        official_title=None,
        keywords=None,
        design=None,
        condition_mesh=None,
        without=[f"protocolSection.{name}" for name in modules.split()],
    )


def undocumented_fields() -> Json:
    """With the fields that real answers hold and the OpenAPI document does not."""
    record = study(
        nct_id="NCT90000211",
        brief_title="Stem Cells for ALS, With More Than the Document Says",
        official_title=None,
        locations=[sites.boston()],
    )
    protocol = record["protocolSection"]
    places = protocol["contactsLocationsModule"]
    places["locations_nested"] = [dict(each) for each in places["locations"]]
    protocol["armsInterventionsModule"]["interventions"][0]["interventionMappedName"] = ["MSC"]
    record["derivedSection"]["miscInfoModule"]["modelPredictions"] = {
        "bmiLimits": {"minBmi": 18.5, "maxBmi": 40}
    }
    return record


def all_odd_records() -> list[Json]:
    builders = (
        unplaced_sites,
        no_sites,
        with_alias,
        violation,
        results_not_posted,
        markdown_escapes,
        hostile_text,
        partial_dates,
        title_without_stem_cells,
        bare,
        undocumented_fields,
    )
    return [build() for build in builders]
