"""The questions, most decisive first; their fields carry the names of `Person`."""

from __future__ import annotations

from dataclasses import dataclass

from trials.reading.fit import CapacityTest, ElEscorial, Gene, Position, Sex, Ventilation

YES, NO = "yes", "no"
NOTHING = "none"


@dataclass(frozen=True, slots=True)
class DateField:
    """A year, a month or a day, not after today."""

    name: str


@dataclass(frozen=True, slots=True)
class NumberField:
    """A number from ``low`` to ``high``, both let in."""

    name: str
    low: int
    high: int
    has_decimals: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several values."""

    name: str
    values: tuple[str, ...] = (YES, NO)


@dataclass(frozen=True, slots=True)
class TicksField:
    """Any of several values; ``NOTHING`` stands alone."""

    name: str
    values: tuple[str, ...]


Field = DateField | NumberField | ChoiceField | TicksField


@dataclass(frozen=True, slots=True)
class Question:
    """One page. What hangs on an answer is asked on the same page: an address tells nothing."""

    slug: str
    fields: tuple[Field, ...]

    @property
    def is_one_press(self) -> bool:
        """Each choice is a button of its own."""
        return len(self.fields) == 1 and isinstance(self.fields[0], ChoiceField)


def _date(slug: str, name: str) -> Question:
    return Question(slug, (DateField(name),))


def _choice(slug: str, name: str, values: tuple[str, ...] = (YES, NO)) -> Question:
    return Question(slug, (ChoiceField(name, values),))


def _drug(name: str) -> Question:
    return Question(name, (ChoiceField(name), DateField(f"{name}_since")))


QUESTIONS: tuple[Question, ...] = (
    _date("first-weakness", "first_weakness"),
    _date("first-symptom", "first_symptom"),
    _date("diagnosis", "diagnosis"),
    Question(
        "breathing-test",
        (
            NumberField("vital_capacity_percent", 1, 200, has_decimals=True),
            ChoiceField("vital_capacity_test", tuple(CapacityTest)),
            ChoiceField("vital_capacity_position", tuple(Position)),
        ),
    ),
    Question("alsfrs-r", (NumberField("alsfrs_total", 0, 48),)),
    Question("age", (NumberField("age", 1, 120),)),
    _choice("sex", "sex", tuple(Sex)),
    Question(
        "breathing-help",
        (
            TicksField("ventilation", (*Ventilation, NOTHING)),
            NumberField("noninvasive_hours", 0, 24, has_decimals=True),
        ),
    ),
    _choice("feeding-tube", "feeding_tube"),
    _drug("riluzole"),
    _drug("edaravone"),
    _drug("tofersen"),
    Question(
        "earlier-cells",
        (ChoiceField("prior_cell_therapy"), DateField("prior_cell_therapy_last")),
    ),
    _choice("earlier-gene-treatment", "prior_gene_therapy"),
    _choice("gene", "gene", tuple(Gene)),
    _choice("family", "familial"),
    _choice("el-escorial", "el_escorial", tuple(ElEscorial)),
    _choice("blood-thinners", "anticoagulants"),
    _choice("immune-drugs", "immunosuppressants"),
    _choice("lumbar-puncture", "lumbar_puncture_possible"),
    _choice("pregnancy", "pregnant"),
    _choice("cancer", "cancer_history"),
    _choice("caregiver", "caregiver"),
)
BY_SLUG = {question.slug: question for question in QUESTIONS}
FIELDS = {field.name: field for question in QUESTIONS for field in question.fields}


def neighbour(question: Question, step: int) -> Question | None:
    """The question before (-1) or after (1)."""
    place = QUESTIONS.index(question) + step
    return QUESTIONS[place] if 0 <= place < len(QUESTIONS) else None
