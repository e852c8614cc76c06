"""Expressions, filters and fields."""

import pytest

from tests.records import all_examples, studies, study
from tests.stand_in import StandIn, essie
from tests.stand_in.release import nct_id_of
from tests.unit.stand_in.asking import ask, ids_in


class TestExpressions:
    @pytest.mark.parametrize(
        ("expression", "complaint"),
        [
            ("(ALS OR MND", "missing ')' at '<EOF>'"),
            ("ALS)", "mismatched input ')'"),
            ('"stem cell', "token recognition error"),
            ("ALS OR", "mismatched input '<EOF>'"),
            ("AND ALS", "mismatched input 'AND'"),
            ("()", "mismatched input ')'"),
            ("cells [MSC]", "token recognition error"),
            ("AREA[Phase]", "mismatched input '<EOF>'"),
            ("AREA[StartDate]RANGE[2026]", "mismatched input 'RANGE[2026]'"),
            ("AREA[Fase]PHASE1", "unknown area `Fase`"),
        ],
    )
    def test_malformed_ones_are_400(
        self, registry: StandIn, expression: str, complaint: str
    ) -> None:
        response = ask(registry, query__intr=expression)

        assert response.status_code == 400
        assert response.text.startswith("Error parsing query in Intervention / treatment: ")
        assert complaint in response.text

    @pytest.mark.parametrize(
        "expression",
        [
            "lung cancer",
            "(head OR neck) AND pain",
            'ALS OR "motor neuron disease" OR (Lou AND Gehrig\'s)',
            "AREA[LastUpdatePostDate]RANGE[2023-01-15,MAX]",
            "AREA[MinimumAge]RANGE[MIN, 16 years] AND AREA[MaximumAge]RANGE[16 years, MAX]",
            "AREA[Phase](PHASE1 OR PHASE2) AND NOT AREA[StudyType]OBSERVATIONAL",
            "EXPANSION[Concept]stem cells AND COVERAGE[FullMatch]ALS",
            "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)",
            "AREA[ResultsFirstPostDate]MISSING",
            "ORAL ANDES NOTE",
        ],
    )
    def test_well_formed_ones_are_read(self, expression: str) -> None:
        assert essie.parse(expression)

    def test_words_are_answered_wide_unless_asked(self) -> None:
        with StandIn(all_examples()) as registry:
            wide = ask(registry, query__cond="no such disease", pageSize=1000)
            registry.matching = True
            narrow = ask(registry, query__cond="no such disease", pageSize=1000)
            some = ask(registry, query__cond='"cardiac arrest" OR stroke', pageSize=1000)

        assert len(ids_in(wide)) == len(all_examples())
        assert ids_in(narrow) == []
        assert sorted(ids_in(some)) == ["NCT90000106", "NCT90000108"]


class TestFilters:
    @pytest.mark.parametrize(
        ("expression", "kept"),
        [
            ("AREA[LastUpdatePostDate]RANGE[2026-10-01,MAX]", {"new", "edge"}),
            ("AREA[LastUpdatePostDate]RANGE[MIN,2026-09]", {"old"}),
            ("AREA[LastUpdatePostDate]RANGE[2026-10,2026-10]", {"edge"}),
            ("NOT AREA[LastUpdatePostDate]RANGE[2026-10-01,MAX]", {"old"}),
            ("AREA[Phase]PHASE3", {"old"}),
            ("AREA[Phase](PHASE1 OR PHASE3)", {"old", "new"}),
            ("AREA[EnrollmentCount]RANGE[MIN, 20]", {"new"}),
            ("AREA[Phase]MISSING", {"edge"}),
        ],
    )
    @pytest.mark.parametrize("name", ["filter.advanced", "postFilter.advanced"])
    def test_advanced_is_honoured(self, name: str, expression: str, kept: set[str]) -> None:
        records = {
            "old": study(nct_id="NCT90000001", last_update_posted="2026-09-30", phases=["PHASE3"]),
            "edge": study(nct_id="NCT90000002", last_update_posted="2026-10-01", phases=None),
            "new": study(
                nct_id="NCT90000003",
                last_update_posted="2026-11-20",
                phases=["PHASE1"],
                enrollment=9,
            ),
        }
        with StandIn(records.values()) as registry:
            found = ids_in(ask(registry, **{name: expression}))

        assert set(found) == {nct_id_of(records[each]) for each in kept}

    def test_a_range_in_a_query_is_judged_though_its_words_are_not(self) -> None:
        records = [*studies(2), study(nct_id="NCT90000009", last_update_posted="2020-01-01")]
        expression = "nonsense AND AREA[LastUpdatePostDate]RANGE[2026-01-01,MAX]"
        with StandIn(records) as registry:
            assert len(ids_in(ask(registry, query__term=expression))) == 2

    def test_a_range_that_is_not_played_says_so(self, registry: StandIn) -> None:
        expression = "AREA[MinimumAge]RANGE[MIN, 16 years]"

        assert ask(registry, filter__advanced=expression).status_code == 501

    def test_ids_find_aliases_too(self) -> None:
        with StandIn(all_examples()) as registry:
            found = ids_in(ask(registry, filter__ids="nct90000921,NCT90000001|NCT90009999"))

        assert sorted(found) == ["NCT90000001", "NCT90000203"]

    def test_statuses(self) -> None:
        with StandIn(all_examples()) as registry:
            found = ids_in(ask(registry, filter__overallStatus="WITHDRAWN|UNKNOWN"))

        assert sorted(found) == ["NCT90000010", "NCT90000012"]


class TestFields:
    def test_only_what_is_asked_comes(self, registry: StandIn) -> None:
        answer = ask(registry, fields="NCTId|LocationCity,ConditionsModule", pageSize=1).json()
        (found,) = answer["studies"]
        protocol = found["protocolSection"]

        assert found.keys() == {"protocolSection"}
        assert protocol["identificationModule"].keys() == {"nctId"}
        assert protocol["conditionsModule"].keys() == {"conditions", "keywords"}
        assert protocol["contactsLocationsModule"] == {"locations": [{"city": "Boston"}]}

    def test_paths_are_names_too(self, registry: StandIn) -> None:
        path = "protocolSection.statusModule.overallStatus"
        answer = ask(registry, "/studies/NCT90001000", fields=f"{path},HasResults").json()

        assert answer == {
            "protocolSection": {"statusModule": {"overallStatus": "RECRUITING"}},
            "hasResults": False,
        }
