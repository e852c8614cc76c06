"""Addresses of 'My situation': none of them carries an answer."""

from django.urls import reverse

from trials.views.fit.questions import Question, neighbour


def address_of(slug: str) -> str:
    return reverse("fit_question", kwargs={"slug": slug})


def address_of_start() -> str:
    return reverse("fit")


def address_after(question: Question) -> str:
    """The next question; after the last one, the results."""
    following = neighbour(question, 1)
    return address_of(following.slug) if following else reverse("fit_results")


def address_before(question: Question) -> str:
    """The question before; before the first one, the start."""
    before = neighbour(question, -1)
    return address_of(before.slug) if before else reverse("fit")
