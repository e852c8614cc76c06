"""Data of an earlier release: brought up to date, read, and put back from a backup of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import NewSite
from tests.faults.running import Rows, Site, named, session
from tests.faults.servers import Server
from tests.stand_in import StandIn
from trialfinder.launch.postgres import Postgres

EARLIER = Path(__file__).parent / "data/tables_0002.sql"
KEPT = """
    SELECT nct_id, brief_title, snapshot_id, delisted_at, note
    FROM trials_study LEFT JOIN trials_savedstudy ON study_id = trials_study.id ORDER BY 1"""
CORRECTED = "SELECT nct_id, question, value, reason FROM trials_correction"
CHANGED = "SELECT field, before, after FROM trials_change ORDER BY id"
WITHOUT_THEIR_PLACES = """
    SELECT s.nct_id FROM trials_study s WHERE s.site_places IS DISTINCT FROM ARRAY(
        SELECT country_code FROM trials_site t WHERE t.study_id = s.id AND country_code <> ''
        UNION SELECT country_code || '-' || state_code FROM trials_site t
        WHERE t.study_id = s.id AND country_code <> '' AND state_code <> '' ORDER BY 1
    )::varchar[]"""
BACK_UP = """
from pathlib import Path
from django.utils import timezone
from trials.management.backup import writing
writing._refuse_half_migrated = lambda: None
writing.back_up(Path({path!r}), now=timezone.now())"""


@pytest.fixture
def earlier_site(new_site: NewSite, postgres: Server[Postgres]) -> Iterator[Site]:
    """A site whose tables and rows are those of the earlier release."""
    with session(named(postgres.url, "postgres")) as cursor:
        cursor.execute("CREATE DATABASE earlier")
    site = new_site(named(postgres.url, "earlier"))
    with session(site.database) as cursor:
        cursor.execute(EARLIER.read_text())
    yield site
    site.kill_all()
    with session(named(postgres.url, "postgres")) as cursor:
        cursor.execute("DROP DATABASE earlier WITH (FORCE)")


def kept(site: Site) -> tuple[Rows, ...]:
    return tuple(site.rows(sql) for sql in (KEPT, CORRECTED, CHANGED))


def test_an_upgrade_keeps_everything_and_its_pages_are_read(
    earlier_site: Site, stand_in: StandIn
) -> None:
    before = kept(earlier_site)
    nct_id = before[0][0][0]
    assert len(before[0]) == 6
    for command in (["migrate", "-v0"], ["reread"]):
        done = earlier_site.manage(*command)
        assert done.returncode == 0, done.stderr
        assert earlier_site.rows(WITHOUT_THEIR_PLACES) == []
    assert kept(earlier_site) == before
    earlier_site.start("web")
    shared = earlier_site.get("/lists/shared-before-the-upgrade/")
    assert (shared.status, "A note from before" in shared.text) == (200, True)
    assert nct_id in earlier_site.get("/trials/").text
    page = earlier_site.get(f"/trials/{nct_id}/")
    assert (page.status, "The paper says so." in page.text) == (200, True)


def test_a_backup_of_an_earlier_release_is_put_back_and_brought_up_to_date(
    earlier_site: Site, bare_site: Site, tmp_path: Path
) -> None:
    before = kept(earlier_site)
    made = tmp_path / "earlier.backup"
    done = earlier_site.manage("shell", "-v0", "-c", BACK_UP.format(path=str(made)))
    assert done.returncode == 0, done.stderr
    refused = earlier_site.manage("backup", str(tmp_path / "refused.backup"))
    assert (refused.returncode, "prepare" in refused.stderr) == (1, True)
    done = bare_site.manage("restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    assert kept(bare_site) == before
    assert bare_site.rows(WITHOUT_THEIR_PLACES) == []
    assert bare_site.manage("migrate", "--check").returncode == 0
