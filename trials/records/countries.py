"""Which country a name means: ISO 3166-1 alpha-2, from the registry's names, old and new.

The registry wrote 'Korea, Republic of' until August 2025 and writes 'South Korea' since; both
stand in records. The names of ISO come from pycountry; what ISO doesn't know stands here.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import pycountry

# Short names for readers where ISO's own is long or official.
_SHORT_NAMES = {
    "BN": "Brunei",
    "BQ": "Caribbean Netherlands",
    "CC": "Cocos Islands",
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "CV": "Cape Verde",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "LA": "Laos",
    "MF": "Saint Martin",
    "PS": "Palestine",
    "RU": "Russia",
    "SH": "Saint Helena",
    "SX": "Sint Maarten",
    "SY": "Syria",
    "TR": "Turkey",
    "VA": "Vatican City",
    "VG": "British Virgin Islands",
    "VI": "US Virgin Islands",
    # Withdrawn codes (ISO 3166-3) for states that old records still name, and one code in
    # common use that ISO leaves to its users.
    "AN": "Netherlands Antilles",
    "CS": "Former Serbia and Montenegro",
    "XK": "Kosovo",
    "YU": "Former Yugoslavia",
}

# Further names: the registry's own spellings, former names, names in common use.
_OTHER_NAMES = {
    "BN": ("Brunei Darussalam",),
    "BO": ("Bolivia, Plurinational State of",),
    "BY": ("Byelorussia",),
    "CD": (
        "Congo, The Democratic Republic of the",
        "Democratic Republic of the Congo",
        "Congo, Democratic Republic",
        "Congo (Kinshasa)",
        "Zaire",
    ),
    "CG": ("Congo, Republic of the", "Congo-Brazzaville", "Congo (Brazzaville)"),
    "CI": ("Cote d'Ivoire",),
    "CN": ("Mainland China", "People's Republic of China", "PRC"),
    "CS": ("Serbia and Montenegro",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "DE": ("Deutschland",),
    "ES": ("España",),
    "FK": ("Falkland Islands (Malvinas)",),
    "FM": ("Federated States of Micronesia",),
    "GB": ("UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "GM": ("The Gambia",),
    "HK": ("Hong Kong SAR", "Hong Kong, China"),
    "IE": ("Republic of Ireland", "Eire"),
    "IR": ("Islamic Republic of Iran",),
    "IT": ("Italia",),
    "JP": ("Nippon",),
    "KP": ("Democratic People's Republic of Korea",),
    "KR": ("Korea", "Republic of Korea", "Korea, South"),
    "LA": ("Lao PDR", "Lao"),
    "LY": ("Libyan Arab Jamahiriya",),
    "MD": ("Republic of Moldova",),
    "MK": (
        "Macedonia",
        "Macedonia, The Former Yugoslav Republic of",
        "Republic of North Macedonia",
        "The former Yugoslav Republic of Macedonia",
    ),
    "MM": ("Burma", "Myanmar (Burma)"),
    "MO": ("Macau",),
    "NL": ("Holland", "The Netherlands"),
    "PS": (
        "Palestinian Territory",
        "Palestinian Territories",
        "Palestinian Territory, occupied",
        "Palestinian Territories, Occupied",
        "Occupied Palestinian Territory",
        "State of Palestine",
    ),
    "RU": ("Russian Federation",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey (Türkiye)", "Türkiye"),
    "TW": ("Taiwan, Province of China", "Taiwan, R.O.C."),
    "TZ": ("United Republic of Tanzania",),
    "UM": ("United States Minor Outlying Islands",),
    "US": ("USA", "US", "United States of America", "America"),
    "VA": ("Vatican", "Holy See (Vatican City State)"),
    "VI": ("Virgin Islands (U.S.)", "United States Virgin Islands"),
    "VG": ("Virgin Islands (British)",),
    "XK": ("Republic of Kosovo",),
    "YU": ("Yugoslavia", "Yugoslavia, Former"),
    "AE": ("UAE",),
    "AN": ("Former Netherlands Antilles",),
    "AT": ("Österreich",),
    "BR": ("Brasil",),
    "CH": ("Schweiz", "Suisse", "Svizzera"),
    "PL": ("Polska",),
}

# Letters that carry no separable accent, written as English readers type them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "đ": "d", "ı": "i", "þ": "th", "œ": "oe", "ð": "d", "ə": "a"}
    | dict.fromkeys("'’ʻʼ‘`´ʹ")
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_DOT_AFTER_INITIAL = re.compile(r"(?<=\b[^\W\d_])\.")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def plain_name(text: str) -> str:
    """``text`` in small letters, without accents or signs, one space between words.

    'München' -> 'munchen', 'D.C.' -> 'dc'. Scripts other than Latin keep their letters.
    """
    small = text.casefold()
    if not small.isascii():
        taken_apart = unicodedata.normalize("NFKD", small).casefold()
        small = unicodedata.normalize("NFC", _ACCENTS.sub("", taken_apart))
    if "." in small:
        small = _DOT_AFTER_INITIAL.sub("", small)
    return _BETWEEN_WORDS.sub(" ", small.translate(_LETTERS)).strip()


@lru_cache(maxsize=1024)
def country_code(name: str) -> str | None:
    """The alpha-2 code of a country's name; None for a name that isn't known."""
    plain = plain_name(name)
    codes = codes_by_plain_name()
    return codes.get(plain) or codes.get(plain.removeprefix("the "))


@lru_cache(maxsize=512)
def country_name(code: str) -> str:
    """A short English name for readers; the code itself where it isn't known."""
    short = _SHORT_NAMES.get(code.upper())
    if short:
        return short
    country = pycountry.countries.get(alpha_2=code.upper())
    if country is None:
        return code
    return str(getattr(country, "common_name", country.name))


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """Every alpha-2 code that ``country_code`` can answer."""
    return frozenset(codes_by_plain_name().values())


@lru_cache(maxsize=1)
def codes_by_plain_name() -> dict[str, str]:
    return {plain_name(name): code for code, name in _all_names()}


def _all_names() -> Iterator[tuple[str, str]]:
    for country in pycountry.countries:
        yield country.alpha_2, country.name
        for kind in ("official_name", "common_name"):
            if hasattr(country, kind):
                yield country.alpha_2, getattr(country, kind)
    for code, names in _OTHER_NAMES.items():
        yield from ((code, name) for name in names)
    yield from _SHORT_NAMES.items()
