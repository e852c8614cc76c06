"""Invented cell studies for tests of relevance and cells."""

from trials.records import Identification, Intervention, StudyRecord


def titled(title: str, *conditions: str, summary: str = "") -> StudyRecord:
    """A study with a title, conditions and a summary, and no interventions."""
    return StudyRecord(
        identification=Identification(nct_id="NCT90000020", brief_title=title),
        conditions=conditions,
        brief_summary=summary,
    )


def giving(
    name: str, about: str = "", *, kind: str = "BIOLOGICAL", summary: str = ""
) -> StudyRecord:
    """A study in ALS with one intervention."""
    return StudyRecord(
        identification=Identification(nct_id="NCT90000021", brief_title="A study in ALS"),
        conditions=("Amyotrophic Lateral Sclerosis",),
        brief_summary=summary,
        interventions=(Intervention(name=name, type=kind, description=about),),
    )
