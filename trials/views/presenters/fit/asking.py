"""Each question in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
UNKNOWN = _("I do not know")


@dataclass(frozen=True, slots=True)
class Asking:
    """``title``: the question; ``short``: its name in a list; ``hint``: what helps to answer."""

    title: Text
    short: Text
    hint: Text = ""
    unknown: Text = UNKNOWN


_DOSE = _("If yes, you can add since when you take the dose that you take now.")

ASKING: dict[str, Asking] = {
    "first-weakness": Asking(
        _("When did you first feel weak?"),
        _("First weakness"),
        _("Many trials count the time from here. Weak speech or trouble with food counts too."),
    ),
    "first-symptom": Asking(
        _("When was your very first sign of ALS?"),
        _("First sign"),
        _("It may be a cramp, a twitch or a change in speech. It can be the same date again."),
    ),
    "diagnosis": Asking(_("When were you told that it is ALS?"), _("Date of the diagnosis")),
    "breathing-test": Asking(
        _("What did your last breathing test show?"),
        _("Breathing test"),
        _("It is called vital capacity, SVC or FVC. The result stands in percent."),
    ),
    "alsfrs-r": Asking(
        _("What is your ALSFRS-R score?"),
        _("ALSFRS-R score"),
        _("Your clinic fills it in with you. It goes from 0 to 48."),
    ),
    "age": Asking(_("How old are you?"), _("Age")),
    "sex": Asking(
        _("What is your sex?"), _("Sex"), _("The registry asks for it in these two words only.")
    ),
    "breathing-help": Asking(
        _("Do you get help to breathe?"), _("Help to breathe"), _("Tick all that you use.")
    ),
    "feeding-tube": Asking(_("Do you have a feeding tube?"), _("Feeding tube")),
    "riluzole": Asking(_("Do you take riluzole?"), _("Riluzole"), _DOSE),
    "edaravone": Asking(_("Do you take edaravone?"), _("Edaravone"), _DOSE),
    "tofersen": Asking(_("Do you take tofersen?"), _("Tofersen"), _DOSE),
    "earlier-cells": Asking(
        _("Have you had a treatment with cells before?"),
        _("Earlier treatment with cells"),
        _("In a trial or in a clinic, of any kind. If yes, you can add when the last one was."),
    ),
    "earlier-gene-treatment": Asking(
        _("Have you had a gene treatment before?"),
        _("Earlier gene treatment"),
        _("We do not compare this with the records yet. It will stand in your list to ask about."),
    ),
    "gene": Asking(
        _("Did a gene test find a change?"),
        _("Gene test"),
        unknown=_("I do not know, or I had no test"),
    ),
    "family": Asking(_("Has anyone else in your family had ALS?"), _("ALS in the family")),
    "el-escorial": Asking(
        _("How sure is your diagnosis?"),
        _("How sure the diagnosis is"),
        _("These are the words of the El Escorial list. Your doctor's letter may name one."),
    ),
    "blood-thinners": Asking(
        _("Do you take a blood thinner?"),
        _("Blood thinner"),
        _("Such as warfarin, apixaban or heparin."),
    ),
    "immune-drugs": Asking(
        _("Do you take a drug that holds back your immune system?"),
        _("Drug that holds back the immune system"),
        _("Such as high doses of cortisone, or a drug after a transplant."),
    ),
    "lumbar-puncture": Asking(
        _("Can a needle be put in your lower back?"),
        _("Needle in the lower back possible"),
        _("It is called a lumbar puncture. A back operation can stand in its way."),
    ),
    "pregnancy": Asking(
        _("Are you pregnant, or do you breastfeed?"), _("Pregnant or breastfeeding")
    ),
    "cancer": Asking(_("Have you ever had cancer?"), _("Cancer, now or before")),
    "caregiver": Asking(
        _("Is there someone who can help you all through a trial?"),
        _("Someone to help"),
        _("Such as a partner, a child, a friend or a paid caregiver."),
    ),
}
