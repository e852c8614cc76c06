"""Where the guide's claims come from: always the original, never a copy of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Source:
    """``address`` is "" for a paper that is named by journal, volume and page alone."""

    text: Text
    address: str = ""


SOURCES: Mapping[str, Source] = {
    "fda": Source(
        _("FDA: notice to patients on regenerative medicine"),
        "https://www.fda.gov/vaccines-blood-biologics/consumers-biologics/"
        "important-patient-and-consumer-information-about-regenerative-medicine-therapies",
    ),
    "disclaimer": Source(
        _("ClinicalTrials.gov: what a listing means"),
        "https://clinicaltrials.gov/about-site/disclaimer",
    ),
    "glossary": Source(
        _("ClinicalTrials.gov: glossary"),
        "https://clinicaltrials.gov/study-basics/glossary",
    ),
    "isscr": Source(
        "International Society for Stem Cell Research: About Stem Cells",
        "https://www.aboutstemcells.org",
    ),
    "ninds": Source(
        "National Institute of Neurological Disorders and Stroke",
        "https://www.ninds.nih.gov",
    ),
    "turner": Source(
        "Turner 2017, Regenerative Medicine 12:705",
        "https://doi.org/10.2217/rme-2017-0015",
    ),
    "snyder": Source("Snyder and Turner 2019, Neurology 93:252"),
    "cochrane": Source(
        "Cochrane review CD011742 (2019)",
        "https://doi.org/10.1002/14651858.CD011742.pub3",
    ),
    "van_eijk": Source("van Eijk 2019, Neurology 92:e451"),
    "jones": Source(
        "Jones 2017, BMJ Open 7:e017719",
        "https://bmjopen.bmj.com/content/7/10/e017719",
    ),
    "wu": Source(
        "Wu 2016, Journal of the American Medical Informatics Association",
        "https://pubmed.ncbi.nlm.nih.gov/26269536/",
    ),
    "goutman": Source(
        "Goutman 2015, PMC4404436",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4404436/",
    ),
    "abati": Source("Abati 2019, Molecular Neurobiology"),
}
