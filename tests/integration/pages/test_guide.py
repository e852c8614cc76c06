"""The guide: complete, sourced, plain, and never a verdict."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.integration.pages.test_every_page import check_frame, check_privacy, check_words
from tests.readability import NEVER_OURS, grade
from trials.views.presenters.guide.pages import PAGES
from trials.views.presenters.guide.sources import SOURCES

pytestmark = pytest.mark.django_db
PATHS = ["/guide/", *(f"/guide/{slug}/" for slug in PAGES)]
ORIGINALS = (  # the makers of each claim; a copy's address is none of these
    "https://www.fda.gov/vaccines-blood-biologics/consumers-biologics/"
    "important-patient-and-consumer-information-about-regenerative-medicine-therapies",
    "https://clinicaltrials.gov/about-site/disclaimer",
    "https://clinicaltrials.gov/study-basics/glossary",
    "https://www.aboutstemcells.org",
    "https://www.ninds.nih.gov",
    "https://doi.org/10.2217/rme-2017-0015",  # Turner 2017, Regenerative Medicine 12:705
    "https://doi.org/10.1002/14651858.CD011742.pub3",  # Cochrane 2019
    "https://bmjopen.bmj.com/content/7/10/e017719",  # Jones 2017
    "https://pubmed.ncbi.nlm.nih.gov/26269536/",  # Wu 2016
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC4404436/",  # Goutman 2015
)
ORGANISATIONS = (
    "https://als.ca",
    "https://www.als.org",
    "https://www.als-mnd.org",
    "https://www.mndassociation.org",
    "https://www.mndaustralia.org.au",
)
SIGNS = {  # what the page must name: some words of each sign
    "cost": ("costs a lot", "pay up front"),
    "marketing": ("sold to patients by ads", "press you"),
    "claims": ("claims a cure", "same cells are said to help many illnesses"),
    "testimonials": ("stories of patients", "misread"),
    "evidence": ("peer-reviewed", "this very treatment"),
    "oversight": ("outside the rules of medicine", "No regulator", "ethics board"),
    "nct": ("NCT number", "seal of approval"),
    "pressure": ("decide fast", "secret", "no consent form", "no care after it"),
}
RISKS = ("infection", "Immune reactions", "Tumors", "money", "Delay of care", "shut out of later")
QUESTIONS = {
    "cells": ("mesenchymal (MSC)", "neural (NSC)", "pluripotent (iPSC)", "tissue", "donor"),
    "evidence": ("proof from science", "peer-reviewed papers", "people with ALS do"),
    "risks": ("risks and side effects", "harms are known so far"),
    "cost": ("cost in all", "later visits", "goes wrong", "travel", "Who pays"),
    "safety": ("made ready", "how are they given", "watched for reactions", "how long"),
    "oversight": ("regulated trial", "phase", "regulator", "ethics board", "what number"),
    "later": ("shut me out of other trials later",),
    "stopping": ("if I stop", "at night", "placebo group"),
}


def own_texts(page: Shown) -> list[str]:
    """Every text of the page's own part, once: paragraphs, items, terms and headings."""
    main = page.all("main")[0]
    tags = ("p", "li", "dd", "dt", "h1", "h2", "h3")
    found = [one for one in main.iter() if str(one.tag).rpartition("}")[2] in tags]
    return [words_of(one) for one in found if not any(child.tag.endswith("}p") for child in one)]


@pytest.mark.parametrize("path", PATHS)
def test_each_page_is_whole(client: Client, path: str) -> None:
    page = shown(client, path)
    assert page.status == 200
    check_frame(path, page)
    check_words(path, page)
    check_privacy(path, page)
    assert page.words("p", class_="reviewed") == [
        "Last reviewed 22 November 2026. Not yet reviewed by a clinician."
    ]


@pytest.mark.parametrize("path", PATHS)
def test_each_page_is_plain_and_judges_nothing(client: Client, path: str) -> None:
    texts = own_texts(shown(client, path))
    said = [text for text in texts if not text.startswith("Source:")]
    assert grade(said) <= 6
    assert not [text for text in said if NEVER_OURS.search(text)]


def test_sources_are_originals() -> None:
    addresses = {source.address for source in SOURCES.values() if source.address}
    assert addresses == set(ORIGINALS)


@pytest.mark.parametrize("slug", PAGES)
def test_each_page_names_its_sources_and_leads_nowhere_else(client: Client, slug: str) -> None:
    page = shown(client, f"/guide/{slug}/")
    cited = [words_of(one) for one in page.all("ul", class_="sources")]
    assert cited
    away = {link for link in page.links.values() if link.startswith("http")}
    registry = {link for link in away if link.startswith("https://clinicaltrials.gov/search?")}
    assert away <= {*ORIGINALS, *ORGANISATIONS, *registry}
    assert all(link.startswith("https://") for link in away)


def test_every_source_is_cited_somewhere(client: Client) -> None:
    cited = " ".join(
        words_of(one)
        for slug in PAGES
        for one in shown(client, f"/guide/{slug}/").all("ul", class_="sources")
    )
    assert not [str(one.text) for one in SOURCES.values() if str(one.text) not in cited]


@pytest.mark.parametrize("sign", SIGNS)
def test_every_warning_sign_is_there(client: Client, sign: str) -> None:
    for path in ("/guide/unproven-offers/", "/check/"):
        text = words_of(shown(client, path).all("main")[0])
        assert not [part for part in SIGNS[sign] if part not in text]


@pytest.mark.parametrize("risk", RISKS)
def test_every_risk_is_there(client: Client, risk: str) -> None:
    assert risk in words_of(shown(client, "/guide/unproven-offers/").all("main")[0])


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_essential_question_is_there_with_its_reason(client: Client, question: str) -> None:
    asked = shown(client, "/guide/questions/").all("ol", class_="items asked")[0]
    texts = [words_of(one) for one in asked]
    assert len(texts) == len(QUESTIONS)
    mine = texts[list(QUESTIONS).index(question)]
    assert not [part for part in QUESTIONS[question] if part not in mine]
    assert "Why it matters:" in mine


def test_the_pages_lead_from_one_to_the_next(client: Client) -> None:
    path, seen = "/guide/what-is-als/", []
    while path:
        seen.append(path)
        links = shown(client, path).links
        path = next((to for text, to in links.items() if text.startswith("Next: ")), "")
    assert seen == PATHS[1:]


def test_where_to_turn_names_people_who_help(client: Client) -> None:
    page = shown(client, "/guide/where-to-turn/")
    assert page.links["E-mail ocod@fda.hhs.gov"] == "mailto:ocod@fda.hhs.gov"
    assert set(ORGANISATIONS) <= set(page.links.values())
    text = words_of(page.all("main")[0])
    assert "neurologist or ALS clinic first" in text
    assert "expanded access" in text


def test_a_page_that_is_not_there_is_not_found(client: Client) -> None:
    assert shown(client, "/guide/cures/").status == 404


def test_the_guide_takes_no_post(client: Client) -> None:
    assert client.post("/guide/").status_code == 405
