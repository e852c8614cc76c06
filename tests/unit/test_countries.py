"""Country names, old and new, and the states of US, Canada and Australia."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.records.countries import country_code, country_codes, country_name, plain_name
from trials.records.states import STATES, state_code, state_name

SHARED = Path(__file__).resolve().parents[3] / "shared" / "registry"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Korea, Republic of", "KR"),
        ("South Korea", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Russian Federation", "RU"),
        ("Russia", "RU"),
        ("Turkey", "TR"),
        ("Turkey (Türkiye)", "TR"),
        ("Iran, Islamic Republic of", "IR"),
        ("Iran", "IR"),
        ("Czech Republic", "CZ"),
        ("Czechia", "CZ"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("Hong Kong", "HK"),
        ("Macau", "MO"),
        ("Taiwan", "TW"),
        ("Taiwan, Province of China", "TW"),
        ("Palestinian Territory, occupied", "PS"),
        ("Palestinian Territories, Occupied", "PS"),
        ("Former Yugoslavia", "YU"),
        ("Former Serbia and Montenegro", "CS"),
        ("Netherlands Antilles", "AN"),
        ("Kosovo", "XK"),
        ("Macedonia, The Former Yugoslav Republic of", "MK"),
        ("North Macedonia", "MK"),
        ("Moldova, Republic of", "MD"),
        ("Congo, The Democratic Republic of the", "CD"),
        ("Côte D'Ivoire", "CI"),
        ("Côte D’Ivoire", "CI"),
        ("Libyan Arab Jamahiriya", "LY"),
        ("Lao People's Democratic Republic", "LA"),
        ("Syrian Arab Republic", "SY"),
        ("Tanzania", "TZ"),
        ("The Gambia", "GM"),
        ("Swaziland", "SZ"),
        ("Burma", "MM"),
        ("Réunion", "RE"),
        ("Curaçao", "CW"),
        ("Virgin Islands (U.S.)", "VI"),
        ("Puerto Rico", "PR"),
        ("Holy See (Vatican City State)", "VA"),
        ("United States", "US"),
        ("U.S.A.", "US"),
        ("United Kingdom", "GB"),
        ("UK", "GB"),
        ("  united   KINGDOM ", "GB"),
        ("Georgia", "GE"),
        ("Guinea", "GN"),
        ("Equatorial Guinea", "GQ"),
    ],
)
def test_a_country_is_known_by_its_old_and_new_names(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize("name", ["", " ", "Atlantis", "Korean Peninsula", "?", "\0"])
def test_an_unknown_name_has_no_code(name: str) -> None:
    assert country_code(name) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KR", "South Korea"),
        ("kr", "South Korea"),
        ("RU", "Russia"),
        ("TR", "Turkey"),
        ("IR", "Iran"),
        ("CZ", "Czechia"),
        ("VN", "Vietnam"),
        ("TW", "Taiwan"),
        ("GB", "United Kingdom"),
        ("US", "United States"),
        ("PS", "Palestine"),
        ("XK", "Kosovo"),
        ("YU", "Former Yugoslavia"),
        ("ZZ", "ZZ"),
        ("", ""),
    ],
)
def test_readers_see_a_short_name_and_an_unknown_code_as_it_is(code: str, name: str) -> None:
    assert country_name(code) == name


def test_every_short_name_leads_back_to_its_code() -> None:
    assert {code: country_code(country_name(code)) for code in country_codes()} == {
        code: code for code in country_codes()
    }


def test_no_name_for_readers_is_turned_round_or_explained_in_brackets() -> None:
    odd = [name for name in map(country_name, country_codes()) if "," in name or "(" in name]
    assert odd == []


@pytest.mark.shared_records
def test_every_country_of_the_shared_records_is_known() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared folder with real records is absent")
    names = {
        location["country"]
        for path in (*SHARED.glob("records/*.json"), *SHARED.glob("als/*.json"))
        for location in _locations(json.loads(path.read_text(encoding="utf-8")))
        if "country" in location
    }
    assert len(names) > 50
    assert [name for name in sorted(names) if country_code(name) is None] == []


def _locations(
    record: dict[str, dict[str, dict[str, list[dict[str, str]]]]],
) -> list[dict[str, str]]:
    return record["protocolSection"].get("contactsLocationsModule", {}).get("locations", [])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("München", "munchen"),
        ("D.C.", "dc"),
        ("U.S.A.", "usa"),
        ("St. Louis", "st louis"),
        ("Łódź", "lodz"),
        ("Tel-Aviv", "tel aviv"),
        ("L'Aquila", "laquila"),
        ("서울", "서울"),
        ("—", ""),
    ],
)
def test_a_plain_name_has_neither_accents_nor_signs(text: str, plain: str) -> None:
    assert plain_name(text) == plain


@given(st.text())
def test_a_plain_name_stays_as_it_is(text: str) -> None:
    once = plain_name(text)
    assert plain_name(once) == once


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("Massachusetts", "US", "MA"),
        ("MA", "US", "MA"),
        ("ma", "US", "MA"),
        ("D.C.", "US", "DC"),
        ("Puerto Rico", "US", "PR"),
        ("Québec", "CA", "QC"),
        ("Ontario", "CA", "ON"),
        ("PEI", "CA", "PE"),
        ("Victoria", "AU", "VIC"),
        ("WA", "US", "WA"),
        ("WA", "AU", "WA"),
        ("Ontario", "US", None),
        ("Bayern", "DE", None),
        ("", "US", None),
    ],
)
def test_a_state_has_a_code_within_its_own_country(
    name: str, country: str, code: str | None
) -> None:
    assert state_code(name, country) == code


def test_every_state_leads_back_to_its_code() -> None:
    for country, states in STATES.items():
        for code, name in states.items():
            assert state_code(name, country) == code
            assert state_name(code.lower(), country) == name
    assert state_name("XX", "US") is None
    assert state_name("BY", "DE") is None
