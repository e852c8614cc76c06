"""What holds on every page, in each of its states."""

from collections import defaultdict
from itertools import pairwise

import pytest
from django.test import Client

from tests.integration.pages.reading_pages import Shown, shown, words_of
from tests.readability import NEVER_OURS, grade
from trials.models import Study
from trials.views.headers import PAGE, PRIVATE

ADDRESSES = (
    "/",
    "/trials/",
    "/trials/?page=2",
    "/trials/?status=RECRUITING&phase=PHASE1&phase=PHASE2&cell=mesenchymal&route=intrathecal",
    "/trials/?near=boston-ma-us&within=100&unit=km&sort=updated",
    "/trials/?country=US&state=US-MA&results=no&since=2020-01-01&q=stem",
    "/trials/?kind=other_cells_given&kind=cell_free_product",
    "/trials/?near=Springfield&page=0&phase=PHASE9&sort=best",
    "/trials/?near=99999",
    "/trials/?near=Zzyzx",
    "/trials/?near=nowhere-at-all-us",
    "/trials/?status=WITHHELD",
    "/trials/?status=WITHHELD&phase=PHASE4&near=boston-ma-us&within=25",
    "/trials/?page=400",
    "/about/data/",
    "/export/",
    "/export/?status=RECRUITING&rows=site&columns=sex&phase=PHASE9",
    "/export/columns/",
    "/nowhere/",
    "/trials/NCT09999999/",
    "/trials/not-an-id/",
)


def every_page(client: Client) -> list[tuple[str, Shown]]:
    studies = [f"/trials/{nct_id}/" for nct_id in Study.objects.values_list("nct_id", flat=True)]
    return [(path, shown(client, path)) for path in (*ADDRESSES, *studies)]


@pytest.mark.usefixtures("examples")
def test_every_page_over_the_examples(client: Client) -> None:
    check_all(every_page(client))


@pytest.mark.usefixtures("starters")
def test_every_page_over_the_starter_catalogue(client: Client) -> None:
    check_all(every_page(client))


@pytest.mark.django_db
def test_every_page_over_an_empty_database(client: Client) -> None:
    check_all([(path, shown(client, path)) for path in ADDRESSES])


def check_all(pages: list[tuple[str, Shown]]) -> None:
    for path, page in pages:
        assert page.status in (200, 404), path
        check_frame(path, page)
        check_words(path, page)
        check_privacy(path, page)


def check_frame(path: str, page: Shown) -> None:
    assert len(page.all("h1")) == 1, path
    assert page.words("title")[0].endswith("ALS Stem Cell Trial Finder"), path
    assert page.all("main", id="main"), path
    assert page.all("a", class_="skip")[0].get("href") == "#main", path
    levels = [int(one.tag[-1]) for one in page.tree.iter() if str(one.tag)[-2:] in HEADINGS]
    assert all(after - before <= 1 for before, after in pairwise(levels)), path
    ids = [one.get("id") for one in page.tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids)), path


HEADINGS = ("h1", "h2", "h3", "h4")


def check_words(path: str, page: Shown) -> None:
    ours = page.own_sentences
    assert not [text for text in ours if NEVER_OURS.search(text)], path
    assert grade(ours) <= 6, path
    targets = defaultdict(set)
    for link in page.all("a"):
        targets[words_of(link)].add(link.get("href"))
    assert "" not in targets, path
    assert not {text: found for text, found in targets.items() if len(found) > 1}, path


def check_privacy(path: str, page: Shown) -> None:
    assert "Set-Cookie" not in page.headers, path
    assert page.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "browsing-topics=()" in page.headers["Permissions-Policy"]
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["Cache-Control"] in (PAGE, *([PRIVATE] if "?" in path else [])), path
    assert page.headers.get("X-Robots-Tag") == ("noindex" if "?" in path else None), path
    kinds = {script.get("type") for script in page.all("script")}
    assert kinds <= {"application/ld+json"}, path
    assert not page.all("style"), path
    assert not [one for one in page.tree.iter() if one.get("style")], path
    outward = [one for one in page.all("a") if one.get("href", "").startswith("http")]
    assert all(one.get("rel") == "noreferrer noopener" for one in outward), path
