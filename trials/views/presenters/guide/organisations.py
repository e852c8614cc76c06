"""National ALS and MND organisations that anybody may turn to: name and public site."""

from __future__ import annotations

from django.utils.translation import gettext as _

from trials.views.presenters.frame import Link


def organisations() -> tuple[Link, ...]:
    """By country; none of them has to do with this site."""
    return (
        Link(_("ALS Canada"), "https://als.ca"),
        Link(_("MND Australia"), "https://www.mndaustralia.org.au"),
        Link(
            _("MND Association (England, Wales, Northern Ireland)"),
            "https://www.mndassociation.org",
        ),
        Link(_("The ALS Association (United States)"), "https://www.als.org"),
        Link(
            _("International Alliance of ALS/MND Associations"),
            "https://www.als-mnd.org",
        ),
    )
