"""The records that tests build are records that the registry could have sent."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from openapi_schema_validator import OAS30Validator

from tests.records import Json, all_examples, odd_records, studies, study
from tests.records.shared import shared_path, shared_records
from tests.stand_in.pieces import PATHS
from tests.stand_in.release import nct_id_of

EXAMPLES = {nct_id_of(record): record for record in all_examples()}
DOCUMENTED = {
    nct_id: record
    for nct_id, record in EXAMPLES.items()
    if nct_id != nct_id_of(odd_records.undocumented_fields())
}


def paths_in(value: Any, above: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from paths_in(item, above)
    elif isinstance(value, dict) and not above.endswith(".geoPoint"):
        for name, item in value.items():
            path = f"{above}.{name}".lstrip(".")
            yield path
            yield from paths_in(item, path)


@pytest.fixture(scope="session")
def strict_schema() -> OAS30Validator:
    """The official schema of a study, with every property that it does not name forbidden."""
    document = yaml.safe_load(shared_path("spec/ctg-oas-v2.0.5.yaml").read_text(encoding="utf-8"))
    schemas = document["components"]["schemas"]
    for schema in schemas.values():
        if "properties" in schema:
            schema["additionalProperties"] = False
    return OAS30Validator({**schemas["Study"], "components": {"schemas": schemas}})


@pytest.mark.shared_records
@pytest.mark.parametrize("nct_id", DOCUMENTED)
def test_every_example_fits_the_official_schema(nct_id: str, strict_schema: OAS30Validator) -> None:
    problems = [error.message for error in strict_schema.iter_errors(DOCUMENTED[nct_id])]

    assert problems == []


@pytest.mark.shared_records
def test_the_strict_schema_can_fail(strict_schema: OAS30Validator) -> None:
    wrong = study(also={"protocolSection.statusModule.overalStatus": "RECRUITING"})
    unknown = study(overall_status="OPEN")

    assert not strict_schema.is_valid(wrong)
    assert not strict_schema.is_valid(unknown)


@pytest.mark.parametrize("nct_id", DOCUMENTED)
def test_every_field_of_an_example_is_in_the_data_model(nct_id: str) -> None:
    assert set(paths_in(DOCUMENTED[nct_id])) - PATHS.keys() == set()


@pytest.mark.shared_records
def test_real_records_use_no_field_outside_the_data_model_but_the_known_ones() -> None:
    unknown = {
        path.rpartition(".")[2] if "." in path else path
        for record in shared_records()
        for path in set(paths_in(record)) - PATHS.keys()
        if not any(part in path for part in ("locations_nested", "modelPredictions"))
    }

    assert unknown == {"interventionMappedName"}


def test_ids_can_never_be_real_ones() -> None:
    aliases = [
        alias
        for record in EXAMPLES.values()
        for alias in record["protocolSection"]["identificationModule"].get("nctIdAliases", [])
    ]

    assert len(EXAMPLES) == len(all_examples())
    assert all("NCT90000000" <= nct_id <= "NCT99999999" for nct_id in [*EXAMPLES, *aliases])


def test_every_contact_is_at_example_org() -> None:
    def mails_in(value: Any) -> Iterator[str]:
        if isinstance(value, list | dict):
            for item in value if isinstance(value, list) else value.values():
                yield from mails_in(item)
        elif isinstance(value, str) and "@example" in value:
            yield value

    mails = list(mails_in(all_examples()))

    assert len(mails) > len(EXAMPLES)
    assert all(mail.endswith("@example.org") for mail in mails)


def test_none_leaves_a_field_out() -> None:
    record = study(phases=None, enrollment=None, start=None, locations=None, results=None)

    assert "phases" not in record["protocolSection"]["designModule"]
    assert "enrollmentInfo" not in record["protocolSection"]["designModule"]
    assert "startDateStruct" not in record["protocolSection"]["statusModule"]
    assert "locations" not in record["protocolSection"]["contactsLocationsModule"]
    assert "resultsSection" not in record
    assert record["hasResults"] is False


def test_also_sets_and_without_takes_out() -> None:
    record = study(
        also={"protocolSection.statusModule.delayedPosting": True},
        without=["protocolSection.eligibilityModule", "protocolSection.noSuchModule.field"],
    )

    assert record["protocolSection"]["statusModule"]["delayedPosting"] is True
    assert "eligibilityModule" not in record["protocolSection"]


def test_a_misspelled_fact_is_an_error() -> None:
    with pytest.raises(TypeError, match="overal_status"):
        study(overal_status="RECRUITING")


def test_records_share_nothing_that_a_test_could_change() -> None:
    first, second = study(), study()
    first["protocolSection"]["designModule"]["designInfo"]["allocation"] = "RANDOMIZED"
    first["protocolSection"]["armsInterventionsModule"]["interventions"][0]["name"] = "Other"
    first["protocolSection"]["contactsLocationsModule"]["locations"][0]["city"] = "Other"

    assert second == study()


def test_arms_and_interventions_name_each_other() -> None:
    module: Json = study()["protocolSection"]["armsInterventionsModule"]

    assert module["armGroups"][0]["interventionNames"] == [
        "Biological: Autologous bone marrow mesenchymal stem cells"
    ]
    assert module["interventions"][0]["armGroupLabels"] == ["Cells"]


def test_many_studies_have_ids_of_their_own() -> None:
    many = studies(25, overall_status="COMPLETED")

    assert len({nct_id_of(record) for record in many}) == 25
    assert {nct_id_of(record) for record in many}.isdisjoint(EXAMPLES)
