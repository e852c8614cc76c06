"""What each published sync says it did, against what it left behind."""

from tests.faults.running import Rows

COUNTS = """
    SELECT run.id, set_aside, delisted, changed,
           (SELECT count(*) FROM trials_syncproblem WHERE run_id = run.id AND is_fatal),
           (SELECT count(*) FROM trials_change
            WHERE run_id = run.id AND field = 'listing' AND after = '"delisted"'),
           (SELECT count(DISTINCT study_id) FROM trials_change
            WHERE run_id = run.id AND field <> 'listing')
    FROM trials_syncrun run WHERE state = 'published' ORDER BY run.id"""


def wrong_counts(runs: Rows) -> list[str]:
    """Runs with another number of problems, of studies delisted, or with news that none counts."""
    wrong = []
    for run_id, set_aside, delisted, changed, problems, delistings, with_news in runs:
        if set_aside != problems:
            wrong.append(f"run {run_id}: {set_aside} records set aside, {problems} problems")
        if delisted != delistings:
            wrong.append(f"run {run_id}: {delisted} studies delisted, {delistings} told")
        if with_news > changed:
            wrong.append(f"run {run_id}: {changed} studies changed, news of {with_news}")
    return wrong
