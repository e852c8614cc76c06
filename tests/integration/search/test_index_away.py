"""Where there is no index of today's data, PostgreSQL answers, and says why where it should."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from tests.integration.catalogue import NOW, publish
from tests.records import all_examples
from trials import tasks
from trials.models import Edition, Study
from trials.search import indexed
from trials.search.criteria import Criteria
from trials.search.find import search
from trials.search.index import making, opened
from trials.search.index.columns import Index
from trials.search.index.folder import folder_of
from trials.search.index.making import Moved, make, make_if_due

pytestmark = pytest.mark.django_db
BARE = Criteria()


@pytest.fixture
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the settings name, with an index of the examples."""
    publish(*all_examples())
    monkeypatch.setattr(opened, "held", opened.Held())
    settings.SEARCH_INDEX_FOLDER, settings.SEARCH_INDEX_FROM = str(tmp_path), 1
    assert make_if_due(tmp_path, smallest=1)
    return tmp_path


def by_index() -> bool:
    return indexed.answer(BARE, None, page_size=20) is not None


def own_folder(folder: Path) -> Path:
    return folder_of(folder, Edition.current().name)


def test_the_index_answers_until_new_data_are_published(folder: Path) -> None:
    assert by_index()
    gone = search(BARE).hits[0].study
    Study.objects.filter(pk=gone.pk).update(delisted_at=NOW)
    Edition.publish(now=NOW)
    assert not by_index()
    assert gone not in [hit.study for hit in search(BARE).hits]
    assert make_if_due(folder, smallest=1)
    assert by_index()
    assert gone not in [hit.study for hit in search(BARE).hits]


def test_without_a_folder_postgresql_answers(folder: Path) -> None:
    before = search(BARE)
    shutil.rmtree(folder)
    opened.held = opened.Held()
    assert not by_index()
    assert search(BARE) == before


def test_one_removed_during_use_goes_on_answering(folder: Path) -> None:
    before = search(BARE)
    shutil.rmtree(folder)
    assert by_index()
    assert search(BARE) == before


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("what.json", b"{"),
        ("what.json", b"[]"),
        ("studies-id.npy", b""),
        ("sites-first.npy", b"no array"),
        ("words-position.npy", None),
    ],
)
def test_a_damaged_one_is_told_of_once_and_not_used(
    folder: Path, file: str, what: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    path = own_folder(folder) / file
    path.write_bytes(path.read_bytes()[:-1] if what is None else what)
    with caplog.at_level(logging.WARNING):
        assert not by_index()
        assert search(BARE).total
    told = [one for one in caplog.messages if "PostgreSQL answers instead" in one]
    assert len(told) == 1
    shutil.rmtree(own_folder(folder))
    assert make_if_due(folder, smallest=1)
    assert by_index()


def test_files_of_two_editions_are_not_mixed(folder: Path) -> None:
    first = own_folder(folder)
    kept = folder / "kept"
    shutil.copytree(first, kept)
    Study.objects.filter(pk=search(BARE).hits[0].study.pk).update(delisted_at=NOW)
    Edition.publish(now=NOW)
    assert make_if_due(folder, smallest=1)
    shutil.copy(kept / "studies-id.npy", own_folder(folder))
    assert not by_index()


def test_a_small_catalogue_gets_none(folder: Path) -> None:
    Edition.publish(now=NOW)
    assert not make_if_due(folder, smallest=Study.objects.count() + 1)
    assert not own_folder(folder).exists()


def test_one_is_made_once(folder: Path) -> None:
    assert not make_if_due(folder, smallest=1)


def test_what_new_data_overtook_is_not_put_there(folder: Path) -> None:
    with pytest.raises(Moved):
        make(folder, "an-earlier-edition")
    assert [one.name for one in folder.iterdir() if one.is_dir()] == [own_folder(folder).name]


def test_new_data_in_the_midst_of_making_make_it_begin_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Edition.publish(now=NOW)
    editions: list[str] = []
    read = making.read

    def overtaken(edition: str) -> Index:
        if not editions:
            Edition.publish(now=NOW)
        editions.append(edition)
        return read(edition)

    monkeypatch.setattr(making, "read", overtaken)
    assert make_if_due(folder, smallest=1)
    assert len(set(editions)) == 2
    assert by_index()


def test_a_worker_makes_it(folder: Path) -> None:
    Edition.publish(now=NOW)
    tasks.index_studies()
    assert by_index()


def test_the_command_says_what_it_did(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edition.publish(now=NOW)
    call_command("index_studies")
    assert "was made" in capsys.readouterr().out
    call_command("index_studies")
    assert "No index was made" in capsys.readouterr().out


@pytest.mark.parametrize("wanted", [True, False])
def test_a_sync_asks_for_a_new_index_where_one_is_wanted(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    asked = []
    monkeypatch.setattr(tasks.index_studies, "delay", lambda: asked.append("index"))
    settings.SEARCH_INDEX_FOLDER = str(folder) if wanted else ""
    tasks.ask_for_index()
    assert bool(asked) is wanted


def test_the_command_without_a_folder_says_what_is_missing(settings: Settings) -> None:
    settings.SEARCH_INDEX_FOLDER = ""
    with pytest.raises(CommandError, match="SEARCH_INDEX_FOLDER"):
        call_command("index_studies")


@pytest.fixture
def no_numpy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    indexed.has_numpy.cache_clear()
    monkeypatch.setattr(indexed, "find_spec", lambda _name: None)
    yield
    indexed.has_numpy.cache_clear()


def test_without_numpy_postgresql_answers_and_the_log_says_it_once(
    folder: Path, no_numpy: None, caplog: pytest.LogCaptureFixture
) -> None:
    assert search(BARE).total
    assert not by_index()
    tasks.index_studies()
    assert len([one for one in caplog.messages if "NumPy" in one]) == 1
    with pytest.raises(CommandError, match="pip install numpy"):
        call_command("index_studies")
