"""Requests that the official document forbids get a 400 in plain text."""

import json

import pytest
import yaml

from tests.records.shared import shared_path
from tests.stand_in import StandIn, remake
from tests.stand_in.parameters import FACTS
from tests.stand_in.pieces import PIECES
from tests.unit.stand_in.asking import ask


class TestAgainstTheOfficialDocument:
    pytestmark = pytest.mark.shared_records

    def test_the_parameters_are_those_of_the_document(self) -> None:
        text = shared_path(f"spec/{remake.OPENAPI}").read_text(encoding="utf-8")

        assert remake.parameters_of(yaml.safe_load(text)) == FACTS

    def test_the_pieces_are_those_of_the_metadata(self) -> None:
        text = shared_path(f"spec/{remake.METADATA}").read_text(encoding="utf-8")

        assert remake.pieces_of(json.loads(text)) == PIECES


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("format", "xml"),
            ("filter.overallStatus", "RECRUITING|OPEN"),
            ("filter.overallStatus", "recruiting"),
            ("filter.ids", "NCT123456789"),
            ("filter.geo", "near Boston"),
            ("pageSize", "many"),
            ("pageSize", "-1"),
            ("pageSize", "99999999999"),
            ("countTotal", "yes"),
            ("sort", "LastUpdatePostDate:down"),
            ("sort", "BriefTitle"),
            ("sort", "StartDate,EnrollmentCount,NCTId"),
            ("fields", ""),
            ("fields", "1stField"),
            ("pageToken", "abracadabra"),
            ("filter.advanced", "AREA[NoSuchPiece]x"),
        ],
    )
    def test_a_bad_value_is_400_in_plain_text(
        self, registry: StandIn, name: str, value: str
    ) -> None:
        response = ask(registry, **{name: value})

        assert response.status_code == 400
        assert response.headers["Content-Type"].startswith("text/plain")
        assert name in response.text or "Error parsing query" in response.text

    def test_an_unknown_parameter_is_named(self, registry: StandIn) -> None:
        response = ask(registry, filter__phase="PHASE3")

        assert response.status_code == 400
        assert response.text == "`filter.phase` is unknown parameter"

    def test_a_parameter_given_twice_is_refused(self, registry: StandIn) -> None:
        assert ask(registry, fields=["NCTId", "BriefTitle"]).status_code == 400

    @pytest.mark.parametrize("path", ["/version", "/studies/NCT90001000", "/stats/size"])
    def test_other_paths_check_their_parameters_too(self, registry: StandIn, path: str) -> None:
        assert ask(registry, path, pageSize=1).status_code == 400

    def test_an_unknown_field_is_500(self, registry: StandIn) -> None:
        assert ask(registry, fields="NoSuchPiece").status_code == 500

    @pytest.mark.parametrize(
        ("name", "value"),
        [("filter.geo", "distance(42.3,-71.1,50mi)"), ("format", "csv"), ("aggFilters", "sex:f")],
    )
    def test_what_is_not_played_says_so(self, registry: StandIn, name: str, value: str) -> None:
        response = ask(registry, **{name: value})

        assert response.status_code == 501
        assert "does not play" in response.text

    @pytest.mark.parametrize("path", ["/studies/metadata", "/stats/field/sizes"])
    def test_paths_that_are_not_played_say_so(self, registry: StandIn, path: str) -> None:
        assert ask(registry, path).status_code == 501

    def test_a_path_outside_the_document_is_404(self, registry: StandIn) -> None:
        assert ask(registry, "/trials").status_code == 404
