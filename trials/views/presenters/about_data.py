"""Words for the page on the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trials.models import Edition, Gazetteer, SyncProblem, SyncRun
from trials.reading.scope import Scope
from trials.search.words import Words, word
from trials.views.presenters.dates import moment_in_words
from trials.views.presenters.frame import REGISTRY, Head, Link
from trials.views.presenters.left_out import REASONS, reason_in_words
from trials.views.presenters.results.cards import Fact

KINDS: Words = {
    SyncRun.Kind.FULL: gettext_lazy("All records"),
    SyncRun.Kind.LIGHT: gettext_lazy("New and changed records"),
    SyncRun.Kind.REPLAY: gettext_lazy("Stored records, read again"),
}
STATES: Words = {
    SyncRun.State.RUNNING: gettext_lazy("Running now"),
    SyncRun.State.PUBLISHED: gettext_lazy("Published"),
    SyncRun.State.REFUSED: gettext_lazy("Not published: the answer was too poor"),
    SyncRun.State.FAILED: gettext_lazy("Not published: it failed"),
    SyncRun.State.INTERRUPTED: gettext_lazy("Not published: it was cut off"),
}


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the database holds; counts are studies, ``by_scope`` those still listed."""

    edition: Edition
    last: SyncRun | None
    by_scope: Mapping[str, int]
    starters: int
    delisted: int
    left_out: Mapping[str, int]
    set_aside: tuple[SyncProblem, ...]
    runs: tuple[SyncRun, ...]
    gazetteer: Gazetteer | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """One update, as a row of the table."""

    started: str
    kind: str
    state: str
    seen: str
    changes: str
    message: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """One record that could not be read."""

    nct_id: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """Everything that the template places."""

    head: Head
    how_fresh: tuple[str, ...]
    counts: tuple[Fact, ...]
    left_out: tuple[Fact, ...]
    set_aside: tuple[SetAside, ...]
    set_aside_text: str
    runs: tuple[RunRow, ...]
    credits: tuple[Link, ...]


def data_page(holdings: Holdings) -> DataPage:
    """The page on what the site holds."""
    title = _("Where our data comes from")
    description = _("How fresh the data is, what we left out and why.")
    return DataPage(
        head=Head(title, description, reverse("about_data")),
        how_fresh=tuple(_how_fresh(holdings)),
        counts=tuple(_counts(holdings)),
        left_out=tuple(_left_out(holdings.left_out)),
        set_aside=tuple(
            SetAside(one.nct_id or _("no number"), one.field, one.reason)
            for one in holdings.set_aside
        ),
        set_aside_text=_set_aside_text(len(holdings.set_aside)),
        runs=tuple(_run(run) for run in holdings.runs),
        credits=_credits(),
    )


def _how_fresh(holdings: Holdings) -> Iterator[str]:
    edition = holdings.edition
    if edition.data_timestamp and edition.published_at:
        yield _("The registry's data is of %(data)s. We published it on %(ours)s.") % {
            "data": moment_in_words(edition.data_timestamp),
            "ours": moment_in_words(edition.published_at),
        }
    else:
        yield _("This site has not been updated from the registry yet.")
    if holdings.starters:
        yield _(
            "%(count)s studies stand here by facts that we brought along. Each shows the month in "
            "which its facts were known. They do not count as recruiting now."
        ) % {"count": holdings.starters}


def _counts(holdings: Holdings) -> Iterator[Fact]:
    by_scope = holdings.by_scope
    if holdings.last:
        yield Fact(_("Records looked at in the last full update"), f"{holdings.last.seen:,}")
    yield Fact(_("Stem cells given to people with ALS"), _number(by_scope.get(Scope.LISTED)))
    yield Fact(
        _("Near to that: other cells, or another motor neuron disease"),
        _number(by_scope.get(Scope.NEAR)),
    )
    yield Fact(_("We could not tell"), _number(by_scope.get(Scope.UNCLEAR)))
    yield Fact(_("Left out"), _number(by_scope.get(Scope.LEFT_OUT)))
    if holdings.last:
        yield Fact(_("Could not be read, and set aside"), f"{holdings.last.set_aside:,}")
    yield Fact(_("No longer listed by the registry; the page is kept"), f"{holdings.delisted:,}")


def _number(count: int | None) -> str:
    return f"{count or 0:,}"


def _left_out(counts: Mapping[str, int]) -> Iterator[Fact]:
    for reason in REASONS:
        if counts.get(reason):
            text = reason_in_words(reason)
            yield Fact(text[:1].upper() + text[1:], f"{counts[reason]:,}")


def _set_aside_text(count: int) -> str:
    if not count:
        return _("Every record of the last full update could be read.")
    return _("These records could not be read in the last full update:")


def _run(run: SyncRun) -> RunRow:
    return RunRow(
        started=date_format(run.started_at, "j F Y, H:i") + " UTC",
        kind=word(KINDS, run.kind),
        state=word(STATES, run.state),
        seen=f"{run.seen:,}",
        changes=_("%(new)s new, %(changed)s changed, %(delisted)s no longer listed")
        % {"new": run.new, "changed": run.changed, "delisted": run.delisted},
        message=run.message,
    )


def _credits() -> tuple[Link, ...]:
    return (
        Link(_("ClinicalTrials.gov, U.S. National Library of Medicine"), REGISTRY),
        Link(
            _("How ClinicalTrials.gov itself describes what a listing means"),
            f"{REGISTRY}/about-site/disclaimer",
        ),
        Link(_("Towns and countries: GeoNames (CC BY 4.0)"), "https://www.geonames.org"),
        Link(
            _("Shapes on the map of the world: Natural Earth (public domain)"),
            "https://www.naturalearthdata.com",
        ),
        Link(
            _("Shapes of US states: U.S. Census Bureau (public domain)"),
            "https://www.census.gov/geographies/mapping-files/time-series/geo/carto-boundary-file.html",
        ),
    )
