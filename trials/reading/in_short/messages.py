"""The sentences of "In short". Each says one structured field of a record, in plain words."""

from trials.reading.wording import gettext_noop

DELISTED = gettext_noop("The registry no longer lists this study. We saw that on {date}.")

TRIAL = gettext_noop("This is a trial.")
OBSERVATIONAL = gettext_noop(
    "This is a study that watches people. It does not choose a treatment for them."
)
EXPANDED_ACCESS = gettext_noop(
    "This is an expanded access program. It is a way to get a treatment outside a trial, while "
    "tests still go on."
)
SOME_STUDY = gettext_noop("This is a study.")

PHASES = {
    ("EARLY_PHASE1",): gettext_noop("It is in early phase 1: a first look in very few people."),
    ("PHASE1",): gettext_noop("It is in phase 1: a first look at harms, in few people."),
    ("PHASE1", "PHASE2"): gettext_noop(
        "It is in phases 1 and 2: it looks at harms, and for first signs of help."
    ),
    ("PHASE2",): gettext_noop("It is in phase 2: it looks for signs of help, and at harms."),
    ("PHASE2", "PHASE3"): gettext_noop(
        "It is in phases 2 and 3: it looks for signs of help, then tests them in more people."
    ),
    ("PHASE3",): gettext_noop("It is in phase 3: a test in more people to see if it helps."),
    ("PHASE4",): gettext_noop("It is in phase 4: a study of a treatment that is already in use."),
    ("NA",): gettext_noop("The record says that phases do not apply to it."),
}
NO_PHASE = gettext_noop("The record gives no phase.")

FOR_ALS = gettext_noop("It is for people with ALS.")
FOR_ALS_AND_OTHERS = gettext_noop("It is for people with ALS and for people with other illnesses.")
FOR_OTHER_MND = gettext_noop("It is for people with another motor neuron disease.")
NOT_FOR_ALS = gettext_noop("It is not about ALS.")

CELLS_TESTED = gettext_noop("The treatment that it tests: {cells}.")
CELLS = gettext_noop("The treatment: {cells}.")
NOT_STEM_CELLS = gettext_noop("These are living cells, but not stem cells.")
CELL_FREE = gettext_noop("The treatment is made from cells but holds no living cells.")
MOBILISES = gettext_noop(
    "The treatment is a drug that moves people's own stem cells into the blood. No cells are given."
)
LAB_ONLY = gettext_noop("Cells are taken for work in a lab. No cells are given back.")
NO_CELLS = gettext_noop("No cells are given.")
NOT_READ = gettext_noop("We could not tell from the record which cells are given.")
TISSUE = gettext_noop("The cells come from {tissue}.")
DONORS = {
    "autologous": gettext_noop("The cells are the person's own."),
    "allogeneic": gettext_noop("The cells are from a donor."),
    "both": gettext_noop("Some of the cells are the person's own, and some are from a donor."),
    "not_stated": gettext_noop("The record does not say whose cells they are."),
}
ROUTE = gettext_noop("The way in: {route}.")
ROUTE_NOT_STATED = gettext_noop("The record does not say how the treatment is given.")

STATUSES = {
    "RECRUITING": gettext_noop("It says that it is looking for people now."),
    "NOT_YET_RECRUITING": gettext_noop("It says that it is not yet looking for people."),
    "ENROLLING_BY_INVITATION": gettext_noop("It takes only people whom it invites."),
    "AVAILABLE": gettext_noop("It says that the treatment can be asked for now."),
    "ACTIVE_NOT_RECRUITING": gettext_noop("It goes on, but takes no new people."),
    "SUSPENDED": gettext_noop("It is on hold. It may start again."),
    "TEMPORARILY_NOT_AVAILABLE": gettext_noop("The treatment cannot be asked for at this time."),
    "COMPLETED": gettext_noop("It has ended."),
    "TERMINATED": gettext_noop("It was stopped early."),
    "WITHDRAWN": gettext_noop("It was called off before anyone joined."),
    "NO_LONGER_AVAILABLE": gettext_noop("The treatment can no longer be asked for."),
    "APPROVED_FOR_MARKETING": gettext_noop(
        "The record says that the treatment may now be sold in some place."
    ),
    "WITHHELD": gettext_noop("Its status is withheld."),
    "UNKNOWN": gettext_noop("No one has confirmed its status for two years or more."),
}
OTHER_STATUS = gettext_noop("Its status on the registry is: {status}.")
LAST_KNOWN = gettext_noop("Its last known status was: {status}.")
VERIFIED = gettext_noop("The record was last checked by those who run it: {verified}.")
LONG_AGO = gettext_noop("No one has confirmed this since {verified}, more than two years ago.")

SPONSOR = gettext_noop("It is run by {sponsor}.")
ONE_SITE = gettext_noop("It lists one place, in {countries}.")
MANY_SITES = gettext_noop("It lists {count} places, in {countries}.")
ONE_SITE_SOMEWHERE = gettext_noop("It lists one place.")
MANY_SITES_SOMEWHERE = gettext_noop("It lists {count} places.")
NO_SITES = gettext_noop("No place is listed here.")

TOOK_PART = gettext_noop("{count} people joined.")
ONE_TOOK_PART = gettext_noop("One person joined.")
NOBODY_TOOK_PART = gettext_noop("No one joined.")
PLANNED = gettext_noop("It plans for {count} people.")
ONE_PLANNED = gettext_noop("It plans for one person.")
WAS_PLANNED = gettext_noop("It was planned for {count} people.")
ONE_WAS_PLANNED = gettext_noop("It was planned for one person.")
NUMBER = gettext_noop("The number of people in the record is {count}.")

PLACEBO = gettext_noop("Some people get a placebo, which has none of the treatment in it.")
SHAM = gettext_noop("Some people get a sham: steps that only look like the treatment.")
ONE_GROUP = gettext_noop("There is no group to compare with.")
PEOPLE_MASKED = gettext_noop("Those who take part do not know what they get.")
OTHERS_MASKED = gettext_noop("Some of the study team do not know who gets what.")
NOBODY_MASKED = gettext_noop("All know who gets what.")

START = gettext_noop("Start date: {start}.")
PLANNED_START = gettext_noop("Planned start date: {start}.")
PLANNED_START_PASSED = gettext_noop("Planned start date: {start}. That day has passed.")
END = gettext_noop("End date: {end}.")
PLANNED_END = gettext_noop("Planned end date: {end}.")
PLANNED_END_PASSED = gettext_noop("Planned end date: {end}. That day has passed.")
