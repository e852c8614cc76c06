"""People who follow a search or a study by mail: they ask, confirm from the mailbox, and end it."""

import re
from email.message import EmailMessage
from http import HTTPStatus

from tests.integration.alerts.mail_server import MailServer, text_of
from tests.soak.answers import Around
from tests.soak.browser import Browser
from tests.soak.followed import Followed, Said
from tests.soak.person import Person

PAUSE = 3.0
PRESSED = frozenset({HTTPStatus.OK})
SEARCHES = ("status=RECRUITING", "phase=PHASE2", "country=US")
LINK = re.compile(r"/follow/(confirm|end)/[\w-]+/")


class Follower(Person):
    """One address after the other, each of which follows one thing."""

    def __init__(self, around: Around, mails: MailServer, *, seed: str) -> None:
        super().__init__(around, seed=seed, pause=PAUSE)
        self.mails, self.browser = mails, Browser(around)
        self.followed: dict[str, Followed] = {}
        self._again: Followed | None = None
        self._opened = 0
        self._invited: set[str] = set()
        self._links: list[tuple[str, Followed]] = []

    def step(self) -> None:
        self._open_mails()
        if self._links and self.chance.random() < 0.6:
            self._press(*self._links[0])
        else:
            self._ask(self._again or self._new())

    def _new(self) -> Followed:
        subject = self.chance.choice([*SEARCHES, *self.around.ids])
        frequency = self.chance.choice(["day", "week"])
        new = Followed(f"person{len(self.followed)}@example.org", subject, frequency)
        self.followed[new.email] = new
        return new

    def _ask(self, one: Followed) -> None:
        path = f"/follow/?{one.subject}" if "=" in one.subject else f"/follow/{one.subject}/"
        answer = self.browser.send(path, {"email": one.email, "frequency": one.frequency})
        if answer is None:
            one.tries += 1
        else:
            one.asks += 1
        self._again = one if answer is None else None

    def _open_mails(self) -> None:
        """Of each address the first mail: it asks for the second yes."""
        mails = list(self.mails.mails)
        for mail in mails[self._opened :]:
            one, links = self.followed[str(mail["To"])], links_of(mail)
            if "confirm" in links and one is not self._again and one.email not in self._invited:
                self._invited.add(one.email)
                self._links.append((links["confirm"], one))
                if self.chance.random() < 0.3:
                    self._links.append((links["end"], one))
        self._opened = len(mails)

    def _press(self, path: str, one: Followed) -> None:
        """The button of the page that the link opens; again until it is answered."""
        said = Said.UNSURE if self.browser.send(path, {}, PRESSED) is None else Said.DONE
        if "/confirm/" in path:
            one.confirmed = said
        else:
            one.ended = said
        if said is Said.DONE:
            self._links.pop(0)


def links_of(mail: EmailMessage) -> dict[str, str]:
    """What each link of ours is for -> its path."""
    text = f"{text_of(mail)} {mail['List-Unsubscribe']}"
    return {found[1]: found[0] for found in LINK.finditer(text)}
