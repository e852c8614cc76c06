"""Whom the study enrols: ALS, ALS among others, another motor neuron disease, or none."""

from __future__ import annotations

from dataclasses import dataclass

from trials.reading.codebook import Condition
from trials.reading.evidence import Answer, Evidence
from trials.reading.phrases import Mention
from trials.reading.relevance.diseases import ALS_MESH, ENROLS
from trials.reading.relevance.enrolled import (
    Place,
    als_letters_mean_the_disease,
    conditions_of,
    has_the_symptom,
    is_enrolled_in,
    keywords_of,
    only_healthy,
    prose_of,
    titles_of,
)
from trials.records import StudyRecord

BEFORE_A_DISEASE = frozenset({"in", "with", "for", "of", "sporadic", "familial", "stage"})
PEOPLE = frozenset({"patients", "patient", "participants", "subjects", "people"})
ConditionAnswer = Answer[Condition]


@dataclass(frozen=True)
class _Named:
    """What the places of a record name."""

    als: Evidence | None
    mnd: Evidence | None
    form: Evidence | None
    other_mnd: Evidence | None
    another: Evidence | None


def read_condition(record: StudyRecord) -> ConditionAnswer:
    """The answer for a record, with the words that decided."""
    conditions, titles, prose = conditions_of(record), titles_of(record), prose_of(record)
    keywords = keywords_of(record)
    letters = als_letters_mean_the_disease((*conditions, *titles, *keywords, *prose))
    in_conditions = _with_mesh(_named(conditions, letters), record, conditions)
    in_titles = _named(titles, letters)
    if letters is None and _only_letters((*conditions, *titles)):
        if not _people_have_it(conditions, titles):
            return Answer(None, _letters_alone(titles))
        letters = True
        in_conditions, in_titles = _named(conditions, letters), _named(titles, letters)
    if only_healthy(record) and any(_speaks_of_the_healthy(title) for title in titles):
        return Answer(Condition.NOT_ALS, _what_it_is_about(record))
    answer = _from_als(in_conditions, in_titles) or _from_mnd(in_conditions, in_titles)
    return answer or _from_prose(record, in_conditions, letters)


def _named(places: tuple[Place, ...], letters: bool | None) -> _Named:
    als_codes = ("als", "als_letters") if letters else ("als",)
    mnd_codes = ("mnd", "mnd_letters") if letters else ("mnd",)
    return _Named(
        als=_first(places, "als: named", *als_codes),
        mnd=_first(places, "als: motor neuron disease as a whole", *mnd_codes),
        form=_first(places, "mnd_other: named", "mnd_form"),
        other_mnd=_first(places, "mnd_other: named", "mnd_other"),
        another=_another(places),
    )


def _first(places: tuple[Place, ...], rule: str, *codes: str) -> Evidence | None:
    for place in places:
        mention = place.named(*codes)
        if mention:
            return place.evidence(mention, rule)
    return None


def _another(places: tuple[Place, ...]) -> Evidence | None:
    rule = "als_among_others: another disease"
    if places and places[0].field.startswith("identification"):
        return _first(places, rule, "another")
    return next(
        (Evidence(one.field, one.text[:160], rule) for one in places if one.names_another), None
    )


def _with_mesh(named: _Named, record: StudyRecord, conditions: tuple[Place, ...]) -> _Named:
    """The registry's own MeSH term stands in where our words miss a spelling."""
    ids = {term.id for term in record.mesh.conditions}
    if named.als or ALS_MESH not in ids or not conditions:
        return named
    found = Evidence("mesh.conditions", "Amyotrophic Lateral Sclerosis", "als: MeSH D000690")
    return _Named(found, named.mnd, named.form, named.other_mnd, named.another)


def _only_letters(places: tuple[Place, ...]) -> bool:
    return any(place.named("als_letters") for place in places) and not any(
        place.named("als", "mnd") for place in places
    )


def _people_have_it(conditions: tuple[Place, ...], titles: tuple[Place, ...]) -> bool:
    """A condition, '... in ALS', 'ALS patients', with no sign of another meaning."""
    return any(one.named("als_letters") for one in conditions) or any(
        one.code("disease") == "als_letters" and _is_of_people(title, one)
        for title in titles
        for one in title.mentions
    )


def _speaks_of_the_healthy(title: Place) -> bool:
    """'A drug for ALS in healthy adults', not 'people with ALS and healthy adults'."""
    return "healthy" in title.plain and (PEOPLE | {"and"}).isdisjoint(title.plain)


def _letters_alone(titles: tuple[Place, ...]) -> tuple[Evidence, ...]:
    found = _first(titles, "the letters ALS, of what?", "als_letters")
    return (found,) if found else ()


def _is_of_people(title: Place, one: Mention) -> bool:
    before, after = title.plain[max(one.first - 1, 0) : one.first], title.plain[one.last :]
    return not BEFORE_A_DISEASE.isdisjoint(before) or not PEOPLE.isdisjoint(after[:1])


def _from_als(conditions: _Named, titles: _Named) -> ConditionAnswer | None:
    als = conditions.als or titles.als
    if als is None:
        return None
    others = (conditions.another, conditions.other_mnd, titles.another, titles.other_mnd)
    beside = next((one for one in others if one), None)
    if beside and not _is_mnd_as_a_whole(conditions, titles, beside):
        return Answer(Condition.ALS_AMONG_OTHERS, (als, beside))
    return Answer(Condition.ALS, (als,))


def _is_mnd_as_a_whole(conditions: _Named, titles: _Named, beside: Evidence) -> bool:
    """'Motor neuron disease' in the title, with its kinds as conditions, is one disease."""
    mnd_only = not (conditions.another or titles.another)
    return mnd_only and titles.mnd is not None and beside == conditions.other_mnd


def _from_mnd(conditions: _Named, titles: _Named) -> ConditionAnswer | None:
    """Motor neuron disease as a whole counts as ALS, unless the title names another kind."""
    kind = conditions.form or conditions.other_mnd or titles.form or titles.other_mnd
    titled = titles.form or titles.other_mnd
    mnd = titles.mnd or conditions.mnd
    if mnd and not (kind and not titles.mnd) and not (titled and not titles.mnd):
        if conditions.another or titles.another:
            other = conditions.another or titles.another
            return Answer(Condition.ALS_AMONG_OTHERS, (mnd, other) if other else (mnd,))
        return Answer(Condition.ALS, (mnd,))
    return Answer(Condition.MND_OTHER, (kind,)) if kind else None


def _from_prose(record: StudyRecord, conditions: _Named, letters: bool | None) -> ConditionAnswer:
    """Conditions that are wide ('neurodegenerative diseases'), or none: who is enrolled?"""
    places = (*keywords_of(record), *prose_of(record), _inclusion(record))
    found = None
    if not conditions.another and not only_healthy(record):
        found = _enrolled(places, letters)
    if found is None:
        return Answer(Condition.NOT_ALS, _what_it_is_about(record))
    place, evidence = found
    several = record.conditions or place.named("another", "mnd_other")
    return Answer(Condition.ALS_AMONG_OTHERS if several else Condition.ALS, (evidence,))


def _enrolled(places: tuple[Place, ...], letters: bool | None) -> tuple[Place, Evidence] | None:
    codes = {"als", "mnd"} | ({"als_letters"} if letters else set())
    for place in places:
        for one in place.mentions:
            if one.code("disease") in codes and (
                is_enrolled_in(place, one, ENROLS) or has_the_symptom(place, one)
            ):
                return place, place.evidence(one, "als: enrolled, in the text")
    return None


def _inclusion(record: StudyRecord) -> Place:
    """The eligibility text up to its exclusion criteria."""
    text = record.eligibility.eligibility_criteria
    cut = text.lower().find("exclusion")
    return Place("eligibility.eligibility_criteria", text[:cut] if cut >= 0 else text)


def _what_it_is_about(record: StudyRecord) -> tuple[Evidence, ...]:
    text = record.conditions[0] if record.conditions else record.identification.brief_title
    field = "conditions[0]" if record.conditions else "identification.brief_title"
    return (Evidence(field, text[:160], "not_als: no motor neuron disease named"),) if text else ()
