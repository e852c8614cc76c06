"""Finding, on real Postgres: what is found, in what order, with what counts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.catalogue import NOW, publish
from tests.records import all_examples, sites, study
from trials.models import Study
from trials.places import PlaceFound, distance_km
from trials.reading.scope import Scope
from trials.search.criteria import Criteria
from trials.search.find import count, relaxations, search
from trials.search.results import SearchResult
from trials.sync.starter import load_starter_studies

pytestmark = pytest.mark.django_db
BOSTON = PlaceFound(
    slug="boston-ma-us",
    name="Boston",
    admin_name="Massachusetts",
    admin_code="MA",
    country_code="US",
    latitude=42.35843,
    longitude=-71.05977,
    population=653833,
)


@pytest.fixture
def examples() -> None:
    publish(*all_examples())


def ids(result: SearchResult) -> list[str]:
    return [hit.study.nct_id for hit in result.hits]


def everything(criteria: Criteria, place: PlaceFound | None = None) -> set[str]:
    return set(ids(search(criteria, place=place, page_size=1000)))


@pytest.mark.usefixtures("examples")
class TestOverTheExamples:
    """The invented studies of tests/records."""

    def test_the_bare_search_lists_stem_cells_given_to_people_with_als(self) -> None:
        listed = Study.objects.filter(scope=Scope.LISTED).values_list("nct_id", flat=True)
        assert everything(Criteria()) == set(listed) != set()

    def test_recruiting_studies_come_first(self) -> None:
        statuses = [hit.study.overall_status for hit in search(Criteria()).hits]
        assert statuses[0] == "RECRUITING"
        assert "RECRUITING" not in statuses[statuses.count("RECRUITING") :]

    def test_phase_1_2_is_found_under_phase_1_and_under_phase_2(self) -> None:
        both = {s.nct_id for s in Study.objects.filter(phases=["PHASE1", "PHASE2"])}
        for phase in ("PHASE1", "PHASE2"):
            found = everything(Criteria(phase=(phase,)))
            assert both & everything(Criteria()) <= found

    def test_a_record_without_a_phase_is_found_as_such(self) -> None:
        found = everything(Criteria(phase=("NO_PHASE",)))
        assert found
        assert all(not s.phases for s in Study.objects.filter(nct_id__in=found))

    @pytest.mark.parametrize("q", ["MND", "motor neurone disease", "Lou Gehrig's", "als"])
    def test_names_of_the_disease_find_the_same(self, q: str) -> None:
        assert everything(Criteria(q=q)) == everything(Criteria(q="ALS")) != set()

    def test_fat_finds_adipose(self) -> None:
        assert everything(Criteria(q="fat")) == everything(Criteria(q="adipose")) != set()

    def test_a_word_that_nothing_holds_finds_nothing_and_says_what_would(self) -> None:
        criteria = Criteria(q="xylophone", status=("RECRUITING",))
        result, less = search(criteria), relaxations(criteria)
        assert (result.total, result.hits) == (0, ())
        assert less[0].name == "q"
        assert less[0].count == count(Criteria(status=("RECRUITING",)))

    def test_country_names_old_and_new_are_one_country(self) -> None:
        found = Study.objects.filter(nct_id__in=everything(Criteria(country=("KR",))))
        assert {"Korea, Republic of", "South Korea"} <= {
            site.country for s in found for site in s.sites.all()
        }

    def test_a_state_narrows_its_country(self) -> None:
        in_state = everything(Criteria(country=("US",), state=("US-MA",)))
        in_country = everything(Criteria(country=("US",)))
        assert set() != in_state < in_country

    def test_results_posted(self) -> None:
        found = Study.objects.filter(nct_id__in=everything(Criteria(results="yes")))
        assert found
        assert all(s.has_results for s in found)

    def test_updated_since(self) -> None:
        day = date(2026, 9, 1)
        found = Study.objects.filter(nct_id__in=everything(Criteria(since=day)))
        assert found
        assert all(s.last_update_post_date and s.last_update_post_date >= day for s in found)

    def test_other_roles_are_one_click_away_under_their_name(self) -> None:
        kinds = {value.value: value.count for value in search(Criteria()).facet("kind").values}
        for kind in ("other_cells_given", "cell_free_product", "mobilises_own_cells", "mnd_other"):
            assert len(everything(Criteria(kind=(kind,)))) == kinds[kind] > 0

    def test_what_was_left_out_is_in_no_answer(self) -> None:
        left_out = set(Study.objects.filter(scope=Scope.LEFT_OUT).values_list("nct_id", flat=True))
        kinds = [value.value for value in search(Criteria()).facet("kind").values]
        assert left_out
        assert not left_out & everything(Criteria(kind=tuple(kinds)))

    def test_a_delisted_study_is_no_longer_found(self) -> None:
        some = search(Criteria()).hits[0].study
        Study.objects.filter(pk=some.pk).update(delisted_at=NOW)
        assert some.nct_id not in everything(Criteria())

    def test_pages_hold_every_study_once(self) -> None:
        total = search(Criteria()).total
        pages = [search(Criteria(page=page), page_size=4) for page in range(1, total // 4 + 2)]
        found = [nct_id for page in pages for nct_id in ids(page)]
        assert len(found) == len(set(found)) == total
        assert [hit.number for page in pages for hit in page.hits] == list(range(1, total + 1))


CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "status": st.sampled_from([(), ("RECRUITING",), ("COMPLETED", "RECRUITING"), ("UNKNOWN",)]),
    "phase": st.sampled_from([(), ("PHASE1",), ("NO_PHASE", "PHASE3")]),
    "cell": st.sampled_from([(), ("mesenchymal",), ("mesenchymal_ntf", "neural")]),
    "donor": st.sampled_from([(), ("autologous",)]),
    "route": st.sampled_from([(), ("intrathecal",), ("intravenous", "not_stated")]),
    "kind": st.sampled_from([(), ("mnd_other", "stem_cells")]),
    "country": st.sampled_from([(), ("US",), ("KR", "US"), ("IL",)]),
    "results": st.sampled_from(["", "no"]),
    "within": st.sampled_from([None, 30, 3000]),
    "q": st.sampled_from(["", "ALS", "marrow"]),
}
criteria_and_place = st.fixed_dictionaries(CHOICES).flatmap(
    lambda chosen: st.sampled_from([(chosen, None), (chosen, BOSTON)])
)


@given(criteria_and_place)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_counts_keep_their_promise(
    examples: None, chosen_and_place: tuple[dict[str, Any], PlaceFound | None]
) -> None:
    """Each count is what choosing that value gives; each relaxation what dropping gives."""
    chosen, place = chosen_and_place
    if place is None:
        chosen = {**chosen, "within": None}
    criteria = Criteria(**chosen, near=place.slug if place else "")
    result = search(criteria, place=place, page_size=1000)
    assert result.total == len(result.hits)
    for name in ("status", "phase", "cell", "kind", "route", "donor", "country"):
        for value in result.facet(name).values:
            alone = criteria.with_(**{name: (value.value,)})
            assert count(alone, place=place) == value.count, (name, value)
    for less in relaxations(criteria, place=place):
        dropped = None if less.name == "near" else place
        assert count(less.criteria, place=dropped) == less.count, less


class TestNear:
    """Distances: to the nearest site that matches the status."""

    def two_sites(self, **statuses: str) -> None:
        publish(
            study(
                nct_id="NCT90000001",
                overall_status="RECRUITING",
                locations=[
                    sites.boston(statuses.get("boston")),
                    sites.los_angeles(statuses.get("los_angeles")),
                ],
            )
        )

    def test_the_nearest_site_that_matches_the_status(self) -> None:
        self.two_sites(boston="COMPLETED", los_angeles="RECRUITING")
        near = Criteria(near=BOSTON.slug, status=("RECRUITING",))
        hit = search(near, place=BOSTON).hits[0]
        assert hit.nearest is not None
        assert hit.nearest.city == "Los Angeles"
        assert hit.distance_km == pytest.approx(4170, abs=20)
        assert everything(near.with_(within=100), BOSTON) == set()

    def test_a_site_without_a_status_follows_the_study(self) -> None:
        self.two_sites(los_angeles="RECRUITING")
        near = Criteria(near=BOSTON.slug, within=100, status=("RECRUITING",))
        hit = search(near, place=BOSTON).hits[0]
        assert hit.nearest is not None
        assert (hit.nearest.city, hit.nearest.status) == ("Boston", "")

    def test_of_two_sites_as_near_the_one_with_its_own_status_is_named(self) -> None:
        unsaid, said = sites.boston(None), {**sites.boston("RECRUITING"), "facility": "Said"}
        publish(study(nct_id="NCT90000001", locations=[unsaid, said]))
        hit = search(Criteria(near=BOSTON.slug), place=BOSTON).hits[0]
        assert hit.nearest is not None
        assert hit.nearest.facility == "Said"

    @pytest.mark.usefixtures("examples")
    def test_nearest_first(self) -> None:
        result = search(Criteria(near=BOSTON.slug), place=BOSTON, page_size=1000)
        distances = [hit.distance_km for hit in result.hits if hit.distance_km is not None]
        assert distances == sorted(distances)
        assert distances

    @pytest.mark.usefixtures("examples")
    @pytest.mark.parametrize("within", [10, 100, 3000, 20000])
    def test_as_a_brute_force_search_finds(self, within: int) -> None:
        near = Criteria(near=BOSTON.slug, within=within, unit="km")
        assert everything(near, BOSTON) == set(self.brute_force(within))

    def brute_force(self, within: float) -> Iterable[str]:
        centre = (BOSTON.latitude, BOSTON.longitude)
        for one in Study.objects.filter(scope=Scope.LISTED):
            points = [(s.latitude, s.longitude) for s in one.sites.all()]
            if any(
                distance_km(centre, (lat, lon)) <= within
                for lat, lon in points
                if lat is not None and lon is not None
            ):
                yield one.nct_id


def test_a_starter_study_is_never_recruiting_now() -> None:
    load_starter_studies(now=NOW)
    assert everything(Criteria(status=("RECRUITING",))) == set()
    found = everything(Criteria(status=("RECRUITING_LAST_KNOWN",)))
    assert found
    assert all(s.is_starter for s in Study.objects.filter(nct_id__in=found))


def test_an_empty_catalogue_is_an_answer() -> None:
    assert search(Criteria()).total == 0


@pytest.mark.parametrize("q", ["a' OR 1=1 --", "%s %(x)s", "\\", "🙂", "a" * 200, "& | ! :*"])
def test_no_words_break_the_search(examples: None, q: str) -> None:
    search(Criteria(q=q))
