"""What a file says about itself: the search in words, the data's date, its address, the terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trials.exports.order import Order
from trials.models import Edition
from trials.search.parsing import Ignored

TERMS_ADDRESS = "https://clinicaltrials.gov/about-site/terms-conditions"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """``data`` says how fresh the data is; addresses are whole. ``made_on`` is in UTC."""

    what: str
    data: str
    made_on: date
    search_address: str
    ignored: tuple[str, ...]
    terms: tuple[str, ...]

    def lines(self) -> Iterator[tuple[str, str]]:
        """Label and text, for a sheet or a header."""
        yield _("What this is"), self.what
        yield _("Data"), self.data
        yield _("Made on"), self.made_on.isoformat()
        yield _("The same list on the site"), self.search_address
        yield _("What the columns mean"), settings.SITE_URL + reverse("export_columns")
        for text in self.ignored:
            yield _("Not used"), text
        for text in self.terms:
            yield _("Terms"), text


def about(order: Order, edition: Edition, *, today: date) -> About:
    """What there is to say about a file made today."""
    return About(
        what=order.in_words(),
        data=data_in_words(edition),
        made_on=today,
        search_address=_address(order),
        ignored=tuple(ignored_in_words(one) for one in order.ignored),
        terms=terms(),
    )


def data_in_words(edition: Edition) -> str:
    if edition.data_timestamp is None:
        return _("Not updated from the registry yet; each row says when its facts were known.")
    return _("From ClinicalTrials.gov as of %(date)s.") % {
        "date": date_format(edition.data_timestamp.date(), "j F Y")
    }


def ignored_in_words(one: Ignored) -> str:
    return _("%(name)s: “%(value)s” %(reason)s") % {
        "name": one.parameter,
        "value": one.value,
        "reason": one.reason,
    }


def terms() -> tuple[str, ...]:
    """Whose data it is, and what it can't be used for."""
    return (
        _("Source: ClinicalTrials.gov, U.S. National Library of Medicine. Its terms: %(address)s")
        % {"address": TERMS_ADDRESS},
        _(
            "Columns named “our code” or read from the criteria are our reading, not the "
            "registry's. Read the record before you act on them."
        ),
        _(
            "A listed study is not thereby approved or checked by anybody. This is no medical "
            "advice and recommends no trial."
        ),
    )


def _address(order: Order) -> str:
    if order.is_list:
        return f"{settings.SITE_URL}{reverse('export')}?{order.query_string()}"
    query = order.asked.criteria.with_(page=1).query_string()
    return settings.SITE_URL + reverse("search") + (f"?{query}" if query else "")
