"""What the oversight panel says and asks: a yes clears nothing, a no proves nothing."""

from trials.reading.wording import gettext_noop

BOARD_YES = gettext_noop("The record says that a safety board watches this study.")
BOARD_NO = gettext_noop(
    "The record says that no outside safety board watches this study. Small first trials often "
    "have none."
)
BOARD_NOT_STATED = gettext_noop("The record does not say if a safety board watches this study.")
ASK_BOARD = gettext_noop("Who watches over safety from outside? Who can stop the study?")

FDA_YES = gettext_noop(
    "The record says that the study uses a drug or device that the FDA regulates. This is not "
    "the same as FDA approval."
)
FDA_NO_WITH_US_SITE = gettext_noop(
    "The record says that the study uses no drug or device that the FDA regulates. It lists a "
    "place in the United States."
)
FDA_NO_ABROAD = gettext_noop(
    "The record says that the study uses no drug or device that the FDA regulates. This is usual "
    "for a study with no place in the United States. Other countries have their own rules."
)
FDA_NO_WHERE = gettext_noop(
    "The record says that the study uses no drug or device that the FDA regulates. It lists no "
    "place, so we cannot say what this means here."
)
FDA_NOT_STATED = gettext_noop(
    "The record does not say if the FDA regulates the treatment. Records from before 2017 often "
    "do not."
)
ASK_FDA = gettext_noop("Does the FDA know of this study? What is its IND number?")

REGULATOR_NAMED = gettext_noop(
    "The record speaks of who allowed the study: “{quote}” The registry does not check this."
)
REGULATOR_NOT_STATED = gettext_noop("We found no words in this record on who allowed the study.")
ASK_REGULATOR = gettext_noop(
    "Which regulator allowed this study? Under what number can I look it up?"
)

ETHICS = gettext_noop("The registry does not show if an ethics board approved the study.")
ASK_ETHICS = gettext_noop("Which ethics board approved this study? May I see its letter?")
COST = gettext_noop("The registry does not ask what people pay, and does not show it.")
ASK_COST = gettext_noop(
    "What will it cost me in all? Who pays for travel, stays and care if I fall ill from it?"
)

MAKER_SAID = gettext_noop("The record says about how the cells are made: “{quote}”")
MAKER_NOT_STATED = gettext_noop("We found no words in this record on the rules for making cells.")
ASK_MAKER = gettext_noop("Who makes the cells, where, and under which rules (such as GMP)?")

CONTROL_YES = gettext_noop("The record names groups that are compared with each other.")
CONTROL_NO = gettext_noop(
    "The record names one group only, with nothing to compare it with. First trials are often "
    "like this."
)
CONTROL_NOT_STATED = gettext_noop("The record does not name a group to compare with.")
ASK_CONTROL = gettext_noop("What is the treatment compared with?")

MASKING_YES = gettext_noop("The record says that some do not know who gets which treatment.")
MASKING_NO = gettext_noop("The record says that all know who gets which treatment.")
MASKING_NOT_STATED = gettext_noop("The record does not say who knows which treatment is given.")
ASK_MASKING = gettext_noop("Will I know what I get? Will my doctor know? When will I be told?")

ONE_SITE = gettext_noop("The record lists one place.")
MANY_SITES = gettext_noop("The record lists {count} places.")
SITES_NOT_STATED = gettext_noop("The record lists no place.")
ASK_SITES = gettext_noop("Where is the treatment given? Who cares for me when I am back home?")

SPONSOR_PLAIN = gettext_noop("The study is run by {sponsor}.")
SPONSOR_INDUSTRY = gettext_noop(
    "The study is run by {sponsor}. The registry lists this sponsor as a company."
)
SPONSOR_PUBLIC = gettext_noop(
    "The study is run by {sponsor}. The registry lists this sponsor as a public body."
)
SPONSOR_PERSON = gettext_noop(
    "The study is run by {sponsor}. The registry lists this sponsor as one person."
)
SPONSOR_NOT_STATED = gettext_noop("The record does not say who runs the study.")
ASK_SPONSOR = gettext_noop("Who pays for this study? Who earns from it?")
_SPONSORS = {
    "INDUSTRY": SPONSOR_INDUSTRY,
    "NIH": SPONSOR_PUBLIC,
    "FED": SPONSOR_PUBLIC,
    "OTHER_GOV": SPONSOR_PUBLIC,
    "INDIV": SPONSOR_PERSON,
}


def sponsor_fact(agency_class: str) -> str:
    """The template for a class of sponsor (``leadSponsor.class``)."""
    return _SPONSORS.get(agency_class, SPONSOR_PLAIN)


RESULTS_YES = gettext_noop("The record shows results.")
RESULTS_NO = gettext_noop("The record shows no results.")
ASK_RESULTS = gettext_noop("What have you found so far? Where can I read it?")
PAPER_ONE = gettext_noop("The record links to one paper from this study.")
PAPERS_MANY = gettext_noop("The record links to {count} papers from this study.")
PAPERS_NONE = gettext_noop("The record links to no paper from this study. There may be some.")
ASK_PAPERS = gettext_noop("Which papers tell of this treatment in people with ALS?")

VERIFIED = gettext_noop("The record was last checked by those who run the study: {verified}.")
VERIFIED_NOT_STATED = gettext_noop("The record does not say when it was last checked.")
ASK_VERIFIED = gettext_noop("Is all that this record says still true?")

REGISTERED_IN_TIME = gettext_noop(
    "The study was put on the registry on {registered}. Its start date is {start}."
)
REGISTERED_AFTER = gettext_noop(
    "The study was put on the registry on {registered}, after it began. Its start date is {start}."
)
REGISTERED_NOT_STATED = gettext_noop("The record does not show which came first: entry or start.")
ASK_REGISTERED = gettext_noop("When did the study begin? Has the plan changed since?")

NOTICE = gettext_noop("The registry shows a notice from the FDA on this record: “{quote}”")
NOTICE_NONE = gettext_noop(
    "The registry shows no notice from the FDA here. This does not mean that the FDA looked."
)
ASK_NOTICE = gettext_noop("Has the FDA, or its like abroad, written to you about this?")
