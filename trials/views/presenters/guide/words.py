"""Words explained: the registry's, this site's, and those of cells and trials."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

Entries = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordList:
    """``entries``: (word, what it means); ``sources``: keys of ``SOURCES``, none for our own."""

    title: str
    entries: Entries
    sources: tuple[str, ...]


def word_lists() -> tuple[WordList, ...]:
    """All lists, in the order of the page."""
    return (
        WordList(_("What kind of study it is"), _kinds(), ("glossary",)),
        WordList(_("Status: can people join?"), _statuses(), ("glossary",)),
        WordList(_("Other words of the registry"), _registry(), ("glossary",)),
        WordList(_("How a trial is built"), _design(), ("glossary",)),
        WordList(_("Cells, and how they are given"), _cells(), ("goutman", "abati")),
        WordList(_("How ALS is measured"), _measures(), ("cochrane",)),
        WordList(_("Words of this site"), _ours(), ()),
    )


def _kinds() -> Entries:
    return (
        (
            _("Trial (interventional study)"),
            _("People get a treatment, so that others can learn what it does."),
        ),
        (
            _("Observational study"),
            _("People are watched over time. The study gives them no treatment."),
        ),
        (
            _("Expanded access"),
            _("A way to a treatment that is still in tests, for people who cannot join a trial."),
        ),
        (
            _("NCT number"),
            _("The letters NCT and eight digits. Each record on ClinicalTrials.gov has its own."),
        ),
    )


def _statuses() -> Entries:
    return (
        (_("Not yet recruiting"), _("The study plans to take people, but not now.")),
        (_("Recruiting"), _("The record says that the study takes people now.")),
        (_("Enrolling by invitation"), _("The team asks people to join. Others cannot ask to.")),
        (_("Active, not recruiting"), _("The study goes on, but takes no new people.")),
        (_("Suspended"), _("The study stopped early, but may start again.")),
        (_("Terminated"), _("The study stopped early, and will not start again.")),
        (_("Completed"), _("The study has come to its planned end.")),
        (_("Withdrawn"), _("The study stopped before the first person joined.")),
        (
            _("Unknown"),
            _("Nobody has confirmed the status for two years. The study may be open or closed."),
        ),
    )


def _registry() -> Entries:
    return (
        (_("Sponsor"), _("Who starts the study and answers for it.")),
        (_("Collaborator"), _("Who helps the sponsor, with money or in other ways.")),
        (
            _("Eligibility criteria"),
            _("Rules on who can join. Inclusion rules must be met. Exclusion rules keep you out."),
        ),
        (_("Enrollment"), _("How many people are in the study, or are planned to be.")),
        (_("Primary outcome"), _("What the study measures first of all.")),
        (_("Adverse event"), _("Any harm to health in a study, from any cause.")),
        (_("Informed consent"), _("You are told all about the study before you say yes or no.")),
        (
            _("Review board (IRB, ethics board)"),
            _("A group that reads the plan and looks out for the people in the study."),
        ),
        (_("Investigator"), _("Somebody who leads the study, or works on it, at one place.")),
        (_("Results posted"), _("Those who ran the study put their figures on the registry.")),
    )


def _design() -> Entries:
    return (
        (_("Phase"), _("How far tests of a treatment have come. It runs from 1 to 4.")),
        (_("Arm"), _("One group of people in a trial. Each arm gets its own treatment.")),
        (_("Intervention"), _("What is put to the test: cells, a drug, surgery and so on.")),
        (_("Placebo"), _("It looks like the treatment, but has nothing in it that works.")),
        (_("Sham"), _("Steps that look like the real treatment, but leave it out.")),
        (_("Randomized"), _("Chance decides who is in which group.")),
        (
            _("Masking, or blind"),
            _("Some people, such as you or your doctor, do not know your group."),
        ),
        (_("Open label"), _("All know who gets what.")),
    )


def _cells() -> Entries:
    return (
        (_("Stem cell"), _("A cell that can make more of itself, and turn into other kinds.")),
        (
            _("Mesenchymal cells (MSC)"),
            _("Cells from bone marrow, fat or cord. Many trials for ALS use these."),
        ),
        (_("Neural stem cells (NSC)"), _("Cells that can turn into cells of the nerves.")),
        (
            _("Induced pluripotent cells (iPSC)"),
            _("Grown-up cells, such as skin, that were turned back in the lab."),
        ),
        (_("Autologous"), _("Your own cells.")),
        (_("Allogeneic"), _("Cells from a donor.")),
        (
            _("Intrathecal, lumbar puncture"),
            _("Given by a needle in the lower back, into the fluid."),
        ),
        (_("Intraspinal"), _("Put right into the spinal cord, by surgery.")),
        (_("Intravenous"), _("Given into a vein.")),
    )


def _measures() -> Entries:
    return (
        (
            _("ALSFRS-R"),
            _("A score of daily skills in ALS, such as speech, walking and breathing."),
        ),
        (
            _("Vital capacity (FVC, SVC)"),
            _("How much air you can breathe out after a deep breath."),
        ),
    )


def _ours() -> Entries:
    return (
        (_("Why we say this"), _("The words of the record that we read something from.")),
        (
            _("Ask about this"),
            _("A fact from the record that is worth a question. It is no verdict."),
        ),
        (_("Not stated"), _("We found no words on it in the record. Ask the study team.")),
        (_("No longer listed"), _("The registry has stopped showing it. We keep the page.")),
        (
            _("Facts as known in a month"),
            _("We do not have the full record yet. These facts may be out of date."),
        ),
        (_("Left out"), _("A record that we read and do not list, and say why.")),
    )
