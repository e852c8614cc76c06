"""A curator who signs in with a second factor and enters corrections in the admin."""

import re
from base64 import b32decode
from http import HTTPStatus
from itertools import product

from django_otp.oath import totp

from tests.faults.running import Site
from tests.soak.answers import Around
from tests.soak.browser import READ, Browser
from tests.soak.followed import Said
from tests.soak.person import Person
from trials.reading.codebook import CellType, Donor, Tissue

NAME, PASSWORD = "curator", "a long enough one"
WORDS: dict[str, list[str]] = {
    "cell_type": list(CellType),
    "tissue": list(Tissue),
    "donor": list(Donor),
}
ONE_ANSWER = {"donor"}
ADD = "/admin/trials/correction/add/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
KEY = re.compile(r"<code>([A-Z2-7 ]+)</code>")
THERE_ALREADY = "already exists"
TAKEN = frozenset({HTTPStatus.OK, HTTPStatus.FOUND})
Correction = tuple[str, str]
"""A study's id and a question; each is corrected once."""


def make_curator(site: Site) -> None:
    """The account, as the operator makes the first one."""
    account = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD, **site.more}
    told = Site(site.database, site.redis, site.registry, site.folder, more=account)
    done = told.manage("createsuperuser", "--noinput", "--username", NAME, "--email", "")
    assert done.returncode == 0, done.stderr


class Curator(Person):
    """Enters a correction of every study and question, in `seconds` all in all.

    `said`: how each was answered; `values`: what was entered.
    """

    def __init__(self, around: Around, *, seed: str, seconds: float) -> None:
        questions = list(product(around.ids, WORDS))
        super().__init__(around, seed=seed, pause=2 * seconds / len(questions))
        self.browser = Browser(around)
        self.said: dict[Correction, Said] = {}
        self.values: dict[Correction, str | list[str]] = {}
        self._left = self.chance.sample(questions, len(questions))

    def sign_in(self) -> None:
        """By password, and by the first code of an app; before anything is taken away."""
        entered = self._send("/admin/login/", username=NAME, password=PASSWORD, next="/admin/")
        assert entered is not None
        page = self.browser.read("/admin/second-factor/")
        assert page is not None
        key = KEY.findall(page.text)[0].replace(" ", "")
        code = totp(b32decode(key + "=" * (-len(key) % 8)))
        assert self._send("/admin/second-factor/", code=f"{code:06d}") is not None

    def step(self) -> None:
        """One correction; what was not answered is sent again until it is."""
        if not self._left:
            return
        correction = self._left[-1]
        answer = self._entered(*correction)
        self.said[correction] = Said.UNSURE if answer is None else Said.DONE
        if answer is not None:
            self._left.pop()

    def _entered(self, nct_id: str, question: str) -> str | None:
        word = self._word_of((nct_id, question), str(self.chance.choice(WORDS[question])))
        form = {"nct_id": nct_id, "question": question, "answer": word, "reason": "Read by hand"}
        return self._send(ADD, **form)

    def _word_of(self, correction: Correction, word: str) -> str:
        """The same word as before, where this is another try."""
        is_one = correction[1] in ONE_ANSWER
        value = self.values.setdefault(correction, word if is_one else [word])
        return value if isinstance(value, str) else value[0]

    def _send(self, path: str, **form: str) -> str | None:
        """The page's own token with the form; what came, None where nobody can tell."""
        page = self.browser.read(path)
        token = TOKEN.search(page.text) if page else None
        if token is None:
            return None
        answer = self.browser.send(path, {"csrfmiddlewaretoken": token[1], **form}, TAKEN)
        if answer is None:
            return None
        if path == ADD and answer.status_code == READ and THERE_ALREADY not in answer.text:
            raise ValueError(answer.text)
        return answer.text
