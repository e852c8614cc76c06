"""States, provinces and territories that addresses name by a code: US, Canada, Australia.

Source of the codes: US Postal Service Publication 28, Canada Post, Australia Post.
"""

from functools import lru_cache

from trials.records.countries import plain_name

US_STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
# Postal 'states' that ISO 3166 and GeoNames hold as countries of their own.
US_TERRITORIES = {
    "AS": "American Samoa",
    "GU": "Guam",
    "MP": "Northern Mariana Islands",
    "PR": "Puerto Rico",
    "VI": "US Virgin Islands",
}
CANADIAN_PROVINCES = {
    "AB": "Alberta",
    "BC": "British Columbia",
    "MB": "Manitoba",
    "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador",
    "NS": "Nova Scotia",
    "NT": "Northwest Territories",
    "NU": "Nunavut",
    "ON": "Ontario",
    "PE": "Prince Edward Island",
    "QC": "Quebec",
    "SK": "Saskatchewan",
    "YT": "Yukon",
}
AUSTRALIAN_STATES = {
    "ACT": "Australian Capital Territory",
    "NSW": "New South Wales",
    "NT": "Northern Territory",
    "QLD": "Queensland",
    "SA": "South Australia",
    "TAS": "Tasmania",
    "VIC": "Victoria",
    "WA": "Western Australia",
}
STATES = {"US": US_STATES | US_TERRITORIES, "CA": CANADIAN_PROVINCES, "AU": AUSTRALIAN_STATES}

_OTHER_NAMES = {
    "US": {
        "Washington DC": "DC",
        "Virgin Islands": "VI",
        "Virgin Islands (U.S.)": "VI",
    },
    "CA": {"Newfoundland": "NL", "PEI": "PE", "PQ": "QC", "Yukon Territory": "YT"},
    "AU": {},
}


@lru_cache(maxsize=4096)
def state_code(name: str, country_code: str) -> str | None:
    """The postal code of a state's name or code in US, CA or AU; None where it isn't one."""
    return codes_by_plain_name(country_code).get(plain_name(name))


def state_name(code: str, country_code: str) -> str | None:
    """The name behind a postal code in US, CA or AU; None where it isn't one."""
    return STATES.get(country_code, {}).get(code.upper())


@lru_cache(maxsize=8)
def codes_by_plain_name(country_code: str) -> dict[str, str]:
    """Every name and code that ``state_code`` knows, as ``plain_name`` writes it."""
    states = STATES.get(country_code, {})
    names = {plain_name(name): code for code, name in states.items()}
    codes = {code.casefold(): code for code in states}
    others = _OTHER_NAMES.get(country_code, {})
    return codes | names | {plain_name(name): code for name, code in others.items()}
