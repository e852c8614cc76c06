"""Our own sentences as values: a template and what goes into it. No language is chosen here.

A presenter passes ``template`` to gettext and words the values; the templates are marked
with ``gettext_noop`` so that ``makemessages`` finds them.
"""

from dataclasses import dataclass

from trials.records import PartialDate


def gettext_noop(message: str) -> str:
    """The message as it is: only a mark for the collection of translations."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """Codes that a presenter has words for, in the order to say them.

    ``vocabulary`` is "cell_type", "tissue", "route" (codes of the codebook),
    "overall_status" (the registry's words) or "country" (ISO 3166-1 alpha-2).
    """

    vocabulary: str
    codes: tuple[str, ...]


Value = str | int | PartialDate | Words
"""A str is the registry's own words, shown verbatim; a PartialDate keeps its precision."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """``template`` holds ``{name}`` for each name in ``values``, and no other braces."""

    template: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def named(self) -> dict[str, Value]:
        return dict(self.values)


def sentence(template: str, **values: Value) -> Sentence:
    """A sentence with its values by name."""
    return Sentence(template, tuple(values.items()))
