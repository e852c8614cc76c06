"""People who keep lists: they save, note, order, take off and delete, by the forms of the pages."""

from dataclasses import dataclass

from tests.soak.answers import Around
from tests.soak.browser import Browser
from tests.soak.list_steps import (
    Lines,
    ListState,
    Step,
    deleted,
    moving_up,
    noting,
    removing,
    saving,
)
from tests.soak.open_question import Open
from tests.soak.person import Person

PAUSE = 0.6
NOTE = "Ask at the visit: “who pays?” & how often <each month> · note {}"
Form = tuple[str, dict[str, str], Step]


@dataclass
class KeptList:
    """One person's list; `browser` holds its cookie."""

    browser: Browser
    list_id: str
    state: Open[ListState]

    @property
    def seen(self) -> Lines:
        """As it may stand."""
        return next((state for state in self.state.possible if state), ())


class ListKeeper(Person):
    """One list after the other. `nameless`: first saves that were not answered.

    What was not answered is sent again until it is, as people do.
    """

    def __init__(self, around: Around, *, seed: str) -> None:
        super().__init__(around, seed=seed, pause=PAUSE)
        self.lists: list[KeptList] = []
        self.nameless: list[str] = []
        self._again: Form | None = None

    def step(self) -> None:
        mine = self.lists[-1] if self.lists else None
        is_over = mine is None or mine.state.possible == {None}
        if mine is None or is_over or (self._again is None and self.chance.random() < 0.08):
            self._begin()
            return
        self._send(mine, self._again or self._form(mine))

    def _begin(self) -> None:
        browser, nct_id = Browser(self.around), self.chance.choice(self.around.ids)
        if browser.send("/saved/save/", {"nct_id": nct_id}) is None:
            self.nameless.append(nct_id)
            return
        list_id = browser.cookie("list").strip('"').partition(":")[0]
        first: ListState = ((nct_id, ""),)
        self.lists.append(KeptList(browser, list_id, Open(frozenset({first}))))

    def _send(self, mine: KeptList, form: Form) -> None:
        path, values, step = form
        is_done = mine.browser.send(path, values) is not None
        if is_done:
            mine.state.done(step)
        else:
            mine.state.tried(step)
        self._again = None if is_done else form

    def _form(self, mine: KeptList) -> Form:
        """One of the page's forms, of a study that is on the list where it has to be."""
        if self.chance.random() < 0.03:
            return "/saved/delete/", {}, deleted
        nct_id, note = self.chance.choice(self.around.ids), NOTE.format(self.chance.random())
        own = self.chance.choice([one for one, _ in mine.seen] or [nct_id])
        forms: list[Form] = [
            *[("/saved/save/", {"nct_id": nct_id}, saving(nct_id))] * 5,
            *[("/saved/note/", {"nct_id": own, "note": note}, noting(own, note))] * 4,
            *[("/saved/order/", {"nct_id": own, "way": "up"}, moving_up(own))] * 2,
            ("/saved/remove/", {"nct_id": own}, removing(own)),
        ]
        return self.chance.choice(forms)
