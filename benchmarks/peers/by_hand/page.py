"""The page around the cards: head, chips, filters, foot. Long lines are the page's own."""

# ruff: noqa: E501

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from urllib.parse import urlencode

from benchmarks.peers.by_hand.asking import SEVERAL, Asked
from benchmarks.peers.by_hand.text import ORDER, WORDS, country, day
from trials.records.states import state_name

FACETS = ("status", "phase", "cell", "country", "state", "tissue", "donor", "route")
TITLES = {
    "status": "Status", "phase": "Phase", "cell": "Kind of cell", "country": "Country",
    "state": "State or province", "tissue": "Tissue that the cells come from",
    "donor": "Whose cells", "route": "Way into the body",
}  # fmt: skip
CROSS = '<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="m3.5 1L8 5.5 12.5 1 15 3.5 10.5 8 15 12.5 12.5 15 8 10.5 3.5 15 1 12.5 5.5 8 1 3.5z"/></svg>'
NAVIGATION = """<a class="skip" href="#main">Skip to the main part</a>
<header class="site-header"><div class="width">
<a class="site-name" href="/">ALS Stem Cell Trial Finder</a>
<nav aria-label="Main"><ul class="site-nav">
<li><a href="/trials/" aria-current="page">Find a trial</a></li>
<li><a href="/check/">Check an offer</a></li>
<li><a href="/guide/">Guide</a></li>
<li><a href="/fit/">My situation</a></li>
<li><a href="/saved/">My list</a></li>
<li><a href="/comfort/">Comfort</a></li>
</ul></nav></div></header>
<main id="main" tabindex="-1"><div class="width"><div class="beside"><div class="results">
"""
FOOT = """<p>This site tells what the registry states. It gives no medical advice and recommends no trial. Please talk to your own doctor.</p>
<p>It keeps nothing about you, unless you ask for it. It sends nothing to other sites.</p>
<nav aria-label="About this site"><ul class="links foot-links">
<li><a href="/about/data/">About the data</a></li>
<li><a href="/privacy/">What we keep about you</a></li>
<li><a href="/privacy/health-data/">Notice on health data</a></li>
<li><a href="/accessibility/">Who can use this site</a></li>
<li><a href="/status/">Is it up to date?</a></li>
</ul></nav></div></footer></body></html>
"""
Counts = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """What the statements brought; ``counts``: filter -> value -> studies."""

    total: int
    counts: Counts
    cards: list[str]
    left_out: dict[bool, int]
    timestamp: datetime


def address(asked: Asked, **changed: object) -> str:
    """The address of these choices with others in their place."""
    values = {**asked, **changed}
    names = ("q", *SEVERAL, "near", "within", "unit", "results", "since", "sort")
    pairs = [(name, values[name]) for name in names if values[name]]
    if values["page"] != 1:
        pairs.append(("page", values["page"]))
    query = urlencode(pairs, doseq=True)
    return escape(f"/trials/?{query}" if query else "/trials/")


def page(asked: Asked, found: Found) -> str:
    """The whole document."""
    title = escape(page_title(asked, found.total))
    dated = f"Data from ClinicalTrials.gov as of {day(found.timestamp.date())}."
    here = address(asked)
    behind = here.removeprefix("/trials/")
    chosen = list(chips(asked))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} | ALS Stem Cell Trial Finder</title>
<meta name="description" content="{title}">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="canonical" href="http://127.0.0.1:8000{here}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="ALS Stem Cell Trial Finder">
<meta property="og:title" content="{title} | ALS Stem Cell Trial Finder">
<meta property="og:description" content="{title}">
<meta property="og:url" content="http://127.0.0.1:8000{here}">
<link rel="search" type="application/opensearchdescription+xml" title="ALS trials" href="/opensearch.xml">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/css/site.css">
</head>
<body>
{NAVIGATION}<h1>{title}</h1>
<p class="data-date">{dated}</p>
{_chip_list(chosen[:2], "What you chose")}<p class="list-actions">
<a class="button button-quiet" href="#filters">Change filters</a>
{'<a class="button button-quiet" href="/trials/">Remove all filters</a>' if len(chosen) > 1 else ""}
</p>
{_list(found)}{_paging(asked, found.total)}
<section><h2>Take this list along</h2><ul class="links">
<li><a href="/export/{behind}">Export this list</a></li>
<li><a href="/follow/{behind}">Follow this search</a></li>
<li><a href="/trials/feed.atom{behind}">Follow this search in a feed reader (Atom)</a></li>
</ul></section>
{_kinds(asked, found)}<section><h2>What is not in this list</h2>
<p>{_left_out(found.left_out)}</p>
<p>Other registries are not covered here.</p>
<ul class="links"><li><a href="/about/data/">How we choose what is listed</a></li>
<li><a href="https://clinicaltrials.gov/search?cond=Amyotrophic%20Lateral%20Sclerosis&amp;term=stem%20cells" class="outward" rel="noreferrer noopener">Search ClinicalTrials.gov itself</a></li></ul></section>
</div>
<section class="filters" id="filters" tabindex="-1">
<p><a class="button button-quiet" href="/trials/map/{behind}">See on a map</a></p>
<h2>Filters</h2>
{_chip_list(chosen[2:], "More of what you chose")}<form action="/trials/" method="get">
<p><button type="submit" class="button">Apply filters</button></p>
{_filters(asked, found)}
<p><button type="submit" class="button">Apply filters</button></p>
</form></section></div></div></main>
<footer class="site-footer"><div class="width"><p class="data-date"><strong>{dated}</strong></p>
{FOOT}"""


def page_title(asked: Asked, total: int) -> str:
    words = f" that match “{asked['q']}”" if asked["q"] else ""
    chosen = [in_words(name, value) for name in SEVERAL for value in asked[name]]
    return f"{total:,} studies{' of ' if chosen else ''}{', '.join(chosen)}{words}"


def chips(asked: Asked) -> Iterator[tuple[str, str]]:
    for name in SEVERAL:
        for value in asked[name]:
            less = [one for one in asked[name] if one != value]
            yield in_words(name, value), address(asked, **{name: less}, page=1)
    for name in ("q", "near", "results", "since"):
        if asked[name]:
            yield escape(asked[name]), address(asked, **{name: ""}, page=1)


def _chip_list(chips: list[tuple[str, str]], label: str) -> str:
    if not chips:
        return ""
    items = "".join(
        f'<li><a href="{less}">{CROSS} <span>Remove filter: {text}</span></a></li>\n'
        for text, less in chips
    )
    return f'<ul class="chips" aria-label="{label}">\n{items}</ul>\n'


def _list(found: Found) -> str:
    if not found.cards:
        return ""
    return f"""<ol class="cards">
{"".join(found.cards)}</ol>
<form class="compare-form" id="compare" action="/compare/" method="get">
<p>To see studies side by side, tick two to four on this page.</p>
<button type="submit" class="button button-quiet">Compare what you ticked</button>
</form>
"""


def _paging(asked: Asked, total: int) -> str:
    pages = -(-total // 20)
    if pages <= 1:
        return ""
    links = ""
    for text, rel, number in (
        ("Previous", "prev", asked["page"] - 1),
        ("Next", "next", asked["page"] + 1),
    ):
        if 1 <= number <= pages:
            links += f'<li><a class="button button-quiet" rel="{rel}" href="{address(asked, page=number)}">{text} page</a></li>\n'
    return f'<nav class="paging" aria-label="Pages of the list">\n<p>Page {asked["page"]} of {pages}</p>\n<ul>\n{links}</ul>\n</nav>\n'


def _kinds(asked: Asked, found: Found) -> str:
    chosen = asked["kind"] or ["stem_cells"]
    links = "".join(
        f'<li><a href="{address(asked, kind=[] if kind == "stem_cells" else [kind], page=1)}">{text} ({found.counts["kind"][kind]})</a></li>\n'
        for kind, text in WORDS["kind"].items()
        if kind not in chosen and found.counts["kind"][kind]
    )
    return (
        f'<section><h2>Near to this, but not the same</h2><ul class="links">\n{links}</ul></section>\n'
        if links
        else ""
    )


def _left_out(counts: dict[bool, int]) -> str:
    return (
        f"We read {sum(counts.values()):,} more studies and left them out: {counts.get(True, 0):,} not"
        f" about ALS or an illness close to it and {counts.get(False, 0):,} without cells."
    )


def in_words(name: str, value: str) -> str:
    if name == "country":
        return country(value)
    if name == "state":
        return state_name(value[3:], value[:2]) or value
    return WORDS[name].get(value, value)


def values_of(name: str, asked: Asked, counted: Counts) -> list[str]:
    """The values of one filter, in their order: 20 at most, and those that are chosen."""
    counts, chosen = counted[name], asked[name]
    if name in ORDER:
        known = ORDER[name]
        ordered = sorted({*counts, *chosen}, key=lambda v: (known.get(v, 99), v))
    else:
        ordered = sorted({*counts, *chosen}, key=lambda v: (-counts[v], country(v), v))
    return ordered[:20] + [value for value in ordered[20:] if value in chosen]


def _filters(asked: Asked, found: Found) -> str:
    groups = {name: _facet(name, asked, found) for name in FACETS}
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{value}">\n'
        for name, values in (("near", [asked["near"]]), ("kind", asked["kind"]))
        for value in values
        if value
    )
    radios = {
        name: _radios(name, title, options)
        for name, title, options in radio_groups(asked, found.counts)
    }
    near = "Such as Boston, or Seoul, or 02114. You can leave this empty."
    words = "Such as a cell, a drug, a sponsor or a study number. You can leave this empty."
    return "".join(
        (
            kept,
            *(groups[name] for name in FACETS[:5]),
            _line("near", "Town or US ZIP code", near, ""),
            radios["within"],
            radios["unit"],
            _line("q", "Words", words, escape(asked["q"])),
            *(groups[name] for name in FACETS[5:]),
            radios["results"],
            radios["since"],
            radios["sort"],
        )
    )


Options = list[tuple[str, str, bool]]


def radio_groups(asked: Asked, counted: Counts) -> Iterator[tuple[str, str, Options]]:
    """Name, title, and (value, words, whether chosen) of each filter with one choice."""
    distances = [("", "Any distance")]
    distances += [(str(one), f"{one:,}") for one in (25, 50, 100, 250, 500, 1000)]
    default = "nearest" if asked["near"] else "recruiting"
    for name, title, options, chosen in (
        ("within", "How far from that town", distances, asked["within"]),
        ("unit", "Measured in", [("mi", "Miles"), ("km", "Kilometers")], asked["unit"] or "mi"),
        ("results", "Results", _results(counted["results"]), asked["results"]),
        ("since", "Last change of the record", _since(asked), asked["since"]),
        ("sort", "Order of the list", _sorts(asked), asked["sort"] or default),
    ):
        yield name, title, [(value, text, value == chosen) for value, text in options]


def _results(numbers: Counter[str]) -> list[tuple[str, str]]:
    values = sorted(numbers, key=lambda v: (-numbers[v], v))
    counted = [(value, f"{WORDS['results'][value]} ({numbers[value]})") for value in values]
    return [("", "With or without results"), *counted]


def _since(asked: Asked) -> list[tuple[str, str]]:
    today = date.today()  # noqa: DTZ011
    days = {today - timedelta(days=span) for span in (30, 182, 365)}
    if asked["since"]:
        days.add(date.fromisoformat(asked["since"]))
    offered = [(one.isoformat(), f"Since {day(one)}") for one in sorted(days, reverse=True)]
    return [("", "Any time"), *offered]


def _sorts(asked: Asked) -> list[tuple[str, str]]:
    sorts = [("recruiting", "Recruiting first"), ("updated", "Newest change first")]
    return [("nearest", "Nearest first"), *sorts] if asked["near"] else sorts


def _facet(name: str, asked: Asked, found: Found) -> str:
    counts, chosen = found.counts[name], asked[name]
    options = "".join(
        f'<label class="option"><input type="checkbox" name="{name}" value="{value}"{" checked" if value in chosen else ""}><span>{in_words(name, value)} ({counts[value]})</span></label>\n'
        for value in values_of(name, asked, found.counts)
    )
    if not options:
        return ""
    if chosen or name in FACETS[:4]:
        return f'<fieldset class="group">\n<legend>{TITLES[name]}</legend>\n{options}</fieldset>\n'
    return f'<details class="group">\n<summary>{TITLES[name]}</summary>\n<fieldset>\n<legend class="hidden-text">{TITLES[name]}</legend>\n{options}</fieldset>\n</details>\n'


def _radios(name: str, title: str, options: Options) -> str:
    shown = "".join(
        f'<label class="option"><input type="radio" name="{name}" value="{value}"{" checked" if is_chosen else ""}><span>{text}</span></label>\n'
        for value, text, is_chosen in options
    )
    return f'<fieldset class="group">\n<legend>{title}</legend>\n{shown}</fieldset>\n'


def _line(name: str, label: str, hint: str, value: str) -> str:
    return f'<div class="field">\n<label for="f-{name}">{label}</label>\n<p class="hint" id="h-{name}">{hint}</p>\n<input type="text" id="f-{name}" name="{name}" value="{value}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="h-{name}">\n</div>\n'
