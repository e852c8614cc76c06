"""The search: its addresses, its words, and no dead end."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.integration.catalogue import publish
from tests.integration.pages.reading_pages import HTML, Shown, shown, words_of
from tests.records import sites, studies, study
from trials.models import Study
from trials.reading.scope import Scope

pytestmark = pytest.mark.usefixtures("examples")
Queries = Callable[..., Any]


def open_buttons(page: Shown) -> list[str]:
    return [text for text in page.links if text.startswith("Open ")]


class TestAddresses:
    """Every state is an address, and none keeps what should not be kept."""

    @pytest.mark.parametrize(
        ("typed", "address"),
        [
            ("/trials/?near=02114&within=100", "/trials/?near=boston-ma-us&within=100"),
            ("/trials/?near=Boston&phase=PHASE1", "/trials/?phase=PHASE1&near=boston-ma-us"),
            ("/trials/?near=seoul", "/trials/?near=seoul-kr"),
            ("/trials/?near=boston-ma-us&near=Seoul", "/trials/?near=seoul-kr"),
        ],
    )
    def test_a_typed_place_moves_to_its_slug(
        self, client: Client, typed: str, address: str
    ) -> None:
        response = client.get(typed)
        assert (response.status_code, response["Location"]) == (302, address)
        assert response["Cache-Control"] == "private, no-store"

    def test_fields_left_empty_change_nothing(self, client: Client) -> None:
        page = shown(client, "/trials/?near=boston-ma-us&near=&q=&within=&results=&since=")
        assert page.title.endswith("by distance from Boston, MA")
        assert not page.all("section", class_="notice")

    @pytest.mark.parametrize("typed", ["NCT90000001", "nct90000001", "NCT 90000001", "NCT90000921"])
    def test_a_study_number_alone_leads_to_its_page(self, client: Client, typed: str) -> None:
        response = client.get("/trials/", {"q": typed})
        nct_id = "NCT90000203" if "921" in typed else "NCT90000001"
        assert (response.status_code, response["Location"]) == (302, f"/trials/{nct_id}/")

    def test_an_id_of_today_comes_before_a_former_one(self, client: Client) -> None:
        first, last = Study.objects.order_by("pk")[0], Study.objects.order_by("-pk")[0]
        Study.objects.filter(pk=first.pk).update(nct_id_aliases=[last.nct_id])
        response = client.get("/trials/", {"q": last.nct_id})
        assert response["Location"] == f"/trials/{last.nct_id}/"

    def test_a_number_that_we_do_not_hold_is_searched_for(self, client: Client) -> None:
        assert shown(client, "/trials/?q=NCT09999999").title.startswith("No trials")

    def test_the_canonical_address_has_one_order_of_parameters(self, client: Client) -> None:
        mixed = shown(client, "/trials/?phase=PHASE2&status=RECRUITING&phase=PHASE1&unit=&page=1")
        canonical = mixed.all("link", rel="canonical")[0].get("href", "")
        assert canonical.endswith("/trials/?status=RECRUITING&phase=PHASE1&phase=PHASE2")

    def test_it_takes_few_queries(
        self, client: Client, django_assert_max_num_queries: Queries
    ) -> None:
        with django_assert_max_num_queries(7):
            client.get("/trials/?near=boston-ma-us&within=100&q=stem")


class TestResults:
    """What a card says."""

    def test_results_stand_before_filters_in_the_document(self, client: Client) -> None:
        text = shown(client, "/trials/").text
        assert text.index("Open trial 1") < text.index('id="filters"')

    def test_one_tab_stop_a_result_and_twelve_at_most_before_the_first(
        self, client: Client
    ) -> None:
        page = shown(
            client,
            "/trials/?phase=PHASE1&phase=PHASE2&phase=PHASE3&cell=mesenchymal&cell=neural"
            "&country=US&country=FR&status=RECRUITING",
        )
        stops = list(page.links)
        assert stops.index(open_buttons(page)[0]) <= 12
        assert all(len(list(one.iter(f"{HTML}a"))) == 1 for one in cards(page))

    def test_distance_is_to_the_city_and_the_site_keeps_its_own_status(
        self, client: Client
    ) -> None:
        page = shown(client, "/trials/?near=boston-ma-us&within=100&status=NOT_YET_RECRUITING")
        facts = page.words("dd")
        assert "Less than 5 miles away (to the city, Boston)" not in facts
        page = shown(client, "/trials/?near=boston-ma-us&within=100")
        assert "Less than 5 miles away (to the city, Boston)" in page.words("dd")

    def test_a_site_without_a_status_says_so(self, client: Client) -> None:
        publish(study(nct_id="NCT90000950", locations=[sites.boston(None)]))
        page = shown(client, "/trials/?near=boston-ma-us&within=25&q=NCT90000950+stem")
        assert "Not stated for this place" in page.words("dd")

    def test_a_status_that_nobody_confirmed_for_two_years_says_so(self, client: Client) -> None:
        publish(study(nct_id="NCT90000951", status_verified="2023-01"))
        page = shown(client, "/trials/?q=NCT90000951+stem")
        notes = page.words("p", class_="card-note")
        assert notes == [
            "Nobody has confirmed this status since January 2023, more than two years ago."
        ]

    def test_studies_near_to_these_are_one_click_away_as_what_they_are(
        self, client: Client
    ) -> None:
        page = shown(client, "/trials/")
        other = next(text for text in page.links if text.startswith("Other living cells given"))
        listed = shown(client, page.links[other])
        assert listed.words("p", class_="card-note")[0].startswith("Not stem cells given")

    def test_observational_studies_and_expanded_access_are_named(self, client: Client) -> None:
        watching = shown(client, "/trials/?q=NCT90000015+stem")
        assert "This study watches people. It gives no treatment." in watching.text
        assert watching.title.startswith("1 study of ")
        access = shown(client, "/trials/?q=NCT90000008+cells")
        assert "Expanded access:" in access.words("p", class_="card-note")[0]

    def test_pages_follow_each_other(self, client: Client) -> None:
        publish(*studies(45))
        first = shown(client, "/trials/?q=stem")
        second = shown(client, first.links["Next page"])
        assert open_buttons(second)[0] in ("Open trial 21", "Open study 21")
        assert second.links["Previous page"].endswith("/trials/?q=stem")

    def test_a_page_past_the_end_is_the_last_and_that_is_said(self, client: Client) -> None:
        page = shown(client, "/trials/?page=400")
        assert "this is the last page" in page.words("section", class_="notice")[0]
        assert open_buttons(page)


def cards(page: Shown) -> list[Any]:
    return page.all("li", class_="card")


class TestChoices:
    """Chips, filters and what was ignored."""

    def test_each_choice_can_be_taken_away(self, client: Client) -> None:
        page = shown(client, "/trials/?status=RECRUITING&phase=PHASE1&near=boston-ma-us&within=100")
        assert page.links["Remove filter: Recruiting"] == (
            "/trials/?phase=PHASE1&near=boston-ma-us&within=100"
        )
        assert page.links["Remove filter: within 100 miles of Boston, MA"] == (
            "/trials/?status=RECRUITING&phase=PHASE1"
        )
        assert page.links["Remove all filters"] == "/trials/"

    def test_nothing_is_chosen_in_advance(self, client: Client) -> None:
        page = shown(client, "/trials/")
        ticked = [one for one in page.all("input", type="checkbox") if "checked" in one.attrib]
        assert not ticked

    def test_what_was_chosen_is_ticked(self, client: Client) -> None:
        page = shown(client, "/trials/?status=RECRUITING")
        ticked = [one for one in page.all("input", type="checkbox") if "checked" in one.attrib]
        assert [one.get("value") for one in ticked] == ["RECRUITING"]

    def test_each_count_is_what_choosing_gives(self, client: Client) -> None:
        page = shown(client, "/trials/")
        options = [(one[0], words_of(one)) for one in page.all("label", class_="option")]
        counted = [
            (box, text)
            for box, text in options
            if box.get("name") in ("status", "phase", "cell", "country", "donor")
        ]
        assert len(counted) > 20
        for box, text in counted:
            count = text.rpartition("(")[2].rstrip(")")
            found = shown(client, f"/trials/?{box.get('name')}={box.get('value')}")
            assert found.title.startswith(f"{count} "), text

    def test_a_bad_value_is_named_and_the_rest_holds(self, client: Client) -> None:
        page = shown(client, "/trials/?phase=PHASE9&status=RECRUITING")
        assert "Phase: “PHASE9” is not a value of this filter." in page.words("p")
        assert "recruiting" in page.title

    def test_what_was_left_out_is_called_as_its_filter_is(self, client: Client) -> None:
        bad = "status=x&cell=x&near=x-us&sort=x&since=x&results=x&within=x"
        page = shown(client, f"/trials/?{bad}")
        left_out = page.words("section", class_="notice")[0]
        titles = {*page.words("legend"), *page.words("label"), *page.words("summary")}
        for name in ("Status", "Kind of cell", "Town or US ZIP code", "Order of the list"):
            assert f"{name}: “" in left_out
            assert name in titles

    def test_where_nothing_is_found_every_choice_can_be_let_go_at_once(
        self, client: Client
    ) -> None:
        page = shown(client, "/trials/?status=WITHHELD&phase=PHASE4&cell=neural&country=FR")
        assert page.title.startswith("No ")
        first = page.all("ul", class_="chips")[0]
        assert len(list(first)) == 4

    def test_an_ambiguous_place_is_offered_as_choices(self, client: Client) -> None:
        page = shown(client, "/trials/?near=Springfield&status=RECRUITING")
        address = page.links["Near Springfield, Massachusetts, United States"]
        assert address == "/trials/?status=RECRUITING&near=springfield-ma-us"

    def test_a_country_typed_as_a_place_is_offered_as_a_country(self, client: Client) -> None:
        page = shown(client, "/trials/?near=France")
        assert page.links["Anywhere in France"] == "/trials/?country=FR"

    def test_an_unknown_place_says_what_to_do(self, client: Client) -> None:
        page = shown(client, "/trials/?near=99999")
        assert "We do not know the ZIP code “99999”" in page.words("h2")


class TestNoMatch:
    """No match is not a dead end."""

    def test_one_choice_less_is_offered_with_its_count(self, client: Client) -> None:
        page = shown(client, "/trials/?status=WITHDRAWN&near=boston-ma-us&within=25")
        assert page.title.startswith("No trials")
        offered = next(text for text in page.links if text.startswith("Not only within 25 miles"))
        count = offered.rpartition(": ")[2].split()[0]
        assert shown(client, page.links[offered]).title.startswith(count)

    def test_where_that_is_not_enough_each_choice_alone_is_offered(self, client: Client) -> None:
        page = shown(client, "/trials/?status=WITHHELD&phase=PHASE4&near=boston-ma-us&within=25")
        alone = next(text for text in page.links if text.startswith("Only “within 25 miles"))
        assert not shown(client, page.links[alone]).title.startswith("No ")

    def test_people_who_help_and_the_registry_are_named(self, client: Client) -> None:
        links = shown(client, "/trials/?status=WITHHELD").links
        assert links["The ALS Association (United States)"] == "https://www.als.org"
        assert links["Search ClinicalTrials.gov itself"].startswith("https://clinicaltrials.gov/")


def test_what_was_left_out_is_counted_with_its_reason(client: Client) -> None:
    left_out = Study.objects.filter(scope=Scope.LEFT_OUT).count()
    assert left_out
    page = shown(client, "/trials/")
    assert f"We read {left_out} more stud" in page.text
    assert page.links["How we choose what is listed"] == "/about/data/"
