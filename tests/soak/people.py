"""Everybody who writes something: people with lists, people who follow, and a curator."""

from collections import Counter
from collections.abc import Iterator
from html import unescape

from tests.faults.waiting import wait_until
from tests.integration.alerts.mail_server import MailServer
from tests.soak.alerts_found import ALERTS, UNASKED, sent_twice, wrong_alerts
from tests.soak.answers import Around
from tests.soak.corrections_found import CORRECTIONS, wrong_corrections
from tests.soak.curator import Curator, make_curator
from tests.soak.followed import Said
from tests.soak.followers import Follower
from tests.soak.list_keepers import KeptList, ListKeeper
from tests.soak.list_steps import ListState
from tests.soak.lists_found import LISTS, lists_in, wrong_lists
from tests.soak.person import Person


class People:
    """They begin together and end with `around.stop`; `seconds`: for how long."""

    def __init__(self, around: Around, mails: MailServer, *, seed: int, seconds: float) -> None:
        self.around, self.mails = around, mails
        self.keeper = ListKeeper(around, seed=f"{seed}-lists")
        self.follower = Follower(around, mails, seed=f"{seed}-mails")
        self.curator = Curator(around, seed=f"{seed}-curator", seconds=seconds)
        self.all: tuple[Person, ...] = (self.keeper, self.follower, self.curator)

    def begin(self) -> None:
        make_curator(self.around.site)
        self.curator.sign_in()
        for each in self.all:
            each.start()

    def end(self) -> None:
        """Until nobody is on the site, and everybody who asked for news was sent a question."""
        for each in self.all:
            each.join()
        site = self.around.site
        site.ask("send_alert_mails")
        wait_until(
            lambda: site.rows(UNASKED) == [(0,)], "all mails", log=lambda: site.log("worker")
        )

    def wrong(self) -> list[str]:
        """What is not as it was answered."""
        rows, followed, curator = self.around.site.rows, self.follower.followed, self.curator
        possible = {one.list_id: one.state.possible for one in self.keeper.lists}
        return [
            *(each.broke for each in self.all if each.broke),
            *wrong_lists(lists_in(rows(LISTS)), possible, self.keeper.nameless),
            *(f"list {one.list_id} is not read" for one in self.keeper.lists if not is_read(one)),
            *wrong_alerts(rows(ALERTS), followed),
            *sent_twice(str(mail["Message-ID"]) for mail in self.mails.mails),
            *wrong_corrections(rows(CORRECTIONS), curator.said, curator.values),
        ]

    def in_words(self) -> str:
        lists, followed = self.keeper.lists, self.follower.followed.values()
        states = [next(iter(one.state.possible)) for one in lists]
        kept = [state for state in states if state is not None]
        answers = Counter(one.confirmed for one in followed)
        return (
            f"{len(lists)} lists ({states.count(None)} deleted) with {sum(map(len, kept))} studies "
            f"and {sum(bool(note) for state in kept for _, note in state)} notes; "
            f"{len(followed)} alerts ({answers[Said.DONE]} confirmed, "
            f"{sum(one.ended is Said.DONE for one in followed)} ended), "
            f"{len(self.mails.mails)} mails; {len(self.curator.said)} corrections; "
            f"{self.unanswered} without an answer to some step"
        )

    @property
    def unanswered(self) -> int:
        """Of how many it can't be known how they stand, or how they came to be."""
        open_lists = sum(len(one.state.possible) > 1 for one in self.keeper.lists)
        tries = sum(one.tries for one in self.follower.followed.values())
        return open_lists + len(self.keeper.nameless) + tries


def is_read(one: KeptList) -> bool:
    """Whether the person's own page shows every study and note that it may."""
    page = one.browser.read("/saved/")
    text = unescape(page.text) if page else ""
    return any(all(word in text for word in words_of(state)) for state in one.state.possible)


def words_of(state: ListState) -> Iterator[str]:
    yield "My list"
    for nct_id, note in state or ():
        yield from (nct_id, note)
