"""Lists without an account: kept, ordered, shared, moved, and really deleted."""

from datetime import timedelta

import pytest

from tests.integration.catalogue import NOW, publish
from tests.records import study
from trials.models import Change, MoveToken, SavedList, SavedStudy, Study
from trials.saved import lists, sharing

pytestmark = pytest.mark.django_db
IDS = ("NCT90000001", "NCT90000002", "NCT90000003")


@pytest.fixture
def studies() -> list[Study]:
    publish(*(study(nct_id=nct_id) for nct_id in IDS))
    return list(Study.objects.order_by("nct_id"))


@pytest.fixture
def mine(studies: list[Study]) -> SavedList:
    kept = None
    for one in studies:
        kept = lists.save_study(kept, one, now=NOW)
    assert kept is not None
    return kept


def order(mine: SavedList) -> list[str]:
    return [kept.saved.study.nct_id for kept in lists.kept_studies(mine)]


def test_studies_stand_in_the_order_they_were_saved(mine: SavedList) -> None:
    assert order(mine) == list(IDS)


def test_saving_twice_changes_nothing(mine: SavedList, studies: list[Study]) -> None:
    lists.save_study(mine, studies[0], now=NOW)
    assert order(mine) == list(IDS)


def test_removing_and_putting_back_is_an_undo(mine: SavedList, studies: list[Study]) -> None:
    lists.remove_study(mine, studies[1])
    assert order(mine) == [IDS[0], IDS[2]]
    lists.save_study(mine, studies[1], now=NOW)
    assert order(mine) == [IDS[0], IDS[2], IDS[1]]


@pytest.mark.parametrize(
    ("which", "by", "result"),
    [
        (0, 1, [1, 0, 2]),
        (2, -1, [0, 2, 1]),
        (0, -1, [0, 1, 2]),
        (2, 1, [0, 1, 2]),
    ],
)
def test_the_order_is_made_by_hand(
    mine: SavedList, studies: list[Study], which: int, by: int, result: list[int]
) -> None:
    lists.move_study(mine, studies[which], by=by)
    assert order(mine) == [IDS[number] for number in result]


def test_what_changed_since_it_was_saved(mine: SavedList) -> None:
    later = NOW + timedelta(days=3)
    publish(study(nct_id=IDS[0], overall_status="SUSPENDED"), now=later)
    kept = lists.kept_studies(mine)
    assert [change.field for change in kept[0].changes] == ["overall_status"]
    assert kept[1].changes == ()


def test_a_change_before_it_was_saved_is_no_news(studies: list[Study]) -> None:
    publish(study(nct_id=IDS[0], overall_status="SUSPENDED"), now=NOW)
    mine = lists.save_study(None, studies[0], now=NOW + timedelta(hours=1))
    assert Change.objects.exists()
    assert lists.kept_studies(mine)[0].changes == ()


def test_a_note_is_capped_and_kept(mine: SavedList, studies: list[Study]) -> None:
    lists.write_note(mine, studies[0], "  ask Dr. X  " + "!" * 5000)
    note = SavedStudy.objects.get(study=studies[0]).note
    assert note.startswith("ask Dr. X")
    assert len(note) == lists.LONGEST_NOTE


def test_a_full_list_says_so_and_keeps_what_it_has(
    mine: SavedList, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(study(nct_id="NCT90000009"))
    monkeypatch.setattr(lists, "MOST_STUDIES", 3)
    with pytest.raises(lists.ListIsFull):
        lists.save_study(mine, Study.objects.get(nct_id="NCT90000009"), now=NOW)
    assert order(mine) == list(IDS)


def test_deleting_deletes_everything(mine: SavedList) -> None:
    sharing.share(mine, with_notes=True)
    sharing.start_move(mine, now=NOW)
    lists.delete_list(mine)
    assert not SavedList.objects.exists()
    assert not SavedStudy.objects.exists()
    assert not MoveToken.objects.exists()
    assert Study.objects.count() == 3


def test_a_list_that_nobody_opens_is_purged(mine: SavedList) -> None:
    assert lists.purge_unused(now=NOW + timedelta(days=399)) == 0
    lists.note_use(mine, now=NOW + timedelta(days=100))
    lists.purge_unused(now=NOW + timedelta(days=401))
    assert SavedList.objects.exists()
    lists.purge_unused(now=NOW + timedelta(days=501))
    assert not SavedList.objects.exists()


@pytest.mark.parametrize("text", ["", "nonsense", "0" * 32, "\x00"])
def test_a_list_is_found_only_by_its_own_id(mine: SavedList, text: str) -> None:
    assert lists.find_list(text) is None
    assert lists.find_list(str(mine.pk)) == mine


class TestSharing:
    """A read-only link with its own token."""

    def test_the_link_is_not_the_lists_own_id(self, mine: SavedList) -> None:
        token = sharing.share(mine, with_notes=False)
        assert str(mine.pk) not in token
        assert len(token) >= 22
        assert sharing.shared_list(token) == mine

    def test_it_stays_the_same_until_it_is_taken_back(self, mine: SavedList) -> None:
        token = sharing.share(mine, with_notes=False)
        assert sharing.share(mine, with_notes=True) == token
        sharing.stop_sharing(mine)
        assert sharing.shared_list(token) is None
        assert sharing.share(mine, with_notes=False) != token

    @pytest.mark.usefixtures("mine")
    def test_an_empty_token_opens_nothing(self) -> None:
        assert sharing.shared_list("") is None

    def test_a_copy_has_the_studies_and_not_the_notes(
        self, mine: SavedList, studies: list[Study]
    ) -> None:
        lists.write_note(mine, studies[0], "private")
        copy = sharing.copy_shared(mine, None, now=NOW)
        assert order(copy) == list(IDS)
        assert {line.note for line in copy.saved_studies.all()} == {""}


class TestMoving:
    """A one-time link to another device."""

    def test_it_works_once(self, mine: SavedList) -> None:
        token = sharing.start_move(mine, now=NOW)
        assert sharing.finish_move(token, now=NOW + timedelta(hours=23)) == mine
        assert sharing.finish_move(token, now=NOW + timedelta(hours=23)) is None

    def test_it_dies_within_a_day(self, mine: SavedList) -> None:
        token = sharing.start_move(mine, now=NOW)
        assert sharing.finish_move(token, now=NOW + timedelta(hours=25)) is None

    def test_one_made_while_the_clock_was_ahead_lives_no_year(self, mine: SavedList) -> None:
        token = sharing.start_move(mine, now=NOW + timedelta(days=365))
        assert sharing.finish_move(token, now=NOW) is None

    def test_one_made_on_a_machine_whose_clock_differs_by_seconds_works(
        self, mine: SavedList
    ) -> None:
        token = sharing.start_move(mine, now=NOW + timedelta(seconds=30))
        assert sharing.finish_move(token, now=NOW) == mine

    def test_a_new_one_kills_the_old_one(self, mine: SavedList) -> None:
        old = sharing.start_move(mine, now=NOW)
        sharing.start_move(mine, now=NOW)
        assert sharing.finish_move(old, now=NOW) is None

    def test_the_token_itself_is_not_kept(self, mine: SavedList) -> None:
        token = sharing.start_move(mine, now=NOW)
        assert not MoveToken.objects.filter(digest=token).exists()
