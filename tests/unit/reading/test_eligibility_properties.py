"""What must never change an answer: case, hyphens, spaces, signs, escapes, unrelated text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.eligibility_said import shown
from tests.unit.reading.test_eligibility_capacity import READ as CAPACITY
from tests.unit.reading.test_eligibility_clocks import NOT_READ
from tests.unit.reading.test_eligibility_clocks import READ as CLOCKS
from tests.unit.reading.test_eligibility_denials import GENES as DENIED
from tests.unit.reading.test_eligibility_denials import STATES
from tests.unit.reading.test_eligibility_diagnosis import CELLS, DRUGS, GENES, LEVELS
from tests.unit.reading.test_eligibility_health import HEALTH
from tests.unit.reading.test_eligibility_scale import READ as SCALE
from tests.unit.reading.test_eligibility_support import BREATHING, FEEDING
from tests.unit.reading.test_eligibility_takers import NOTHING, OTHERWISE
from tests.unit.reading.test_eligibility_turns import NOT_FOR_ALL
from tests.unit.reading.test_eligibility_turns import SIGNS as SIGN_ROWS
from trials.reading.eligibility import read_criteria_text, split_criteria

_HEADINGS = {"I": "Inclusion Criteria:\n\n* ", "E": "Exclusion Criteria:\n\n* ", "-": ""}
TABLES = (CAPACITY, CLOCKS, CELLS, DRUGS, GENES, HEALTH, SCALE, BREATHING, FEEDING, NOT_READ)
TURNS = (DENIED, STATES, NOTHING, OTHERWISE, NOT_FOR_ALL, SIGN_ROWS)
TEXTS = [_HEADINGS[row[0]] + row[1] for table in (*TABLES, *TURNS) for row in table]
TEXTS += [_HEADINGS["I"] + text for text, _ in LEVELS]
texts = st.sampled_from(TEXTS)
UNRELATED = [
    "Signed informed consent.",
    "Uncontrolled hypertension (above 160/100 mmHg)",
    "Serum creatinine > 2.0 mg/dL within 30 days",
    "Hepatitis B, C or HIV",
    "Known allergy to the study product",
]


def answers(text: str) -> list[str]:
    return sorted(
        re.sub(r"(residence required) .*", r"\1", shown(one)) for one in read_criteria_text(text)
    )


@given(texts, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case(text: str, change: object) -> None:
    assert callable(change)
    assert answers(change(text)) == answers(text)


@given(texts, st.sampled_from(["  ", "\u00a0", " \u2009", "\t"]))
def test_spacing(text: str, space: str) -> None:
    assert answers(re.sub(r"(?<=\w) (?=\w)", space, text)) == answers(text)


@given(texts, st.sampled_from(["\u2010", "\u2011", "\u2013", "\\-", "\u2212"]))
def test_hyphens(text: str, hyphen: str) -> None:
    assert answers(re.sub(r"(?<=\w)-(?=\w)", lambda _: hyphen, text)) == answers(text)


@given(texts)
def test_a_hyphen_inside_words_is_as_good_as_a_space(text: str) -> None:
    assert answers(re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", " ", text)) == answers(text)


SIGNS = {"≥": ["≧", ">=", "=>", "> =", "\\>=", "⩾"], "≤": ["≦", "<=", "=<", "< =", "\\<=", "⩽"]}


@given(texts, st.integers(0, 5))
def test_comparison_signs(text: str, which: int) -> None:
    changed = text
    for sign, spellings in SIGNS.items():
        changed = changed.replace(sign, spellings[which])
    assert answers(changed) == answers(text)


@given(texts)
def test_markdown_escapes(text: str) -> None:
    plain = text.replace("\\", "")
    head, bullet, body = plain.rpartition("* ")
    escaped = re.sub(r"([<>~^&\[\].=_-])", r"\\\1", body)
    assert answers(head + bullet + escaped) == answers(plain)


@given(texts, st.lists(st.sampled_from(UNRELATED), min_size=1, max_size=4))
def test_unrelated_text_that_follows(text: str, more: list[str]) -> None:
    assert answers(text + "".join(f"\n* {one}" for one in more)) == answers(text)


SAME_LINE = [" Signed informed consent.", ". The study takes two years.", " (see the protocol)"]


@given(texts, st.sampled_from(SAME_LINE))
def test_unrelated_words_on_the_same_line(text: str, more: str) -> None:
    assert answers(text + more) == answers(text)


@given(st.text(max_size=400))
def test_any_text_is_read_without_harm(text: str) -> None:
    for one in read_criteria_text(text):
        assert one.quote in text
        assert len(one.quote) <= 160
    for said in split_criteria(text):
        assert text[said.start : said.start + len(said.text)] == said.text


@given(
    st.lists(st.sampled_from(TEXTS), min_size=1, max_size=12), st.sampled_from(["\n", "\n* ", " "])
)
def test_any_mixture_is_read_without_harm(several: list[str], between: str) -> None:
    text = between.join(several)
    assert all(one.quote in text and len(one.quote) <= 160 for one in read_criteria_text(text))


MEGABYTE = 1_000_000
HARD = ["a", " ", "(", "> ", "1 ", "1", "-", "\\", "FVC >= 50% ", "not ", "stop. ", "1, 2, 3, "]
HARD += ["onset of weakness symptoms duration ", "within 24 months of ", "less than or equal to "]
HARD += ["tracheostomy or niv > 23 hours ", "probable laboratory ", "inclusion criteria: ", "* "]
HARD += ["stem cell therapy with ", "negative pregnancy ", "early stage als arm ", "FVC >= 50%\n"]


@pytest.mark.parametrize("piece", HARD)
def test_a_megabyte_is_read_in_linear_time(piece: str) -> None:
    """About half a second; the limit leaves room for a busy machine."""
    text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    start = time.process_time()
    read_criteria_text(text)
    assert time.process_time() - start < 1


def test_a_megabyte_of_real_wording_is_read_in_linear_time() -> None:
    lines = [f"{text} ({number})" for number in range(MEGABYTE) for text in TEXTS[:1]]
    text = "\n".join(lines)[:MEGABYTE]
    mixed = "\n".join(TEXTS) * (MEGABYTE // sum(map(len, TEXTS)) + 1)
    for one in (text, mixed):
        start = time.process_time()
        read_criteria_text(one)
        assert time.process_time() - start < 1
