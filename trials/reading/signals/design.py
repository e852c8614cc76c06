"""Facts about how a study is set up, from structured fields."""

import re
from collections.abc import Iterator

from trials.reading.evidence import Evidence
from trials.reading.quoting import LONGEST
from trials.reading.signals.signal import Signal, SignalCode
from trials.reading.wording import Sentence, gettext_noop, sentence
from trials.records import Intervention, Phase, StudyRecord, StudyType

COMPARISONS = frozenset(
    {"PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "ACTIVE_COMPARATOR", "NO_INTERVENTION"}
)
FIRST_STEPS = frozenset({Phase.EARLY_PHASE1, Phase.PHASE1})
_CELLS = re.compile(
    r"\b(?:stem|stromal|marrow|cells|cell\s+(?:therap\w+|transplant\w*|infusions?|injections?)|"
    r"bmscs?|mscs?)\b",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"\b(?:sampl\w*|collect\w*|biops\w*|draw|bank\w*|donat\w*|biomarkers?|puncture|test\w*|"
    r"blood\s+cells?|count)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:follow-?\s?up|long-?\s?term|registry|extension|roll-?\s?over|observatory)\b",
    re.IGNORECASE,
)
_ALS = re.compile(r"amyo\w*|\bals\b|\bmnd\b|motor\s+neuron|gehrig|charcot\s+disease", re.IGNORECASE)
_NEAR_ALS = re.compile(
    r"\bpls\b|primary\s+lateral|lateral\s+sclerosis|bulbar\s+pals|progressive\s+muscular\s+atroph|"
    r"neuro-?degenerat|nervous\s+system\s+dis|neurologic\w{0,4}\s+dis|neuromuscular|"
    r"fronto-?temporal|muscle\s+weak|muscular\s+weak|paralysis|respirat|dysphag|dysarthr|"
    r"genetic\s+dis|rare\s+dis|orphan|stem\s+cell|cell\s+therap|sclerosis$",
    re.IGNORECASE,
)
_SEVERAL = 2

US_SITE_NOT_REGULATED = gettext_noop(
    "The record lists a place in the United States. It also says that this study does not use a "
    "drug or device that the FDA regulates."
)
ASK_FDA = gettext_noop("Does the FDA know of this study? What is its IND number?")
SEVERAL_CONDITIONS = gettext_noop("Besides ALS, the record names these conditions: {conditions}.")
ASK_SEVERAL = gettext_noop("What was shown with these cells in people with ALS?")
OBSERVATIONAL_WITH_CELLS = gettext_noop(
    "This study is registered as one that only watches people. It also lists a treatment: "
    "{treatment}."
)
ASK_OBSERVATIONAL = gettext_noop("Is the treatment part of the study? Who decides on it?")
NO_PHASE = gettext_noop(
    "The record says that phases do not apply to this study. It does not list the treatment as a "
    "drug or a biological product."
)
ASK_NO_PHASE = gettext_noop(
    "Has this treatment been through earlier trials? Who approved this one?"
)
NO_COMPARISON = gettext_noop(
    "The record names no group to compare with. The number of people is {count}."
)
NO_COMPARISON_BARE = gettext_noop("The record names no group to compare with.")
ASK_COMPARISON = gettext_noop("Without a group to compare with, how will you tell if it helps?")


def design_signals(record: StudyRecord) -> Iterator[Signal]:
    """The signals of this file, in their order."""
    yield from _us_site(record)
    yield from _conditions(record)
    yield from _observational(record)
    yield from _no_phase(record)
    yield from _no_comparison(record)


def has_us_site(record: StudyRecord) -> bool:
    """Whether one of the sites listed is in the United States."""
    return any(site.country_code == "US" for site in record.locations)


def is_fda_regulated(record: StudyRecord) -> bool | None:
    """True where a drug or a device is, False where both or the only answer is no."""
    answers = {
        record.oversight.is_fda_regulated_drug,
        record.oversight.is_fda_regulated_device,
    } - {None}
    return any(answers) if answers else None


def has_comparison(record: StudyRecord) -> bool | None:
    """Whether people are compared with others: False for a single group, None if not said."""
    has_arm = any(arm.type in COMPARISONS for arm in record.arm_groups)
    if has_arm or record.design.allocation == "RANDOMIZED":
        return True
    return False if record.design.intervention_model == "SINGLE_GROUP" else None


def _us_site(record: StudyRecord) -> Iterator[Signal]:
    is_no = is_fda_regulated(record) is False and _is_about_cells(record)
    if is_no and record.oversight.is_fda_regulated_drug is False and has_us_site(record):
        yield _signal(
            SignalCode.US_SITE_NOT_FDA_REGULATED,
            sentence(US_SITE_NOT_REGULATED),
            ASK_FDA,
            Evidence("oversight.is_fda_regulated_drug", "false", "us site: not fda regulated"),
        )


def _conditions(record: StudyRecord) -> Iterator[Signal]:
    """Not for registries and collections of samples, which are for many diseases by nature."""
    beside = [one for one in record.conditions if not _ALS.search(one)]
    others = [one for one in beside if not _NEAR_ALS.search(one)]
    if len(beside) == len(record.conditions) or len(others) < _SEVERAL or not record.interventions:
        return
    if record.design.patient_registry or _only_samples(record):
        return
    place = record.conditions.index(others[0])
    yield _signal(
        SignalCode.SEVERAL_CONDITIONS,
        sentence(SEVERAL_CONDITIONS, conditions="; ".join(others)),
        ASK_SEVERAL,
        Evidence(f"conditions[{place}]", others[0][:LONGEST], "conditions: several"),
    )


def _observational(record: StudyRecord) -> Iterator[Signal]:
    if record.design.study_type != StudyType.OBSERVATIONAL or _is_afterwards(record):
        return
    for place, one in enumerate(record.interventions):
        if _gives_cells(one):
            yield _signal(
                SignalCode.OBSERVATIONAL_WITH_CELLS,
                sentence(OBSERVATIONAL_WITH_CELLS, treatment=one.name),
                ASK_OBSERVATIONAL,
                Evidence(
                    f"interventions[{place}].name", one.name[:LONGEST], "observational: cells"
                ),
            )
            return


def _no_phase(record: StudyRecord) -> Iterator[Signal]:
    is_so = record.design.phases == (Phase.NA,) and bool(record.interventions)
    kinds = {one.type for one in record.interventions}
    if is_so and kinds <= {"PROCEDURE", "OTHER"} and any(map(_gives_cells, record.interventions)):
        yield _signal(
            SignalCode.NO_PHASE_AND_A_PROCEDURE,
            sentence(NO_PHASE),
            ASK_NO_PHASE,
            Evidence("design.phases", "NA", "phase: not applicable, a procedure"),
        )


def _no_comparison(record: StudyRecord) -> Iterator[Signal]:
    """Every first trial in people is without one, so phase 1 alone says nothing here."""
    is_first = bool(record.design.phases) and set(record.design.phases) <= FIRST_STEPS
    is_trial = record.design.study_type == StudyType.INTERVENTIONAL
    if not is_trial or is_first or _is_afterwards(record) or has_comparison(record) is not False:
        return
    count = record.design.enrollment_count
    fact = sentence(NO_COMPARISON, count=count) if count else sentence(NO_COMPARISON_BARE)
    model = record.design.intervention_model
    evidence = Evidence("design.intervention_model", model, "design: a single group")
    yield _signal(SignalCode.NO_COMPARISON, fact, ASK_COMPARISON, evidence)


def _gives_cells(one: Intervention) -> bool:
    words = " ".join((one.name, *one.other_names))
    return bool(_CELLS.search(words)) and not _SAMPLE.search(words)


def _is_about_cells(record: StudyRecord) -> bool:
    told = (*record.titles, *(one.description for one in record.interventions))
    return bool(record.interventions) and (
        any(map(_gives_cells, record.interventions)) or any(map(_CELLS.search, told))
    )


def _only_samples(record: StudyRecord) -> bool:
    is_trial = record.design.study_type == StudyType.INTERVENTIONAL
    return not is_trial and not any(map(_gives_cells, record.interventions))


def _is_afterwards(record: StudyRecord) -> bool:
    return any(_AFTERWARDS.search(title) for title in record.titles)


def _signal(code: SignalCode, fact: Sentence, question: str, evidence: Evidence) -> Signal:
    return Signal(code, fact, sentence(question), evidence)
