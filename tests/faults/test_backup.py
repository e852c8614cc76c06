"""A backup made, the database destroyed, the backup put back: every row and page is there again."""

import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.faults.running import Rows, Site, named, rows, session
from tests.faults.servers import Server, own_postgres
from trialfinder.launch.postgres import Postgres
from trialfinder.launch.tests import temporary_folder
from trials.management.backup.errors import BackupRefused
from trials.management.backup.file import checked
from trials.sync.lock import LOCK

PAGES = ("/", "/trials/", "/trials/?country=US", "/about/data/", "/sitemap.xml")
PERSONAL = """
    INSERT INTO auth_user (id, password, is_superuser, username, first_name, last_name, email,
                           is_staff, is_active, date_joined)
    VALUES (7, 'hash', true, 'curator', '', '', 'curator@example.org', true, true, now());
    INSERT INTO trials_correction (nct_id, question, value, reason, corrected_by_id, corrected_at)
    SELECT nct_id, 'donor', '"autologous"', E'said so:\\tin the paper\\n\\\\ ☃', 7, now()
    FROM trials_study ORDER BY nct_id LIMIT 1;
    INSERT INTO trials_savedlist (id, share_token, shares_notes, created_at, used_at)
    VALUES (gen_random_uuid(), 'share-me', true, now(), now());
    INSERT INTO trials_savedstudy (saved_list_id, study_id, position, note, saved_at)
    SELECT l.id, s.id, 0, 'ask about the biopsy', now() FROM trials_savedlist l, trials_study s;
    INSERT INTO trials_alert (id, email, query, frequency, state, created_at, consented_at,
                              next_at, edition, last_change, matched, starters)
    VALUES (gen_random_uuid(), 'reader@example.org', 'phase=PHASE2', 'day', 'active', now(), now(),
            now(), 1, 0, '{1,2}', '{}');
    INSERT INTO trials_change (study_id, run_id, field, before, after, seen_at)
    SELECT s.id, r.id, 'overall_status', '"RECRUITING"', '"COMPLETED"', now()
    FROM trials_study s, trials_syncrun r;
    INSERT INTO django_session VALUES ('passing', 'data', now())"""
ALL_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
LAST_CHANGE = "SELECT last_value FROM trials_change_id_seq"
EDITION = "SELECT number, mark::text FROM trials_edition"
LEFT_OUT = {"django_session", "django_migrations", "trials_edition"}


@pytest.fixture
def full_site(site: Site) -> Site:
    """A synced site with everything that people put into it, and a change that is gone again."""
    with session(site.database) as cursor:
        cursor.execute(PERSONAL)
        cursor.execute("DELETE FROM trials_change WHERE id = (SELECT max(id) FROM trials_change)")
    return site


@pytest.fixture
def backup(full_site: Site, tmp_path: Path) -> Path:
    made = tmp_path / "made.backup"
    done = full_site.manage("backup", str(made))
    assert done.returncode == 0, done.stderr
    assert "Keep a copy" in done.stdout
    return made


@pytest.fixture
def other_postgres() -> Iterator[Server[Postgres]]:
    """A server of this test alone, whose data may be destroyed."""
    with temporary_folder() as folder, own_postgres(folder) as server:
        yield server


def everything(url: str) -> dict[str, Rows]:
    """Every row of every table, but those that a backup leaves out on purpose."""
    tables = [str(name) for (name,) in rows(url, ALL_TABLES)]
    kept = [name for name in tables if name not in LEFT_OUT and not name.startswith("axes_")]
    return {name: rows(url, f'SELECT t::text FROM "{name}" t ORDER BY 1') for name in kept}  # noqa: S608


def pages(site: Site) -> dict[str, tuple[int, str]]:
    site.start("web")
    try:
        return {path: (got.status, got.text) for path in PAGES for got in [site.get(path)]}
    finally:
        site.kill("web")


def test_a_destroyed_database_comes_back_whole(
    full_site: Site, backup: Path, other_postgres: Server[Postgres]
) -> None:
    before, shown = everything(full_site.database), pages(full_site)
    (last,), (edition,) = full_site.rows(LAST_CHANGE), full_site.rows(EDITION)
    assert len(before["trials_alert"]) == len(before["auth_user"]) == 1
    destroy(full_site.database)

    full_site.database = other_postgres.url
    done = full_site.manage("restore", str(backup))
    assert done.returncode == 0, done.stderr
    after = everything(other_postgres.url)
    made_again = ("trials_place", "trials_placename", "trials_gazetteer")
    assert [name for name in before if before[name] != after[name]] == sorted(made_again)
    assert all(after[name] for name in made_again)
    assert pages(full_site) == shown
    # An alert remembers the last change that it told of: a number must never come twice.
    assert full_site.rows(LAST_CHANGE) == [last]
    # A kept copy of a page must never pass for one of the data that was put back.
    ((number, mark),) = full_site.rows(EDITION)
    assert (number, mark != edition[1]) == (edition[0] + 1, True)


def test_the_file_is_for_its_owner_alone_and_replaces_nothing(
    full_site: Site, backup: Path
) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    written = backup.read_bytes()
    done = full_site.manage("backup", str(backup))
    assert (done.returncode, backup.read_bytes() == written) == (1, True)
    assert "already" in done.stderr
    folder = backup.with_name("nightly")
    folder.mkdir()
    assert full_site.manage("backup", str(folder)).returncode == 0
    (made,) = folder.iterdir()
    assert (made.suffix, made.stat().st_mode & 0o777) == (".backup", 0o600)
    with zipfile.ZipFile(backup) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist())
    assert b"reader@example.org" in inside
    assert full_site.variables["SECRET_KEY"].encode() not in inside
    assert b"passing" not in inside


def test_a_backup_that_cannot_be_written_leaves_no_half_file(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    done = site.manage("backup", str(folder / "made.backup"))
    assert done.returncode == 1
    assert "can't be written" in done.stderr
    assert not folder.exists()


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("cut", "damaged, cut short"),
        ("newer", "newer release"),
        ("breaks a rule", "nothing was changed"),
        ("unasked", "--replace"),
        ("a sync runs", "sync is running"),
    ],
)
def test_a_restore_that_is_refused_changes_nothing(
    full_site: Site, backup: Path, kind: str, word: str
) -> None:
    before = everything(full_site.database)
    asked = ["restore", str(spoiled(backup, kind)), *(() if kind == "unasked" else ["--replace"])]
    with session(full_site.database) as cursor:
        if kind == "a sync runs":
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        done = full_site.manage(*asked)
    assert done.returncode == 1, done.stdout
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert everything(full_site.database) == before


def test_a_database_with_somebody_elses_table_is_not_empty(
    full_site: Site, backup: Path, other_postgres: Server[Postgres]
) -> None:
    with session(other_postgres.url) as cursor:
        cursor.execute("CREATE TABLE recipes (name text)")
    full_site.database = other_postgres.url
    done = full_site.manage("restore", str(backup))
    assert (done.returncode, "not empty" in done.stderr) == (1, True)
    assert rows(other_postgres.url, ALL_TABLES) == [("recipes",)]


def test_damage_anywhere_in_the_file_is_noticed(backup: Path) -> None:
    whole = backup.read_bytes()
    bad = backup.with_name("bad.backup")
    directory = range(len(whole) - 2000, len(whole), 3)  # where a bit says the most
    flips = [
        whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]
        for at in (*range(0, len(whole), len(whole) // 60), *directory)
        for bit in (1, 128)
    ]
    sound = checked(backup)
    for damaged in flips:
        bad.write_bytes(damaged)
        assert is_refused(bad) or checked(bad) == sound  # a byte that nobody reads
    for damaged in (whole[:-1], whole[: len(whole) // 2], b"", b"no backup at all"):
        bad.write_bytes(damaged)
        with pytest.raises(BackupRefused, match="damaged"):
            checked(bad)
    with pytest.raises(BackupRefused, match="damaged"):
        checked(spoiled(backup, "other words"))
    with pytest.raises(BackupRefused, match="can't be read"):
        checked(backup.with_name("none.backup"))


def is_refused(path: Path) -> bool:
    try:
        checked(path)
    except BackupRefused:
        return True
    return False


def spoiled(backup: Path, kind: str) -> Path:
    """A copy of the backup with one thing wrong; itself where the fault is elsewhere."""
    bad = backup.with_name("spoiled.backup")
    if kind == "cut":
        bad.write_bytes(backup.read_bytes()[:-1000])
    elif kind == "newer":
        rewrite(backup, bad, "contents.json", b'"0001_first"', b'"9999_next"')
    elif kind == "other words":
        rewrite(backup, bad, "trials_correction", b"autologous", b"allogeneic")
    elif kind == "breaks a rule":
        rewrite(backup, bad, "trials_savedstudy", b"\t0\task", b"\t-1\task", is_noted=True)
    else:
        return backup
    return bad


def rewrite(
    backup: Path, target: Path, name: str, old: bytes, new: bytes, *, is_noted: bool = False
) -> None:
    """A sound ZIP in which one file says something else; `is_noted`: the contents know of it."""
    with zipfile.ZipFile(backup) as source:
        files = {each: source.read(each) for each in source.namelist()}
    assert old in files[name]
    before, files[name] = files[name], files[name].replace(old, new)
    if is_noted:
        old, new = (sha256(text).hexdigest().encode() for text in (before, files[name]))
        files["contents.json"] = files["contents.json"].replace(old, new)
    with zipfile.ZipFile(target, "w") as out:
        for each, text in files.items():
            out.writestr(each, text)
        out.comment = sha256(files["contents.json"]).hexdigest().encode()
    assert json.loads(files["contents.json"])


def destroy(url: str) -> None:
    name = url.rpartition("/")[2]
    with session(named(url, "postgres")) as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
