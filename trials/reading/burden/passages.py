"""The texts that say what a study does, with the arms each is about.

Eligibility is left out on purpose: "contraindication to lumbar puncture" is about who
may come, not about what is done.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from trials.records import ArmGroup, Intervention, StudyRecord


@dataclass(frozen=True, slots=True)
class Passage:
    """One field's text; ``who`` names the arms that it is about, "" for everybody.

    ``is_about_arms``: the record itself ties the text to those arms. Otherwise ``who`` is
    the best word there is, and a sentence of the text may say more.
    """

    field: str
    text: str
    who: str = ""
    is_about_arms: bool = False


def passages(record: StudyRecord) -> Iterator[Passage]:
    """What the record says that the study does: structured parts first, prose after."""
    for place, intervention in enumerate(record.interventions):
        yield from _of_intervention(record, f"interventions[{place}]", intervention)
    for place, arm in enumerate(record.arm_groups):
        yield from _of_arm(record, f"arm_groups[{place}]", arm)
    yield Passage("identification.brief_title", record.identification.brief_title)
    yield Passage("identification.official_title", record.identification.official_title)
    yield Passage("brief_summary", record.brief_summary)
    yield Passage("detailed_description", record.detailed_description)
    model = record.design.intervention_model_description
    yield Passage("design.intervention_model_description", model)


def _of_intervention(
    record: StudyRecord, field: str, intervention: Intervention
) -> Iterator[Passage]:
    arms = _arms_of(record, intervention)
    who = arms_named(record, arms) if arms else _best_word(record, intervention)
    yield Passage(f"{field}.name", intervention.name, who, bool(arms))
    yield Passage(f"{field}.description", intervention.description, who, bool(arms))
    for place, name in enumerate(intervention.other_names):
        yield Passage(f"{field}.other_names[{place}]", name, who, bool(arms))


def _of_arm(record: StudyRecord, field: str, arm: ArmGroup) -> Iterator[Passage]:
    who = arms_named(record, (arm.label,))
    yield Passage(f"{field}.label", arm.label, who, is_about_arms=True)
    yield Passage(f"{field}.description", arm.description, who, is_about_arms=True)


def _arms_of(record: StudyRecord, intervention: Intervention) -> tuple[str, ...]:
    """The arms linked from either side; arms list theirs as "Biological: its name"."""
    return tuple(
        arm.label
        for arm in record.arm_groups
        if arm.label in intervention.arm_group_labels
        or any(one.partition(": ")[2] == intervention.name for one in arm.intervention_names)
    )


def _best_word(record: StudyRecord, intervention: Intervention) -> str:
    return intervention.name if has_arms(record) and len(record.interventions) > 1 else ""


def has_arms(record: StudyRecord) -> bool:
    """Whether there is more than one arm, so that "everybody" needs to be said."""
    return len(record.arm_groups) > 1


def arms_named(record: StudyRecord, labels: tuple[str, ...]) -> str:
    """The arms in words: "" where the labels are all the arms."""
    everybody = {arm.label for arm in record.arm_groups}
    if not has_arms(record) or everybody <= set(labels):
        return ""
    return ", ".join(dict.fromkeys(labels))
