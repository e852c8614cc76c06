"""The sheet of questions on paper: one page, whatever the record holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import looking
from tests.journeys.conftest import SMALL, WIDE, NewContext
from tests.journeys.running_site import Database, free_port, manage, new_database, served
from tests.journeys.running_site import variables_for as variables
from tests.records import all_examples, study
from tests.records.parts import Json, contact, intervention, location, reference, sponsor
from tests.records.shared import SHARED, needs_shared_records, shared_als_records
from tests.stand_in import StandIn

PAGE_OBJECT = re.compile(rb"/Type\s*/Page(?!s)")
PAPERS = ["A4", "Letter"]
LONG = "NCT90000999"
EXAMPLES = [one["protocolSection"]["identificationModule"]["nctId"] for one in all_examples()]


def longest() -> Json:
    """As much in every field as a record may hold, and a rule to find in each."""
    countries = ("United States", "Israel", "Spain", "Italy", "Poland")
    return study(
        nct_id=LONG,
        brief_title="Mesenchymal and Neural Stem Cells for Amyotrophic Lateral Sclerosis " * 4,
        sponsor="Example University Hospital of the Northern and Southern Provinces " * 2,
        collaborators=[sponsor("Example Foundation")],
        status_verified="2019-09",
        has_dmc=False,
        central_contacts=[contact(email="a.very.long.name.of.a.study.team@" + "x" * 40 + ".org")],
        locations=[location("Hospital", "Town", one) for one in countries],
        design={
            "allocation": "RANDOMIZED",
            "interventionModel": "PARALLEL",
            "maskingInfo": {"masking": "NONE"},
        },
        phases=["PHASE2", "PHASE3"],
        interventions=[
            intervention(
                "Autologous bone marrow and adipose and allogeneic umbilical cord mesenchymal stem "
                "cells, neural stem cells and mononuclear cells",
                description=(
                    "Given by lumbar puncture (intrathecal), intravenous infusion, intramuscular "
                    "injection and intraspinal surgery. Cells are made under GMP conditions in a "
                    "facility that the national ministry of health has inspected and licensed."
                ),
            )
        ],
        detailed_description=(
            "This is a patient-funded study and participants will be charged for all of the cells "
            "and the procedures that go with them. The study was approved by the Ministry of "
            "Health and by the national regulatory agency under the number 2019-1234-ABCD-5678."
        ),
        references=[reference("A paper. Test J. 2024;1:1-9.", type="DERIVED", pmid="1")] * 3,
    )


@pytest.fixture(scope="module")
def long_site(starter_database: tuple[Database, Path], given_database: str) -> Iterator[str]:
    """A site that has had a sync of the longest record, and of the real ones where they are."""
    records = [longest(), *(shared_als_records() if SHARED.is_dir() else [])]
    starter, folder = starter_database
    with new_database(given_database, f"{starter.name}_long", like=starter.name) as database:
        mine = variables(database, folder, free_port())
        with StandIn(records) as registry:
            aimed = {**mine, "CTGOV_BASE_URL": registry.base_url, "CTGOV_PACE_SECONDS": "0"}
            manage(aimed, "sync_studies", "--json")
        with served(mine) as address:
            yield address


def printed_pages(page: Page, paper: str, **options: object) -> int:
    page.evaluate("document.fonts.ready.then(() => true)")
    return len(PAGE_OBJECT.findall(page.pdf(format=paper, **options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_longest_record_prints_on_one_page(long_site: str, wide: Page, paper: str) -> None:
    wide.goto(f"{long_site}/trials/{LONG}/questions/")
    text = wide.locator("main").inner_text()
    for part in ("patient-funded", "GMP", "3 papers", "more than two years ago", "5 places"):
        assert part in text
    assert printed_pages(wide, paper) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_every_example_prints_on_one_page(site: str, wide: Page, paper: str) -> None:
    for nct_id in EXAMPLES:
        answer = wide.goto(f"{site}/trials/{nct_id}/questions/")
        if answer is not None and answer.status == 200:
            assert printed_pages(wide, paper) == 1, nct_id


@needs_shared_records
@pytest.mark.shared_records
@pytest.mark.parametrize("paper", PAPERS)
def test_every_real_record_prints_on_one_page(long_site: str, wide: Page, paper: str) -> None:
    for record in shared_als_records():
        nct_id = record["protocolSection"]["identificationModule"]["nctId"]
        answer = wide.goto(f"{long_site}/trials/{nct_id}/questions/")
        assert answer is not None
        assert answer.status == 200
        assert printed_pages(wide, paper) == 1, nct_id


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("margin", ["0", "0.4in", "12mm"])
def test_margins_of_the_browsers_own_change_nothing(
    long_site: str, wide: Page, paper: str, margin: str
) -> None:
    wide.goto(f"{long_site}/trials/{LONG}/questions/")
    margins = dict.fromkeys(("top", "bottom", "left", "right"), margin)
    assert printed_pages(wide, paper, margin=margins) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_a_wider_font_than_ours_still_fits(long_site: str, guarded: NewContext, paper: str) -> None:
    context = guarded(viewport=WIDE)
    context.route("**/*.woff2", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{long_site}/trials/{LONG}/questions/", wait_until="networkidle")
    assert printed_pages(page, paper) == 1


def test_paper_has_room_to_write_and_the_address_in_words(site: str, wide: Page) -> None:
    wide.goto(f"{site}/trials/NCT90000001/questions/")
    wide.emulate_media(media="print")
    wide.set_viewport_size({"width": 740, "height": 1040})
    rooms = [room.bounding_box() for room in wide.locator(".sheet-room").all()]
    assert len(rooms) == 8
    assert all(room and room["height"] >= 30 for room in rooms)
    assert wide.get_by_text("https://clinicaltrials.gov/study/NCT90000001").is_visible()
    assert wide.get_by_text("Data from ClinicalTrials.gov as of").first.is_visible()
    assert not wide.locator(".site-header").is_visible()


@pytest.mark.parametrize(("size", "points"), [("text-large", 16), ("text-larger", 20)])
def test_large_print_is_large_and_loses_nothing(
    site: str, wide: Page, size: str, points: int
) -> None:
    wide.goto(f"{site}/trials/NCT90000001/questions/")
    words = wide.locator("main li").all_inner_texts()
    looking.dressed(wide, size)
    wide.emulate_media(media="print")
    wide.set_viewport_size({"width": 740, "height": 1040})
    sizes = wide.evaluate(
        "[...document.querySelectorAll('.sheet :is(h1, h2, p, dt, dd)')]"
        ".map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert min(sizes) >= points - 0.1
    assert looking.faults(wide, *looking.FITS) == []
    assert wide.locator("main li").all_inner_texts() == words
    assert 1 < printed_pages(wide, "A4") <= 6


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without"])
def test_a_caregiver_compares_two_and_prints_the_questions(
    site: str, guarded: NewContext, *, has_scripts: bool
) -> None:
    # Given a caregiver with a small phone
    page = guarded(viewport=SMALL, java_script_enabled=has_scripts).new_page()
    page.goto(f"{site}/trials/?status=RECRUITING")
    # when they tick two trials and look at them side by side
    page.get_by_label("Compare 1", exact=True).check()
    page.get_by_label("Compare 3", exact=True).check()
    page.get_by_role("button", name="Compare what you ticked").click()
    expect(page.get_by_role("heading", name="2 studies side by side")).to_be_visible()
    assert looking.faults(page, *looking.FITS) == []
    # and go on to the first one's questions
    page.get_by_role("link", name="Open study 1").click()
    page.get_by_role("link", name="Questions to ask", exact=True).click()
    # then there is one sheet of paper, with the study's number on it
    number = page.get_by_role("heading", level=1).inner_text()
    assert re.fullmatch(r"Questions to ask about NCT\d{8}", number)
    assert printed_pages(page, "A4") == 1
